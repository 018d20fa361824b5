import { ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { Inbox } from '../inboxes/index.js';
import { HtmlSanitizer } from '../messages/index.js';
import type { GqlContext } from '../../kernel/request.js';
import { grouped } from '../../kernel/rows.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { type ComposeFrom, composeFromOf } from './compose.service.js';
import { signatureHtml } from './signature.js';

/** What of an inbox concerns sending: its signature, and the addresses that it writes from. */
@Resolver('Inbox')
export class InboxSendingResolver {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sanitizer: HtmlSanitizer,
  ) {}

  @ResolveField('signature')
  async signature(inbox: Inbox): Promise<{ html: string; text: string } | null> {
    const { signatureText: text } = inbox;
    return text === null ? null : { html: (await signatureHtml(inbox, this.sanitizer)) ?? '', text };
  }

  @ResolveField('composeFrom')
  composeFrom(inbox: Inbox, _args: unknown, gql: GqlContext): Promise<ComposeFrom[]> {
    const loader = gql.loader(
      'inbox.composeFrom',
      () =>
        new DataLoader(async (ids: readonly string[]) =>
          grouped(ids, await composeFromOf(this.uow.reader, ids), (from) => from.channel.inboxId),
        ),
    );
    return loader.load(inbox.id);
  }
}

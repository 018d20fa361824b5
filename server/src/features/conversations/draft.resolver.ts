import { Context, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { canInInbox } from '../../kernel/access.js';
import type { GqlContext } from '../../kernel/request.js';
import { inOrder } from '../../kernel/rows.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { findUploads, type Upload } from '../messages/index.js';
import type { Draft } from './draft.entity.js';
import { PersonalService } from './personal.service.js';

/** `composeDrafts`, and the fields of a draft that are not columns; only its author ever loads one. */
@Resolver('Draft')
export class DraftResolver {
  constructor(
    private readonly personal: PersonalService,
    private readonly uow: UnitOfWork,
  ) {}

  @Query('composeDrafts')
  composeDrafts(@Context() gql: GqlContext): Promise<Draft[]> {
    return this.personal.composeDrafts(gql.ctx);
  }

  /** Null when its author may no longer see the inbox: his words stay, to be sent from another one. */
  @ResolveField('inboxId')
  inboxId({ inboxId }: Draft, _args: unknown, { ctx }: GqlContext): string | null {
    return inboxId !== null && canInInbox(ctx.principal, 'view', inboxId) ? inboxId : null;
  }

  @ResolveField('to')
  to(draft: Draft): string[] | null {
    return draft.recipients?.to ?? null;
  }

  @ResolveField('cc')
  cc(draft: Draft): string[] | null {
    return draft.recipients?.cc ?? null;
  }

  @ResolveField('bcc')
  bcc(draft: Draft): string[] | null {
    return draft.recipients?.bcc ?? null;
  }

  /** Those that are still there: an upload is swept after a day. */
  @ResolveField('uploads')
  async uploads(draft: Draft, _args: unknown, gql: GqlContext): Promise<Upload[]> {
    const ids = draft.uploadIds ?? [];
    if (ids.length === 0) return [];
    const loader = gql.loader(
      'draft.uploads',
      () =>
        new DataLoader(async (wanted: readonly string[]) =>
          inOrder(wanted, await findUploads(this.uow.reader, wanted), (upload) => upload.id),
        ),
    );
    const found = await Promise.all(ids.map((id) => loader.load(id)));
    return found.filter((upload): upload is Upload => upload !== null && upload.userId === draft.userId && upload.hash !== null);
  }
}

import { ResolveField, Resolver } from '@nestjs/graphql';
import { UnitOfWork } from '../../kernel/uow.js';
import { type Conversation, threadsOf, type Visited } from '../conversations/index.js';

/** `Conversation.visitorPage`, which conversations know nothing of. */
@Resolver('Conversation')
export class VisitorPageResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @ResolveField('visitorPage')
  async page({ id }: Conversation): Promise<Visited | null> {
    const pages = (await threadsOf(this.uow.reader, id)).flatMap(({ visited }) => visited ?? []);
    return pages.toSorted((a, b) => b.at - a.at)[0] ?? null;
  }
}

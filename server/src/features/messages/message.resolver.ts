import { ResolveField, Resolver } from '@nestjs/graphql';
import { type IdKind } from '../../kernel/ids.js';
import { NodeRegistry } from '../../kernel/nodes.js';
import { PublicAddress } from '../../kernel/public-address.js';
import type { GqlContext } from '../../kernel/request.js';
import { UnitOfWork } from '../../kernel/uow.js';
import type { Attachment } from './attachment.entity.js';
import { attachmentLoader, mayInInboxOf, recipientLoader } from './message.loader.js';
import type { MessageRecipient } from './message-recipient.entity.js';
import { loadsFromElsewhere } from './remote-pictures.js';
import type { Message } from './message.entity.js';

/** What intake notes of a message, and the word of the schema for it. */
const WARNINGS = [
  ['newParticipant', 'NEW_PARTICIPANT'],
  ['unverifiedSender', 'UNVERIFIED_SENDER'],
  ['senderNotProven', 'SENDER_NOT_PROVEN'],
  ['cut', 'CUT'],
] as const;

type Node = object & { __typename: string };

/** A node of another slice under the rights of who asks; null when he may not know of it. */
async function loadNode(nodes: NodeRegistry, gql: GqlContext, kind: IdKind, id: string | null): Promise<Node | null> {
  const entry = nodes.find(kind);
  const node = entry && id ? await entry.load(gql, id) : null;
  return entry && node ? { ...node, __typename: entry.typename } : null;
}

/** Who wrote or did something, as a node where there is still one, else by the name that was kept. */
async function loadActor(nodes: NodeRegistry, gql: GqlContext, message: Message): Promise<Node> {
  const automation = message.authorKind === 'SYSTEM' && message.authorId !== null;
  const byName: Node = { __typename: 'System', ...{ name: message.authorName, automation } };
  switch (message.authorKind) {
    case 'USER':
      return (await loadNode(nodes, gql, 'user', message.authorId)) ?? byName;
    case 'CONTACT':
      return (await loadNode(nodes, gql, 'contact', message.authorId)) ?? byName;
    case 'BOT':
      return message.authorId ? { __typename: 'Bot', ...{ id: message.authorId, name: message.authorName } } : byName;
    case 'SYSTEM':
    case 'INTEGRATION':
      return byName;
  }
}

/** `Item`: an activity is an Event, all else a Message. */
@Resolver('Item')
export class ItemResolver {
  @ResolveField('__resolveType')
  resolveType(item: Message): string {
    return item.kind === 'ACTIVITY' ? 'Event' : 'Message';
  }
}

/** `Actor`: whoever loads one says which of the four it is. */
@Resolver('Actor')
export class ActorResolver {
  @ResolveField('__resolveType')
  resolveType(actor: Node): string {
    return actor.__typename;
  }
}

@Resolver('Event')
export class EventResolver {
  constructor(private readonly nodes: NodeRegistry) {}

  @ResolveField('type')
  type(item: Message): string {
    return item.activity ?? 'changed';
  }

  @ResolveField('actor')
  actor(item: Message, _args: unknown, gql: GqlContext): Promise<Node> {
    return loadActor(this.nodes, gql, item);
  }
}

@Resolver('Message')
export class MessageResolver {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly nodes: NodeRegistry,
    private readonly address: PublicAddress,
  ) {}

  @ResolveField('conversation')
  conversation(message: Message, _args: unknown, gql: GqlContext): Promise<Node | null> {
    return loadNode(this.nodes, gql, 'conversation', message.conversationId);
  }

  @ResolveField('author')
  author(message: Message, _args: unknown, gql: GqlContext): Promise<Node> {
    return loadActor(this.nodes, gql, message);
  }

  @ResolveField('channel')
  channel(message: Message, _args: unknown, gql: GqlContext): Promise<Node | null> {
    return loadNode(this.nodes, gql, 'channel', message.channelId);
  }

  @ResolveField('from')
  from(message: Message): { kind: string; value: string; name: string | null } | null {
    if (message.fromKind === null || message.fromValue === null) return null;
    return { kind: message.fromKind, value: message.fromValue, name: message.fromName };
  }

  @ResolveField('to')
  to(message: Message, _args: unknown, gql: GqlContext): Promise<MessageRecipient[]> {
    return this.recipients(gql, message, 'TO');
  }

  @ResolveField('cc')
  cc(message: Message, _args: unknown, gql: GqlContext): Promise<MessageRecipient[]> {
    return this.recipients(gql, message, 'CC');
  }

  /** Who only looks on from outside does not learn of blind copies. */
  @ResolveField('bcc')
  async bcc(message: Message, _args: unknown, gql: GqlContext): Promise<MessageRecipient[]> {
    const member = await mayInInboxOf(gql, this.uow.reader, message.conversationId, 'comment');
    return member ? this.recipients(gql, message, 'BCC') : [];
  }

  @ResolveField('attachments')
  attachments(message: Message, _args: unknown, gql: GqlContext): Promise<Attachment[]> {
    return attachmentLoader(gql, this.uow.reader).load(message.id);
  }

  @ResolveField('automatic')
  automatic(message: Message): boolean {
    return message.automatic !== null;
  }

  @ResolveField('scheduled')
  scheduled(message: Message): boolean {
    return message.sendAt !== null;
  }

  @ResolveField('replyToId')
  replyToId(message: Message): string | null {
    return message.inReplyToId;
  }

  @ResolveField('warnings')
  warnings(message: Message): string[] {
    return WARNINGS.filter(([key]) => message.data[key] === true).map(([, warning]) => warning);
  }

  @ResolveField('remotePictures')
  remotePictures(message: Message): boolean {
    return message.html !== null && loadsFromElsewhere(message.html);
  }

  @ResolveField('htmlUrl')
  htmlUrl(message: Message): string | null {
    return message.html === null ? null : this.address.path(`/files/mail/${message.id}`);
  }

  @ResolveField('rawUrl')
  rawUrl(message: Message): string | null {
    return message.rawHash === null ? null : this.address.path(`/files/raw/${message.id}`);
  }

  private async recipients(gql: GqlContext, message: Message, field: MessageRecipient['field']): Promise<MessageRecipient[]> {
    return (await recipientLoader(gql, this.uow.reader).load(message.id)).filter((recipient) => recipient.field === field);
  }
}

@Resolver('Attachment')
export class AttachmentResolver {
  constructor(private readonly address: PublicAddress) {}

  @ResolveField('url')
  url(attachment: Attachment): string | null {
    return attachment.state === 'READY' ? this.address.path(`/files/attachments/${attachment.id}`) : null;
  }
}

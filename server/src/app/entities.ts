import { Workspace } from '../features/workspace/workspace.entity.js';
import { User } from '../features/agents/user.entity.js';
import { Session } from '../features/auth/session.entity.js';
import { ApiToken } from '../features/auth/api-token.entity.js';
import { Inbox } from '../features/inboxes/inbox.entity.js';
import { InboxMember } from '../features/inboxes/inbox-member.entity.js';
import { InboxCount } from '../features/inboxes/inbox-count.entity.js';
import { Channel } from '../features/channels/channel.entity.js';
import { ChannelLease } from '../features/channels/channel-lease.entity.js';
import { PluginInstallation } from '../features/plugins/plugin-installation.entity.js';
import { PluginState } from '../features/plugins/plugin-state.entity.js';
import { Issue } from '../features/plugins/issue.entity.js';
import { Contact } from '../features/contacts/contact.entity.js';
import { ContactIdentity } from '../features/contacts/contact-identity.entity.js';
import { Conversation } from '../features/conversations/conversation.entity.js';
import { Thread } from '../features/conversations/thread.entity.js';
import { Participant } from '../features/conversations/participant.entity.js';
import { Draft } from '../features/conversations/draft.entity.js';
import { ReadState } from '../features/conversations/read-state.entity.js';
import { Message } from '../features/messages/message.entity.js';
import { MessageRecipient } from '../features/messages/message-recipient.entity.js';
import { Attachment } from '../features/messages/attachment.entity.js';
import { ExternalIdRow } from '../features/messages/external-id.entity.js';
import { Upload } from '../features/messages/upload.entity.js';
import { Delivery } from '../features/delivery/delivery.entity.js';
import { InboundItem } from '../features/intake/inbound-item.entity.js';
import { EventRow } from '../adapters/database/event.entity.js';
import { JobRow } from '../adapters/database/job.entity.js';
import { LaneRow } from '../adapters/database/lane.entity.js';

/** Every entity of the product: the one list that the data sources are opened with. */
export const ENTITIES = [
  Workspace,
  User,
  Session,
  ApiToken,
  Inbox,
  InboxMember,
  InboxCount,
  Channel,
  ChannelLease,
  PluginInstallation,
  PluginState,
  Issue,
  Contact,
  ContactIdentity,
  Conversation,
  Thread,
  Participant,
  Draft,
  ReadState,
  Message,
  MessageRecipient,
  Attachment,
  ExternalIdRow,
  Upload,
  Delivery,
  InboundItem,
  EventRow,
  JobRow,
  LaneRow,
];

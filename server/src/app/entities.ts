import { SavedView } from '../features/saved-views/saved-view.entity.js';
import { SavedViewPlace } from '../features/saved-views/saved-view-place.entity.js';
import { ReportBacklog } from '../features/reports/report-backlog.entity.js';
import { ReportPlace } from '../features/reports/report-place.entity.js';
import { ReportQuarter } from '../features/reports/report-quarter.entity.js';
import { ReportWatch } from '../features/reports/report-watch.entity.js';
import { BulkChange } from '../features/bulk-changes/bulk-change.entity.js';
import { BulkChangeItem } from '../features/bulk-changes/bulk-change-item.entity.js';
import { AutomationPlace } from '../features/automation/automation-place.entity.js';
import { AutomationRule } from '../features/automation/automation-rule.entity.js';
import { AutomationRun } from '../features/automation/automation-run.entity.js';
import { SnippetFile } from '../features/snippets/snippet-file.entity.js';
import { Snippet } from '../features/snippets/snippet.entity.js';
import { Workspace } from '../features/workspace/workspace.entity.js';
import { User } from '../features/agents/user.entity.js';
import { Session } from '../features/auth/session.entity.js';
import { RecoveryCode } from '../features/second-factor/recovery-code.entity.js';
import { SecondFactor } from '../features/second-factor/second-factor.entity.js';
import { Passkey } from '../features/passkeys/passkey.entity.js';
import { SignInChallenge } from '../features/auth/challenge.entity.js';
import { SignInIdentity } from '../features/oidc/identity.entity.js';
import { SignInProvider } from '../features/oidc/provider.entity.js';
import { ApiToken } from '../features/auth/api-token.entity.js';
import { AccessLink } from '../features/people/access-link.entity.js';
import { Team } from '../features/teams/team.entity.js';
import { TeamMember } from '../features/teams/team-member.entity.js';
import { Inbox } from '../features/inboxes/inbox.entity.js';
import { InboxMember } from '../features/inboxes/inbox-member.entity.js';
import { InboxTeam } from '../features/inboxes/inbox-team.entity.js';
import { InboxCount } from '../features/inboxes/inbox-count.entity.js';
import { Webhook } from '../features/webhooks/webhook.entity.js';
import { WebhookDelivery } from '../features/webhooks/webhook-delivery.entity.js';
import { LinkedAccount } from '../features/linked-accounts/linked-account.entity.js';
import { Channel } from '../features/channels/channel.entity.js';
import { ChannelLease } from '../features/channels/channel-lease.entity.js';
import { ChannelSetup } from '../features/channels/channel-setup.entity.js';
import { PluginInstallation } from '../features/plugins/plugin-installation.entity.js';
import { DeprecatedUse } from '../features/deprecated-use/deprecated-use.entity.js';
import { PluginPublisher } from '../features/plugins/publisher.entity.js';
import { PluginState } from '../features/plugins/plugin-state.entity.js';
import { Issue } from '../features/plugins/issue.entity.js';
import { Contact } from '../features/contacts/contact.entity.js';
import { ContactProperty } from '../features/contacts/contact-property.entity.js';
import { ContactChange } from '../features/contacts/contact-change.entity.js';
import { ContactMerge } from '../features/contacts/contact-merge.entity.js';
import { ConversationMerge } from '../features/conversation-merge/conversation-merge.entity.js';
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
import { AddressTrouble } from '../features/delivery/address-trouble.entity.js';
import { Acknowledgement } from '../features/acknowledgements/acknowledgement.entity.js';
import { AcknowledgedItem } from '../features/acknowledgements/acknowledged-item.entity.js';
import { AcknowledgedSender } from '../features/acknowledgements/acknowledged-sender.entity.js';
import { RoutingDecision } from '../features/routing/routing-decision.entity.js';
import { RoutingRule } from '../features/routing/routing-rule.entity.js';
import { Presence } from '../features/availability/presence.entity.js';
import { SlaPolicy } from '../features/sla-clock/sla-policy.entity.js';
import { WorkingHours } from '../features/working-hours/working-hours.entity.js';
import { SenderRule } from '../features/filters/sender-rule.entity.js';
import { Responder } from '../features/responders/responder.entity.js';
import { ToldFact } from '../features/contacts/told-fact.entity.js';
import { ConversationLink } from '../features/conversations/conversation-link.entity.js';
import { Tombstone } from '../features/trash/tombstone.entity.js';
import { ConversationTag } from '../features/tags/conversation-tag.entity.js';
import { Tag } from '../features/tags/tag.entity.js';
import { Mention } from '../features/mentions/mention.entity.js';
import { Notification } from '../features/notifications/notification.entity.js';
import { NotificationCount } from '../features/notifications/notification-count.entity.js';
import { NotificationPlace } from '../features/notifications/notification-place.entity.js';
import { NotificationSettings } from '../features/notifications/notification-settings.entity.js';
import { PushKey } from '../features/notifications/push/push-key.entity.js';
import { PushSubscription } from '../features/notifications/push/push-subscription.entity.js';
import { AwaitedMessage } from '../features/intake/awaited-message.entity.js';
import { InboundItem } from '../features/intake/inbound-item.entity.js';
import { AuditEntry } from '../features/audit/audit-entry.entity.js';
import { AuditHead } from '../features/audit/audit-head.entity.js';
import { CrmRecord } from '../features/records/record.entity.js';
import { Association } from '../features/records/association.entity.js';
import { Pipeline } from '../features/records/pipeline.entity.js';
import { Stage } from '../features/records/stage.entity.js';
import { RecordNumber } from '../features/records/record-number.entity.js';
import { MailCheck } from '../features/mail-check/mail-check.entity.js';
import { Alarm } from '../features/operations/alarm.entity.js';
import { Backup } from '../features/operations/backup.entity.js';
import { Erasure } from '../features/erasure/erasure.entity.js';
import { ListImport } from '../features/list-import/list-import.entity.js';
import { ImportProblem } from '../features/list-import/import-problem.entity.js';
import { ContactExport } from '../features/contact-export/contact-export.entity.js';
import { EventRow } from '../adapters/database/event.entity.js';
import { JobRow } from '../adapters/database/job.entity.js';
import { LaneRow } from '../adapters/database/lane.entity.js';

/** Every entity of the product: the one list that the data sources are opened with. */
export const ENTITIES = [
  Workspace,
  User,
  Session,
  ApiToken,
  AccessLink,
  Team,
  TeamMember,
  Inbox,
  InboxMember,
  InboxTeam,
  InboxCount,
  Channel,
  ChannelLease,
  ChannelSetup,
  PluginInstallation,
  DeprecatedUse,
  PluginPublisher,
  PluginState,
  Issue,
  Responder,
  LinkedAccount,
  Webhook,
  WebhookDelivery,
  Contact,
  ToldFact,
  ContactIdentity,
  ContactProperty,
  ContactMerge,
  ContactChange,
  ConversationMerge,
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
  AddressTrouble,
  Acknowledgement,
  AcknowledgedItem,
  AcknowledgedSender,
  Presence,
  RoutingRule,
  RoutingDecision,
  WorkingHours,
  SlaPolicy,
  SenderRule,
  ConversationLink,
  Tombstone,
  Tag,
  ConversationTag,
  Mention,
  Notification,
  NotificationCount,
  NotificationPlace,
  NotificationSettings,
  PushKey,
  PushSubscription,
  AwaitedMessage,
  InboundItem,
  AuditEntry,
  AuditHead,
  CrmRecord,
  Association,
  Pipeline,
  Stage,
  RecordNumber,
  Alarm,
  MailCheck,
  Backup,
  Erasure,
  ListImport,
  ImportProblem,
  ContactExport,
  EventRow,
  JobRow,
  LaneRow,
  SavedView,
  SavedViewPlace,
  Snippet,
  SnippetFile,
  SecondFactor,
  RecoveryCode,
  SignInProvider,
  SignInIdentity,
  SignInChallenge,
  Passkey,
  ReportQuarter,
  ReportBacklog,
  ReportWatch,
  ReportPlace,
  AutomationRule,
  AutomationRun,
  BulkChange,
  BulkChangeItem,
  AutomationPlace,
];

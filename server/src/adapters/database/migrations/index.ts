import { Initial1764000000000 } from './1764000000000-initial.js';
import { Sending1764100000000 } from './1764100000000-sending.js';
import { Rules1764120000000 } from './1764120000000-rules.js';
import { Reading1764160000000 } from './1764160000000-reading.js';
import { Transport1764200000000 } from './1764200000000-transport.js';
import { Acknowledgements1764230000000 } from './1764230000000-acknowledgements.js';
import { ChannelSetup1764240000000 } from './1764240000000-channel-setup.js';
import { KnownIds1764290000000 } from './1764290000000-known-ids.js';
import { RuleList1764300000000 } from './1764300000000-rule-list.js';
import { Search1764400000000 } from './1764400000000-search.js';
import { SavedViews1764401000000 } from './1764401000000-saved-views.js';
import { Trash1764410000000 } from './1764410000000-trash.js';
import { TagsAndMentions1764410001000 } from './1764410001000-tags-and-mentions.js';
import { Teams1764420000000 } from './1764420000000-teams.js';
import { Audit1764421000000 } from './1764421000000-audit.js';
import { People1764422000000 } from './1764422000000-people.js';
import { InboxDeletion1764423000000 } from './1764423000000-inbox-deletion.js';
import { Availability1764430000000 } from './1764430000000-availability.js';
import { Routing1764431000000 } from './1764431000000-routing.js';
import { Records1764440000000 } from './1764440000000-records.js';
import { ContactFacts1764440100000 } from './1764440100000-contact-facts.js';
import { IdentityDomain1764440200000 } from './1764440200000-identity-domain.js';
import { Responders1764450000000 } from './1764450000000-responders.js';
import { PluginPrevious1764451000000 } from './1764451000000-plugin-previous.js';
import { ToldFacts1764452000000 } from './1764452000000-told-facts.js';
import { ThreadFormerKey1764500000000 } from './1764500000000-thread-former-key.js';
import { BotsView1764570000000 } from './1764570000000-bots-view.js';
import { LinkedAccounts1764600000000 } from './1764600000000-linked-accounts.js';
import { Webhooks1764600100000 } from './1764600100000-webhooks.js';
import { AssigneeTeam1764610000000 } from './1764610000000-assignee-team.js';
import { Snippets1764612000000 } from './1764612000000-snippets.js';
import { Backups1764620000000 } from './1764620000000-backups.js';
import { Notifications1764630400000 } from './1764630400000-notifications.js';
import { PersonalTokens1764630500000 } from './1764630500000-personal-tokens.js';
import { ApiOrigins1764630510000 } from './1764630510000-api-origins.js';
import { SecondFactor1764630600000 } from './1764630600000-second-factor.js';
import { Erasures1764630900000 } from './1764630900000-erasures.js';
import { ConversationMerges1764631000000 } from './1764631000000-conversation-merges.js';
import { Sla1764640000000 } from './1764640000000-sla.js';
import { Reports1764641000000 } from './1764641000000-reports.js';
import { ApiExplorer1764642000000 } from './1764642000000-api-explorer.js';
import { VisitedPage1764643000000 } from './1764643000000-visited-page.js';
import { MeetingUrl1764643100000 } from './1764643100000-meeting-url.js';
import { Automation1764650000000 } from './1764650000000-automation.js';
import { ContactData1764651000000 } from './1764651000000-contact-data.js';
import { SignInProviders1764652000000 } from './1764652000000-sign-in-providers.js';
import { Passkeys1764652100000 } from './1764652100000-passkeys.js';
import { Push1764653000000 } from './1764653000000-push.js';
import { Alarms1764654000000 } from './1764654000000-alarms.js';
import { ListViews1764655200000 } from './1764655200000-list-views.js';
import { PluginPublishers1764655500000 } from './1764655500000-plugin-publishers.js';
import { RemovedChannels1764655850000 } from './1764655850000-removed-channels.js';
import { ListIndex1764655900000 } from './1764655900000-list-index.js';
import { ClosedKept1764656200000 } from './1764656200000-closed-kept.js';
import { SlaClosing1764656300000 } from './1764656300000-sla-closing.js';
import { DeprecatedUses1764656500000 } from './1764656500000-deprecated-uses.js';
import { BulkChanges1764656600000 } from './1764656600000-bulk-changes.js';
import { ListImport1764656610000 } from './1764656610000-list-import.js';
import { SnippetFiles1764656650000 } from './1764656650000-snippet-files.js';
import { ContactChanges1764656710000 } from './1764656710000-contact-changes.js';
import { ListCosts1764656711000 } from './1764656711000-list-costs.js';
import { DealCurrency1764656660000 } from './1764656660000-deal-currency.js';
import { BulkAction1764656720000 } from './1764656720000-bulk-action.js';
import { BulkLists1764656750000 } from './1764656750000-bulk-lists.js';
import { ListFacts1764656751000 } from './1764656751000-list-facts.js';
import { ConversationFile1764656721000 } from './1764656721000-conversation-file.js';
import { MailCheck1764656770000 } from './1764656770000-mail-check.js';
import { FactRanges1764656780000 } from './1764656780000-fact-ranges.js';
import { ListBeginnings1764656793000 } from './1764656793000-list-beginnings.js';

/** Every migration, oldest first. */
export const MIGRATIONS = [
  Initial1764000000000,
  Sending1764100000000,
  Rules1764120000000,
  Reading1764160000000,
  Transport1764200000000,
  Acknowledgements1764230000000,
  ChannelSetup1764240000000,
  KnownIds1764290000000,
  RuleList1764300000000,
  Search1764400000000,
  SavedViews1764401000000,
  Trash1764410000000,
  TagsAndMentions1764410001000,
  Teams1764420000000,
  Audit1764421000000,
  People1764422000000,
  InboxDeletion1764423000000,
  Availability1764430000000,
  Routing1764431000000,
  Records1764440000000,
  ContactFacts1764440100000,
  IdentityDomain1764440200000,
  Responders1764450000000,
  PluginPrevious1764451000000,
  ToldFacts1764452000000,
  ThreadFormerKey1764500000000,
  BotsView1764570000000,
  LinkedAccounts1764600000000,
  Webhooks1764600100000,
  AssigneeTeam1764610000000,
  Snippets1764612000000,
  Backups1764620000000,
  Notifications1764630400000,
  PersonalTokens1764630500000,
  ApiOrigins1764630510000,
  SecondFactor1764630600000,
  Erasures1764630900000,
  ConversationMerges1764631000000,
  Sla1764640000000,
  Reports1764641000000,
  ApiExplorer1764642000000,
  VisitedPage1764643000000,
  MeetingUrl1764643100000,
  Automation1764650000000,
  ContactData1764651000000,
  SignInProviders1764652000000,
  Passkeys1764652100000,
  Push1764653000000,
  Alarms1764654000000,
  ListViews1764655200000,
  PluginPublishers1764655500000,
  RemovedChannels1764655850000,
  ListIndex1764655900000,
  ClosedKept1764656200000,
  SlaClosing1764656300000,
  DeprecatedUses1764656500000,
  BulkChanges1764656600000,
  ListImport1764656610000,
  SnippetFiles1764656650000,
  DealCurrency1764656660000,
  ContactChanges1764656710000,
  ListCosts1764656711000,
  BulkAction1764656720000,
  ConversationFile1764656721000,
  BulkLists1764656750000,
  ListFacts1764656751000,
  MailCheck1764656770000,
  FactRanges1764656780000,
  ListBeginnings1764656793000,
];

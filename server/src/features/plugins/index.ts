export { Issue } from './issue.entity.js';
export { clearIssue, issuesOf, raiseIssue, type RaisedIssue } from './issue.repository.js';
export {
  PluginAdmin,
  type PluginOffer,
  type PluginSources,
  type PluginStatus,
  type StagedPlugin,
  type TrustedKey,
} from './plugin-admin.js';
export type { PluginGrant } from './plugin-grants.js';
export { clashOf } from './plugin-clashes.js';
export { PluginInstallation, type PreviousVersion } from './plugin-installation.entity.js';
export { placeOfState } from './plugin-state.entity.js';
export { deleteState, deleteStatesOf, getState, setState, type StoredState } from './plugin-state.repository.js';
export { changeInstallation, findInstallation, listInstallations, saveInstallation } from './plugin.repository.js';
export { CRASHED_ISSUE, PluginService } from './plugin.service.js';
export { PluginsModule } from './plugins.module.js';
export { listPublishers } from './publisher.repository.js';
export { PublisherService } from './publisher.service.js';

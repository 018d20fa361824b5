export { Workspace } from './workspace.entity.js';
export { WorkspaceModule } from './workspace.module.js';
export {
  findWorkspace,
  lockWorkspace,
  nextConversationNumber,
  restartConversationNumbers,
  type SetupState,
} from './workspace.repository.js';
export { type NewWorkspace, WorkspaceService } from './workspace.service.js';

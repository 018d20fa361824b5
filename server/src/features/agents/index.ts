export { agentLoader } from './agent.loader.js';
export { agentEmail, agentName, agentPassword, languageTag, timeZoneName, webAddress } from './agent-rules.js';
export {
  countOwners,
  findAgentByEmail,
  findAgents,
  hasOwner,
  insertAgent,
  listActiveAgents,
  listEverybody,
  updateAgent,
} from './agent.repository.js';
export { AgentService, type NewAgent } from './agent.service.js';
export { AgentsModule } from './agents.module.js';
export { hashPassword, verifyPassword } from './password.js';
export { User } from './user.entity.js';

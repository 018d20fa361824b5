export { agentLoader } from './agent.loader.js';
export { languageTag, timeZoneName } from './agent-rules.js';
export { findAgentByEmail, findAgents, hasOwner, listActiveAgents } from './agent.repository.js';
export { AgentService, type NewAgent } from './agent.service.js';
export { AgentsModule } from './agents.module.js';
export { User } from './user.entity.js';

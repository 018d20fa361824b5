export { agentLoader } from './agent.loader.js';
export { findAgents, listActiveAgents } from './agent.repository.js';
export { User } from './user.entity.js';

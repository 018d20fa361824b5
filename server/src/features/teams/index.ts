export { Team } from './team.entity.js';
export { TeamMember } from './team-member.entity.js';
export { agentTeamLoader, teamLoader, teamMemberLoader } from './team.loader.js';
export { findTeams, listTeams, teamMembersOf, teamsOfAgents } from './team.repository.js';
export { TEAM_GONE, type TeamGone } from './team-gone.js';
export { type TeamMemberInput, type TeamSave, TeamService } from './team.service.js';
export { TeamsModule } from './teams.module.js';

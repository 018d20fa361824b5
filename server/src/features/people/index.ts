export { AccessLink } from './access-link.entity.js';
export { makeLink } from './access-link.js';
export { LINK_MAIL, SystemMail } from './system-mail.js';
export { PeopleModule } from './people.module.js';
export { type AgentInvite, PeopleService } from './people.service.js';
export { ReassignJob } from './reassign.job.js';

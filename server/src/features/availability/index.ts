export { AvailabilityModule } from './availability.module.js';
export { AvailabilityService } from './availability.service.js';
export { Presence } from './presence.entity.js';
export { lockAgents, presencesOf } from './presence.repository.js';
export { AvailabilityWatchers } from './watchers.js';

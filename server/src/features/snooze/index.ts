export { putToSleep } from './put-to-sleep.js';
export { SnoozeModule } from './snooze.module.js';
export { SnoozeService } from './snooze.service.js';

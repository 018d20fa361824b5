export { SnoozeModule } from './snooze.module.js';

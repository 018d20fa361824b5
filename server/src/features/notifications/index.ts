export { NotificationsModule } from './notifications.module.js';
export { PushOptions } from './push/push-options.js';

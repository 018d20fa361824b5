export { ApiSettingsModule } from './api-settings.module.js';
export { ApiSettingsService } from './api-settings.service.js';

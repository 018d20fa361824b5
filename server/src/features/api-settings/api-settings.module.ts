import { Module } from '@nestjs/common';
import { ChangesModule } from '../changes/index.js';
import { WorkspaceModule } from '../workspace/index.js';
import { ApiSettingsResolver } from './api-settings.resolver.js';
import { ApiSettingsService } from './api-settings.service.js';

/** The settings of the API for those who build on it. */
@Module({
  imports: [ChangesModule, WorkspaceModule],
  providers: [ApiSettingsResolver, ApiSettingsService],
  exports: [ApiSettingsService],
})
export class ApiSettingsModule {}

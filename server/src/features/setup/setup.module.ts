import { Module } from '@nestjs/common';
import { AgentsModule } from '../agents/index.js';
import { AuthModule } from '../auth/index.js';
import { OidcModule } from '../oidc/index.js';
import { PasskeysModule } from '../passkeys/index.js';
import { WorkspaceModule } from '../workspace/index.js';
import { FirstRun } from './first-run.js';
import { SetupCode } from './setup-code.js';
import { SetupController } from './setup.controller.js';
import { SetupService } from './setup.service.js';

/** The first run, and what a page asks before it asks anything else. */
@Module({
  imports: [AgentsModule, AuthModule, OidcModule, PasskeysModule, WorkspaceModule],
  controllers: [SetupController],
  providers: [FirstRun, SetupCode, SetupService],
  exports: [FirstRun],
})
export class SetupModule {}

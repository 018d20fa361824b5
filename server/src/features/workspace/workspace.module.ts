import { Module } from '@nestjs/common';
import { WorkspaceService } from './workspace.service.js';

/** The one workspace of the instance. */
@Module({ providers: [WorkspaceService], exports: [WorkspaceService] })
export class WorkspaceModule {}

import { Module } from '@nestjs/common';
import { WorkspaceModule } from '../workspace/index.js';
import { DemoResolver } from './demo.resolver.js';
import { DemoService } from './demo.service.js';

/** Conversations for a first look. */
@Module({ imports: [WorkspaceModule], providers: [DemoService, DemoResolver], exports: [DemoService] })
export class DemoModule {}

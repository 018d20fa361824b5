import { Module } from '@nestjs/common';
import { WorkspaceModule } from '../workspace/index.js';
import { SecondFactorResolver } from './second-factor.resolver.js';
import { SecondFactorService } from './second-factor.service.js';

/** The second step of signing in. */
@Module({
  imports: [WorkspaceModule],
  providers: [SecondFactorResolver, SecondFactorService],
  exports: [SecondFactorService],
})
export class SecondFactorModule {}

import { Module, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '../../kernel/nodes.js';
import { SecondFactorModule } from '../second-factor/index.js';
import { WorkspaceModule } from '../workspace/index.js';
import { Ceremonies } from './ceremonies.js';
import { PasskeyController } from './passkey.controller.js';
import { PasskeyResolver } from './passkey.resolver.js';
import { PasskeyChecks } from './passkey-checks.js';
import { PasskeyService } from './passkey.service.js';
import { PasskeySignIn } from './passkey-sign-in.js';

/** Passkeys (WebAuthn). */
@Module({
  imports: [SecondFactorModule, WorkspaceModule],
  controllers: [PasskeyController],
  providers: [Ceremonies, PasskeyChecks, PasskeyResolver, PasskeyService, PasskeySignIn],
  exports: [PasskeySignIn],
})
export class PasskeysModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly passkeys: PasskeyService,
  ) {}

  onModuleInit(): void {
    this.nodes.register('passkey', 'Passkey', ({ ctx }, id) => this.passkeys.find(ctx, id));
  }
}

import { Module, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '../../kernel/nodes.js';
import { SecondFactorModule } from '../second-factor/index.js';
import { CompanySignIn } from './company-sign-in.js';
import { IdentityService } from './identity.service.js';
import { OidcController } from './oidc.controller.js';
import { IdentityResolver, ProviderResolver } from './oidc.resolver.js';
import { ProviderClient } from './provider-client.js';
import { ProviderFetch } from './provider-fetch.js';
import { ProviderService } from './provider.service.js';

/** Sign-in with the provider of the company, by OpenID Connect. Needs the kernel's ports and `OidcOptions`. */
@Module({
  imports: [SecondFactorModule],
  controllers: [OidcController],
  providers: [CompanySignIn, IdentityResolver, IdentityService, ProviderClient, ProviderFetch, ProviderResolver, ProviderService],
  exports: [ProviderService],
})
export class OidcModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly identities: IdentityService,
  ) {}

  onModuleInit(): void {
    this.nodes.register('signInIdentity', 'SignInIdentity', ({ ctx }, id) => this.identities.find(ctx, id));
  }
}

export { resetIdentities } from './identity.service.js';
export { SignInIdentity } from './identity.entity.js';
export { OidcModule } from './oidc.module.js';
export { OidcOptions } from './oidc-options.js';
export { deleteIdentities, passwordsOff } from './oidc.repository.js';
export { SignInProvider } from './provider.entity.js';
export { allowPasswordsAgain, PASSWORDS_OFF, ProviderService } from './provider.service.js';

export { Passkey } from './passkey.entity.js';
export { deletePasskeys } from './passkey.repository.js';
export { removePasskeys } from './passkey.service.js';
export { PasskeySignIn } from './passkey-sign-in.js';
export { PasskeysModule } from './passkeys.module.js';

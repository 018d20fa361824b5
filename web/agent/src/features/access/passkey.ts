import { startAuthentication } from '@simplewebauthn/browser';
import { api } from '../../app/session.js';

/** Signs in with a passkey of this device; false when there was none, or one did not want to. */
export async function signInWithPasskey(): Promise<boolean> {
  const optionsJSON = await api.beginPasskey();
  const response = await startAuthentication({ optionsJSON }).catch(() => null);
  if (!response) return false;
  await api.finishPasskey(response);
  return true;
}

import { api } from './session.js';
import { useSession } from './useSession.js';

/** Signs out here; whether the server heard it or not, this page forgets everything. */
export function useSignOut(): () => void {
  const { signedOut } = useSession();
  return () =>
    void api
      .signOut()
      .catch(() => undefined)
      .finally(signedOut);
}

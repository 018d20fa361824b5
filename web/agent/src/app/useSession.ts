import { createContext, useContext } from 'react';
import type { SessionInfo } from './session.js';

interface SessionValue {
  session: SessionInfo;
  /** Asks the server again, after signing in or a step of the first run. */
  refresh: () => Promise<void>;
  /** The server no longer knows us. */
  signedOut: () => void;
}
export const SessionContext = createContext<SessionValue | null>(null);

export function useSession(): SessionValue {
  const value = useContext(SessionContext);
  if (!value) throw new Error('Outside of the app');
  return value;
}

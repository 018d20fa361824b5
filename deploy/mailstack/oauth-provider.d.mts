/** A stand-in for the sign-in of Google and Microsoft; what is not a function may be changed while it runs. */
export interface OAuthProvider {
  readonly url: string;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  clientSecret: string;
  readonly redirectUris: Set<string>;
  /** `none`: as Google, the refresh token stays. `lenient`: as Microsoft, a new one comes each time and the old one stays good. `strict`: the old one is void, and its return revokes all (RFC 9700, 4.14.2). */
  rotation: 'none' | 'lenient' | 'strict';
  lifetimeSeconds: number;
  /** Whoever the next person at the page is. */
  account: string;
  /** What that person agrees to; null: to all that is asked. */
  scopes: string[] | null;
  /** Whether a refresh token is handed out at all. */
  offline: boolean;
  /** Statuses with which the token endpoint fails, one a request, before it works again. */
  readonly failures: number[];
  readonly requests: { grantType: string; at: number }[];
  /** Opens the page as a browser does and answers it; gives the address that the browser is sent back to. */
  visit(url: string, o?: { account?: string; answer?: 'allow' | 'deny' }): Promise<string>;
  /** The account takes its consent back; `keepAccess`: tokens that are out stay good for their time, as at Microsoft. */
  revoke(account: string, o?: { keepAccess?: boolean }): void;
  /** The tokens that are out open nothing any more. */
  expireAccess(account: string): void;
  stop(): Promise<void>;
}
/** Starts it, with the introspection that the mail servers of `startMailstack` ask. */
export function startOAuthProvider(o: { introspectPort: number }): Promise<OAuthProvider>;

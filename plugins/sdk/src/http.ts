/**
 * `path`: what follows the name in the address, such as `/style.css`. Names of headers are in small letters; cookies are left out.
 * `ip`: of whoever asks, past the proxies that the host trusts.
 */
export interface RawRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  body: Uint8Array;
  ip: string;
  receivedAt: Date;
}
/** What a route or a webhook answers. */
export interface RawResponse {
  status: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

/**
 * What an end user's browser reads. A page of a route stands in an origin of its own: it has no cookies and no storage, and reaches other routes as
 * another site does (`cors`). Cookies that it sets are dropped.
 */
export interface RouteOptions {
  method: 'GET' | 'POST';
  public: boolean; // false: only for agents of the inbox, or of one that a responder serves
  admins?: boolean; // not `public`, and only for admins
  cors?: boolean; // other sites may ask, too
  maxBytes?: number; // of the body; 256 kB when not given, 25 MB at most
}

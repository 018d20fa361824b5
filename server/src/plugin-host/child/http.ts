import { publicFetch } from './public-fetch.js';

const MAX_REDIRECTS = 5;
const TIMEOUT_MS = 60_000;

/** Whether `host:port` is one of the manifest's; `*.example.com:443` stands for any name below example.com. */
export function isAllowed(net: readonly string[], url: URL): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return net.some((entry) => {
    if (entry === '*') return true;
    const at = entry.lastIndexOf(':');
    const [host, allowedPort] = at < 0 ? [entry, '443'] : [entry.slice(0, at), entry.slice(at + 1)];
    if (allowedPort !== '*' && allowedPort !== port) return false;
    const name = url.hostname.toLowerCase();
    return host.startsWith('*.') ? name.endsWith(host.slice(1).toLowerCase()) : name === host.toLowerCase();
  });
}

/** The hosts of a private network that who runs the server has named for the plugin. */
export function privateHosts(values: Readonly<Record<string, string>>): string[] {
  return (values['privateHosts'] ?? '')
    .split(',')
    .map((host) => host.trim())
    .filter((host) => host !== '' && host !== '*');
}

/**
 * `fetch` for a plugin: only to the hosts that it asked for when it was installed, on each hop, with a deadline. Where `*` is all that
 * lets a host in, its address must be a public one; `named` are those that the operator allows all the same.
 */
export function allowedFetch(net: readonly string[], signal: AbortSignal, named: readonly string[] = []): typeof fetch {
  const known = [...net.filter((entry) => entry !== '*'), ...named];
  return async (input, init) => {
    let request = new Request(input, init);
    const wanted = request.redirect;
    const stop = AbortSignal.any([signal, request.signal, AbortSignal.timeout(TIMEOUT_MS)]);
    for (let hop = 0; ; hop++) {
      const url = new URL(request.url);
      if (!isAllowed(net, url))
        throw new Error(`${url.host} is not among the hosts that this plugin may reach; see "net" in its manifest.`);
      // A clone holds back the whole of a body that is sent; who follows no redirects needs none.
      const again = wanted === 'follow' ? request.clone() : null;
      const response = isAllowed(known, url)
        ? await fetch(request, { redirect: 'manual', signal: stop })
        : await publicFetch(request, stop);
      const location = response.headers.get('location');
      if (again === null || response.status < 300 || response.status > 399 || location === null) return response;
      if (hop >= MAX_REDIRECTS) throw new Error('Too many redirects.');
      await response.body?.cancel();
      request = redirected(again, new URL(location, url), response.status);
    }
  };
}

/** The next hop, as browsers do it: a GET after 303 and after a POST that was moved; no credentials to another origin. */
function redirected(from: Request, to: URL, status: number): Request {
  const headers = new Headers(from.headers);
  if (to.origin !== new URL(from.url).origin) for (const name of ['authorization', 'cookie']) headers.delete(name);
  const becomesGet = (status === 303 && from.method !== 'HEAD') || ((status === 301 || status === 302) && from.method === 'POST');
  if (!becomesGet) return new Request(to, new Request(from, { headers }));
  headers.delete('content-type');
  return new Request(to, { method: 'GET', headers });
}

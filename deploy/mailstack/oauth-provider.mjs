/**
 * A stand-in for the sign-in of Google and Microsoft, written from their documents and RFC 6749, 7636, 7662 and 9700; Dovecot asks it
 * about tokens. It knows every account of `*.test` and trusts who clicks.
 *
 *   const provider = await startOAuthProvider({ introspectPort: stack.ports.introspect });
 *   provider.redirectUris.add('http://localhost:3000/setup/callback');
 *   const back = await provider.visit(authorizeUrl, { account: 'support@shop.test' });
 *   provider.revoke('support@shop.test');
 *   await provider.stop();
 */
import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';

const secret = () => randomBytes(24).toString('base64url');
const listen = (server, port) =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server.address().port));
  });
const page = (body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sign in</title><main>${body}</main></html>`;
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const body = async (request) => {
  let text = '';
  for await (const chunk of request) text += chunk;
  return new URLSearchParams(text);
};
const json = (response, status, value) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));

class Refused extends Error {
  constructor(code, words, status = 400) {
    super(words);
    Object.assign(this, { code, status });
  }
}

export async function startOAuthProvider({ introspectPort }) {
  const codes = new Map();
  const access = new Map();
  const refresh = new Map();
  const knobs = {
    clientId: 'balie-app',
    clientSecret: secret(),
    redirectUris: new Set(),
    /** `none`: as Google, the refresh token stays. `lenient`: as Microsoft, a new one comes each time and the old one stays good. `strict`: the old one is void, and its return revokes all (RFC 9700, 4.14.2). */
    rotation: 'none',
    lifetimeSeconds: 3600,
    /** Whoever the next person at the page is. */
    account: 'support@shop.test',
    /** What that person agrees to; null: to all that is asked. */
    scopes: null,
    offline: true,
    /** Answers of the token endpoint that fail with a status, before it works again. */
    failures: [],
    /** Each request to the token endpoint, without its secrets. */
    requests: [],
  };

  const issue = (grant, withRefresh) => {
    const token = secret();
    access.set(token, { grant, expiresAt: Date.now() + knobs.lifetimeSeconds * 1000 });
    const answer = { access_token: token, token_type: 'Bearer', expires_in: knobs.lifetimeSeconds, scope: grant.scopes.join(' ') };
    if (!withRefresh) return answer;
    const renewal = secret();
    refresh.set(renewal, { grant, used: false });
    return { ...answer, refresh_token: renewal };
  };

  function authorize(query) {
    if (query.get('client_id') !== knobs.clientId) throw new Refused('invalid_client', 'No such app.', 401);
    if (!knobs.redirectUris.has(query.get('redirect_uri'))) throw new Refused('redirect_uri_mismatch', 'This redirect URI is not registered.');
    if (query.get('response_type') !== 'code' || query.get('code_challenge_method') !== 'S256' || !query.get('state'))
      throw new Refused('invalid_request', 'A code with PKCE and a state is what this test is about.');
    const choice = (answer, words) => `<p><a href="/consent?answer=${answer}&amp;${escaped(query.toString())}">${words}</a></p>`;
    return page(`<h1>${escaped(knobs.account)}</h1><p>Balie wants to read and send your mail.</p>${choice('allow', 'Allow')}${choice('deny', 'Deny')}`);
  }

  function consent(query) {
    const back = new URL(query.get('redirect_uri'));
    back.searchParams.set('state', query.get('state'));
    if (query.get('answer') === 'deny') back.searchParams.set('error', 'access_denied');
    else {
      const code = secret();
      const scopes = knobs.scopes ?? (query.get('scope') ?? '').split(' ').filter(Boolean);
      const grant = { account: knobs.account, scopes, revoked: false };
      codes.set(code, { grant, redirectUri: query.get('redirect_uri'), challenge: query.get('code_challenge'), at: Date.now() });
      back.searchParams.set('code', code);
    }
    return back.href;
  }

  function token(form) {
    if (form.get('client_id') !== knobs.clientId || form.get('client_secret') !== knobs.clientSecret)
      throw new Refused('invalid_client', 'The client secret is wrong or has expired.', 401);
    if (form.get('grant_type') === 'authorization_code') {
      const code = codes.get(form.get('code'));
      codes.delete(form.get('code'));
      const challenge = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url');
      if (!code || code.redirectUri !== form.get('redirect_uri') || code.challenge !== challenge)
        throw new Refused('invalid_grant', 'The code is not good.');
      return issue(code.grant, knobs.offline);
    }
    if (form.get('grant_type') !== 'refresh_token') throw new Refused('unsupported_grant_type', 'No such grant.');
    const known = refresh.get(form.get('refresh_token'));
    if (known?.used) known.grant.revoked = true;
    if (!known || known.grant.revoked) throw new Refused('invalid_grant', 'Token has been expired or revoked.');
    if (knobs.rotation === 'strict') known.used = true;
    return issue(known.grant, knobs.rotation !== 'none');
  }

  async function serve(request, response) {
    const url = new URL(request.url, 'http://127.0.0.1');
    try {
      if (url.pathname === '/authorize') return response.writeHead(200, { 'content-type': 'text/html' }).end(authorize(url.searchParams));
      if (url.pathname === '/consent') return response.writeHead(302, { location: consent(url.searchParams) }).end();
      if (url.pathname !== '/token' || request.method !== 'POST') return response.writeHead(404).end();
      const form = await body(request);
      knobs.requests.push({ grantType: form.get('grant_type'), at: Date.now() });
      const failure = knobs.failures.shift();
      if (failure) return response.writeHead(failure).end('<h1>Trouble</h1>');
      return json(response, 200, token(form));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return json(response, error.status, { error: error.code, error_description: error.message });
    }
  }
  const server = createServer((request, response) => void serve(request, response));
  const port = await listen(server, 0);

  // RFC 7662, in the form that the configuration of Dovecot asks for.
  const introspection = createServer((request, response) => {
    const known = access.get(new URL(request.url, 'http://127.0.0.1').searchParams.get('token'));
    const active = known !== undefined && known.expiresAt > Date.now() && !known.void;
    json(response, 200, active ? { active: true, email: known.grant.account } : { active: false });
  });
  await listen(introspection, introspectPort);

  return Object.assign(knobs, {
    url: `http://127.0.0.1:${port}`,
    authorizeUrl: `http://127.0.0.1:${port}/authorize`,
    tokenUrl: `http://127.0.0.1:${port}/token`,
    /** Opens the page as a browser does and answers it; gives the address that the browser is sent back to. */
    async visit(url, { account = knobs.account, answer = 'allow' } = {}) {
      knobs.account = account;
      const shown = await fetch(url);
      const text = await shown.text();
      if (shown.status !== 200) throw new Error(`The provider says ${shown.status}: ${text}`);
      const link = new RegExp(`href="(/consent\\?answer=${answer}[^"]*)"`).exec(text)[1].replaceAll('&amp;', '&');
      const back = await fetch(new URL(link, url), { redirect: 'manual' });
      return back.headers.get('location');
    },
    /** The account takes its consent back; `keepAccess`: tokens that are out stay good for their time, as at Microsoft. */
    revoke(account, { keepAccess = false } = {}) {
      const grants = [...refresh.values()].map(({ grant }) => grant).filter((grant) => grant.account === account);
      for (const grant of grants) grant.revoked = true;
      if (!keepAccess) this.expireAccess(account);
    },
    /** The tokens that are out open nothing any more. */
    expireAccess(account) {
      for (const one of access.values()) if (one.grant.account === account) one.void = true;
    },
    async stop() {
      for (const one of [server, introspection]) {
        one.closeAllConnections();
        await new Promise((resolve) => one.close(resolve));
      }
    },
  });
}

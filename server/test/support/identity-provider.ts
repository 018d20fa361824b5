import { generateKeyPair } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import Provider, { type Configuration } from 'oidc-provider';

/** Somebody's account at the provider. */
export interface Account {
  sub: string;
  email: string;
  email_verified?: boolean;
  name?: string;
  /** How the provider says that it asked who he is. */
  acr?: string;
}

/** A real OpenID Connect provider on loopback, at which whoever the test names is signed in. */
export class IdentityProvider {
  readonly clientId = 'balie';
  readonly clientSecret = 'a secret of the client & more';
  /** Whoever comes is this one; null: he turns back. */
  visitor: Account | null = null;
  /** It says that its keys are others than those that it signs with. */
  lies = false;
  private readonly accounts = new Map<string, Account>();
  private handle: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;

  private constructor(
    private readonly server: Server,
    private readonly redirectUri: string,
  ) {}

  static async start(redirectUri: string): Promise<IdentityProvider> {
    const server = createServer((request, response) => made.handle(request, response));
    const made = new IdentityProvider(server, redirectUri);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await made.rotateKeys();
    return made;
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** From now on it signs with a key that nobody has seen, and knows no other. */
  async rotateKeys(): Promise<void> {
    const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
    const { publicKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
    const kid = `key-${Math.random()}`;
    const key = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid };
    const foreign = JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid }] });
    const provider = new Provider(this.issuer, this.configuration(key));
    const callback = provider.callback();
    this.handle = (request, response) => {
      if (this.lies && request.url === '/jwks') response.setHeader('content-type', 'application/json').end(foreign);
      else if (request.url?.startsWith('/interaction/')) void this.interact(provider, request, response);
      else void callback(request, response);
    };
  }

  /** What a browser does that is sent here: it ends at the address to which it is sent back. */
  async visit(url: string, account: Account | null): Promise<string> {
    this.visitor = account;
    const jar = new Map<string, string>();
    for (let at = url, hops = 0; hops < 10; hops += 1) {
      if (at.startsWith(this.redirectUri)) return at;
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(at, { redirect: 'manual', headers: { cookie } });
      for (const line of answer.headers.getSetCookie()) {
        const [pair = ''] = line.split(';', 1);
        jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
      }
      const next = answer.headers.get('location');
      if (!next) throw new Error(`The provider answered ${answer.status}: ${await answer.text()}`);
      at = new URL(next, at).href;
    }
    throw new Error('The provider sends its visitor in circles.');
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private configuration(key: object): Configuration {
    return {
      jwks: { keys: [key as never] },
      clients: [{ client_id: this.clientId, client_secret: this.clientSecret, redirect_uris: [this.redirectUri] }],
      claims: { openid: ['sub', 'acr'], email: ['email', 'email_verified'], profile: ['name'] },
      acrValues: ['mfa'],
      features: { devInteractions: { enabled: false } },
      ttl: { AccessToken: 600, AuthorizationCode: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
      cookies: { keys: ['only for tests'] },
      pkce: { required: () => true },
      interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
      findAccount: (_ctx, accountId) => {
        const account = this.accounts.get(accountId);
        return account && { accountId, claims: () => ({ ...account }) };
      },
      // Nobody is asked for his consent.
      loadExistingGrant: async (ctx) => {
        const { client, session, provider } = ctx.oidc;
        const grant = new provider.Grant({
          ...(client ? { clientId: client.clientId } : {}),
          ...(session?.accountId ? { accountId: session.accountId } : {}),
        });
        grant.addOIDCScope('openid email profile');
        await grant.save();
        return grant;
      },
    };
  }

  private async interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { visitor } = this;
    if (!visitor) return provider.interactionFinished(request, response, { error: 'access_denied' });
    this.accounts.set(visitor.sub, visitor);
    const { sub, acr } = visitor;
    await provider.interactionFinished(request, response, { login: { accountId: sub, ...(acr ? { acr } : {}) } });
  }
}

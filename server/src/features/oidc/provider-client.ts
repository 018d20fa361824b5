import { Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import { z } from 'zod';
import type { SignInProviderProblem } from '../../generated/graphql.js';
import { ProviderFetch } from './provider-fetch.js';

const SECONDS = 10;
const SCOPE = 'openid email profile';

/** How Balie is known to a provider. */
export interface Client {
  issuer: string;
  clientId: string;
  clientSecret: string | null;
}
/** What must come back unchanged with the browser. */
export interface Checks {
  state: string;
  nonce: string;
  verifier: string;
}
/** What a provider says about somebody. */
export interface Claims {
  issuer: string;
  subject: string;
  email: string | null;
  /** The provider vouches that the address is his. */
  emailVerified: boolean;
  name: string | null;
  /** `acr` and `amr`: how he was asked who he is. */
  asked: string[];
}

/** A provider that can't be used; the words are for owners and the log. */
export class ProviderRefused extends Error {
  constructor(
    readonly problem: SignInProviderProblem,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

const truth = z.union([z.boolean(), z.string(), z.number()]).transform((value) => [true, 'true', 1, '1'].includes(value));
const claim = z.object({
  sub: z.string().min(1).max(255),
  email: z.string().max(254).nullish().catch(null),
  email_verified: truth.nullish().catch(null),
  /** Microsoft's word for it: the owner of the domain was verified. */
  xms_edov: truth.nullish().catch(null),
  name: z.string().nullish().catch(null),
  acr: z.string().nullish().catch(null),
  amr: z.array(z.string()).nullish().catch(null),
});

/** The authorization code flow with PKCE (RFC 7636), state and nonce, as OpenID Connect Core 1.0, 3.1 describes it. */
@Injectable()
export class ProviderClient {
  constructor(private readonly outgoing: ProviderFetch) {}

  /** Asks the provider what it can do; throws ProviderRefused. */
  async discover({ issuer, clientId, clientSecret }: Client): Promise<oidc.Configuration> {
    const server = new URL(issuer);
    const insecure = server.protocol === 'http:';
    const options = { [oidc.customFetch]: this.outgoing.fetch, timeout: SECONDS, ...(insecure ? INSECURE : {}) };
    const found = await oidc.discovery(server, clientId, undefined, oidc.None(), options).catch((error: unknown) => {
      throw refusalOf(error);
    });
    const metadata = found.serverMetadata();
    if (!canCode(metadata)) throw new ProviderRefused('UNSUITABLE', 'It does not offer the authorization code flow.');
    const config = new oidc.Configuration(metadata, clientId, undefined, authentication(metadata, clientSecret));
    config[oidc.customFetch] = this.outgoing.fetch;
    config.timeout = SECONDS;
    if (insecure) oidc.allowInsecureRequests(config);
    // A token that came straight from the provider need not be checked against its keys; ours is, with keys that are loaded anew each time.
    oidc.enableNonRepudiationChecks(config);
    return config;
  }

  /** Where the browser is sent, and what must come back. */
  async begin(client: Client, redirectUri: string): Promise<{ url: string; checks: Checks }> {
    const config = await this.discover(client);
    const checks = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
    const url = oidc.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      scope: SCOPE,
      state: checks.state,
      nonce: checks.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(checks.verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, checks };
  }

  /** Who came back, by the address to which the provider sent him; throws whatever is wrong with it. */
  async end(client: Client, cameBack: URL, { state, nonce, verifier }: Checks): Promise<Claims> {
    const config = await this.discover(client);
    const tokens = await oidc.authorizationCodeGrant(config, cameBack, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const told = tokens.claims();
    if (!told) throw new Error('There was no ID token.');
    const own = claim.parse(told);
    const asks = own.email == null && config.serverMetadata().userinfo_endpoint !== undefined;
    // Some providers tell the address only when they are asked for it.
    const more = asks ? claim.parse(await oidc.fetchUserInfo(config, tokens.access_token, own.sub)) : own;
    const verified = more.email_verified ?? (isMicrosoft(told.iss) ? more.xms_edov : false) ?? false;
    return {
      issuer: told.iss,
      subject: own.sub,
      email: more.email ?? null,
      emailVerified: verified,
      name: own.name ?? more.name ?? null,
      asked: [...(own.acr == null ? [] : [own.acr]), ...(own.amr ?? [])],
    };
  }
}

/** Only for addresses that the owner may write with `http:`; see `checkIssuer`. */
const INSECURE = { execute: [oidc.allowInsecureRequests] };

function canCode(metadata: oidc.ServerMetadata): boolean {
  const { authorization_endpoint, token_endpoint, jwks_uri, response_types_supported: types } = metadata;
  return Boolean(authorization_endpoint && token_endpoint && jwks_uri) && (types?.includes('code') ?? true);
}

/** A provider that says nothing of it takes `client_secret_basic` (OpenID Connect Discovery 1.0, 3). */
function authentication(metadata: oidc.ServerMetadata, secret: string | null): oidc.ClientAuth {
  if (secret === null) return oidc.None();
  const basic = metadata.token_endpoint_auth_methods_supported?.includes('client_secret_basic') ?? true;
  return basic ? oidc.ClientSecretBasic(secret) : oidc.ClientSecretPost(secret);
}

function isMicrosoft(issuer: string): boolean {
  return new URL(issuer).host === 'login.microsoftonline.com';
}

function refusalOf(error: unknown): ProviderRefused {
  const causes: Error[] = [];
  for (let at = error; at instanceof Error && causes.length < 5; at = at.cause) causes.push(at);
  const codes = causes.map((one) => (one as { code?: unknown }).code);
  const words = causes.map(({ message }) => message);
  // What request-filtering-agent says of an address that it does not connect to.
  if (words.some((text) => text.includes('is not allowed. Because')))
    return new ProviderRefused('PRIVATE_ADDRESS', 'This address is in a private network. See BALIE_SIGN_IN_NETWORKS.', error);
  if (codes.includes('OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED'))
    return new ProviderRefused(
      'OTHER_ISSUER',
      'The provider there calls itself by another issuer. Write it as the provider does.',
      error,
    );
  if (causes[0] instanceof oidc.ClientError && codes.some((code) => String(code).startsWith('OAUTH_') && !isTime(code)))
    return new ProviderRefused('NO_PROVIDER', 'What answers under this address is no OpenID Connect provider.', error);
  return new ProviderRefused('UNREACHABLE', `There is no answer under this address: ${words.at(-1) ?? 'unknown'}`, error);
}

const isTime = (code: unknown): boolean => code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT';

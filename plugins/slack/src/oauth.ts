import { createHash, randomBytes } from 'node:crypto';
import type { RawRequest, RawResponse } from '@balie/plugin-sdk';
import { type Context, INSTALLED, type Installed, Slack, SlackError } from './api.js';
import { check, SCOPES } from './check.js';
import { escapeHtml } from './html.js';
import { forgetPeople } from './people.js';
import { textsOf } from './texts.js';
import { connected } from './trouble.js';

/** So long somebody may take at Slack. */
const TTL_MS = 10 * 60_000;
const STATE = /^[\w-]{43}$/;
/** Kept by its hash: who reads the store can't come back with it. */
const stateKey = (state: string) => `oauth:${createHash('sha256').update(state).digest('base64url')}`;

interface Granted {
  access_token?: string;
  scope?: string;
  team?: { id?: string; name?: string } | null;
}

/** Sends an admin to Slack, to agree (docs.slack.dev, “Installing with OAuth”). */
export async function onInstall(_request: RawRequest, context: Context): Promise<RawResponse> {
  const { settings, instance, state } = context;
  if (settings.connect !== 'oauth') return page(context, 404, textsOf(settings).notByOauth);
  const secret = randomBytes(32).toString('base64url');
  await state.set(stateKey(secret), true, { ttlMs: TTL_MS });
  const url = new URL('/oauth/v2/authorize', settings.apiUrl);
  url.search = new URLSearchParams({
    client_id: settings.clientId,
    scope: SCOPES.join(','),
    state: secret,
    redirect_uri: instance.routeUrl('oauth'),
  }).toString();
  return { status: 302, headers: { location: url.href, 'referrer-policy': 'no-referrer' } };
}

/** Slack sends him back: what he brings is good once, and only when an admin of ours was sent there. */
export async function onReturn({ query }: RawRequest, context: Context): Promise<RawResponse> {
  const t = textsOf(context.settings);
  if (!(await takeState(context, query['state'] ?? ''))) return page(context, 403, t.oauthStale);
  if (query['error']) return page(context, 200, t.oauthRefused(query['error'].slice(0, 100)));
  try {
    return await connect(context, query['code'] ?? '');
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    return page(context, 502, t.failed(error.message));
  }
}

/** True once for each that is there. */
async function takeState({ state }: Context, secret: string): Promise<boolean> {
  const found = STATE.test(secret) ? await state.get(stateKey(secret)) : null;
  if (!found) return false;
  // Whoever is second finds another version.
  const taken = await state.set(stateKey(secret), false, { ifVersion: found.version, ttlMs: TTL_MS }).catch(() => null);
  return taken !== null && found.value === true;
}

async function connect(context: Context, code: string): Promise<RawResponse> {
  const { settings, instance, state } = context;
  const t = textsOf(settings);
  const granted = await new Slack(context, null).call<Granted>('oauth.v2.access', {
    code,
    client_id: settings.clientId,
    client_secret: settings.clientSecret,
    redirect_uri: instance.routeUrl('oauth'),
  });
  const { access_token: token, team } = granted;
  if (!token || !team?.id) return page(context, 502, t.oauthNoTeam);
  const scopes = new Set(granted.scope?.split(','));
  const missing = SCOPES.filter((scope) => !scopes.has(scope));
  if (missing.length > 0) return page(context, 400, t.oauthScopes(missing.join(', ')));
  const before = await state.get<Installed>(INSTALLED);
  // Its threads and linked accounts are those of the other workspace.
  if (before && before.value.teamId !== team.id) return page(context, 409, t.oauthOther);
  await state.set(INSTALLED, { token, teamId: team.id } satisfies Installed, { secret: true });
  forgetPeople();
  await connected(context);
  const { checks = [] } = await check(context);
  return page(context, 200, t.oauthDone(team.name ?? team.id), ...checks.flatMap(({ message }) => message ?? []));
}

function page({ settings }: Context, status: number, ...lines: string[]): RawResponse {
  const said = lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('');
  const body = `<!doctype html><html lang="${settings.language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Slack</title>${said}</html>`;
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', 'referrer-policy': 'no-referrer' }, body };
}

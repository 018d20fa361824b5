import { ChannelError, type CheckLine, type CheckResult } from '@balie/plugin-sdk';
import { z } from 'zod';
import { graph, type Context } from './graph.js';
import { WINDOW } from './window.js';

/** What a page tells our app of (Meta, "Messenger Platform: Webhooks"). */
export const FIELDS = [
  'messages',
  'message_echoes',
  'message_deliveries',
  'message_reads',
  'message_reactions',
  'message_edits',
  'messaging_postbacks',
  'messaging_referrals',
];
const NEEDED = ['pages_messaging', 'pages_manage_metadata'];
const page = z.object({ id: z.string().min(1), name: z.string().default('') });
const token = z.object({
  data: z.object({
    app_id: z.string().optional(),
    is_valid: z.boolean().default(false),
    expires_at: z.number().default(0),
    scopes: z.array(z.string()).default([]),
    error: z.object({ message: z.string() }).optional(),
  }),
});

/** Proves app, secret and token, and has the page tell the app what happens on it; the page is the account. */
export async function check(context: Context): Promise<CheckResult> {
  const { settings } = context;
  const { data } = token.parse(
    await graph(context, {
      method: 'GET',
      to: 'debug_token',
      query: { input_token: settings.pageToken },
      token: `${settings.appId}|${settings.appSecret}`,
    }),
  );
  if (!data.is_valid) throw new ChannelError('auth', `The page token is refused. ${data.error?.message ?? ''}`.trim());
  if (data.app_id !== settings.appId)
    throw new ChannelError('auth', `The page token was made for another app (${data.app_id ?? 'unknown'}).`);
  const { id, name } = page.parse(await graph(context, { method: 'GET', to: 'me', query: { fields: 'id,name' } }));
  const missing = NEEDED.filter((scope) => !data.scopes.includes(scope));
  const checks: CheckLine[] = [
    { title: 'App and page token', ok: true, message: `${name || id}${expiry(data.expires_at)}` },
    {
      title: 'Permissions',
      ok: missing.length === 0,
      message: missing.length > 0 ? `Missing: ${missing.join(', ')}.` : NEEDED.join(', '),
    },
  ];
  if (missing.length === 0) {
    await subscribe(context, id);
    checks.push({ title: 'The page tells this app of messages', ok: true });
  }
  const label = name || `Page ${id}`;
  return {
    account: id,
    label,
    own: [{ kind: 'psid', value: id, trust: 'verified', name: label }],
    capabilities: { replyWindow: settings.humanAgent ? { ...WINDOW, peopleHours: 7 * 24 } : WINDOW },
    checks,
  };
}

/** The same twice is nothing (Meta, "Page subscribed_apps"). */
export async function subscribe(context: Context, pageId: string): Promise<void> {
  const query = { subscribed_fields: FIELDS.join(',') };
  await graph(context, { method: 'POST', to: `${pageId}/subscribed_apps`, query, repeatable: true });
}

const expiry = (at: number): string => (at > 0 ? `; the token ends on ${new Date(at * 1000).toISOString().slice(0, 10)}` : '');

import type { CheckLine, CheckResult } from '@balie/plugin-sdk';
import { type Context, INSTALLED, Slack, SlackError } from './api.js';
import { channelsOf } from './settings.js';

/** What the app must be allowed to do; the manifest in the README asks for all of it. */
export const SCOPES = [
  'channels:history',
  'channels:read',
  'chat:write',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'reactions:write',
  'users:read',
  'users:read.email',
];

/** Signs in, and looks whether the app may do all that it must and is in each of the channels. */
export async function check(context: Context): Promise<CheckResult> {
  const { settings } = context;
  if (settings.connect === 'oauth' && !(await context.state.get(INSTALLED))) return waiting(context);
  const slack = new Slack(context);
  const auth = await slack.call<{ team_id: string; team: string; response_metadata?: { scopes?: string[] } }>('auth.test');
  const granted = auth.response_metadata?.scopes;
  const missing = granted ? SCOPES.filter((scope) => !granted.includes(scope)) : [];
  const checks: CheckLine[] = [
    missing.length === 0
      ? { title: 'Permissions', ok: true }
      : {
          title: 'Permissions',
          ok: false,
          message: `The app lacks the scopes ${missing.join(', ')}. Add them and install it again.`,
        },
  ];
  for (const channel of channelsOf(context.settings)) checks.push(await checkChannel(slack, channel));
  return { account: auth.team_id, label: auth.team, checks };
}

/** Slack is asked for once an admin has agreed there; until then the settings are kept as they are. */
function waiting({ settings, instance }: Context): CheckResult {
  const message = `Not connected yet. Save, then open ${instance.routeUrl('install')}`;
  return { account: settings.clientId, label: 'Slack', checks: [{ title: 'Workspace', ok: true, message }] };
}

async function checkChannel(slack: Slack, id: string): Promise<CheckLine> {
  try {
    const { channel } = await slack.call<{ channel: { name?: string; is_member?: boolean; is_archived?: boolean } }>(
      'conversations.info',
      {
        channel: id,
      },
    );
    const title = `Channel #${channel.name ?? id}`;
    if (channel.is_archived) return { title, ok: false, message: `The channel #${channel.name} is archived.` };
    if (channel.is_member) return { title, ok: true };
    return { title, ok: false, message: `The app is not in #${channel.name}. Write there: /invite @Balie` };
  } catch (error) {
    if (!(error instanceof SlackError) || error.kind !== 'rejected') throw error;
    return {
      title: `Channel ${id}`,
      ok: false,
      message: `The channel ${id} is not there, or the app is not in it: ${error.code}.`,
    };
  }
}

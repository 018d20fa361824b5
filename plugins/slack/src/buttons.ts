import type { RawRequest, RawResponse } from '@balie/plugin-sdk';
import { json } from './answers.js';
import { type Context, Slack } from './api.js';
import { wordTo } from './blocks.js';
import { assign, setStatus } from './desk.js';
import { type Known, knownAs } from './people.js';
import { isGenuine } from './signature.js';
import { textsOf } from './texts.js';
import { refresh } from './thread.js';
import { invite, whisper } from './whispers.js';

interface Payload {
  type?: string;
  user?: { id: string; team_id?: string };
  team?: { id: string } | null;
  container?: { channel_id?: string; message_ts?: string };
  actions?: { action_id: string; value?: string }[];
}
const OK: RawResponse = { status: 200 };

/** A button was pressed: done in the name of the member, who is told when it did not work. Pressed twice it is the same. */
export async function onButton(request: RawRequest, context: Context): Promise<RawResponse> {
  if (!isGenuine(request, context.settings.signingSecret)) return json({ error: 'The signature does not hold.' }, 401);
  const payload = JSON.parse(new URLSearchParams(Buffer.from(request.body).toString()).get('payload') ?? '{}') as Payload;
  const [action] = payload.actions ?? [];
  const { user, container } = payload;
  const { channel_id: channel, message_ts: thread_ts } = container ?? {};
  if (payload.type !== 'block_actions' || !action?.value || !user || !channel || !thread_ts) return OK;
  const slack = new Slack(context);
  const place = { channel, user: user.id, thread_ts };
  const known = await knownAs(context, slack, user.team_id ?? payload.team?.id ?? '', user.id);
  const t = textsOf(context.settings);
  if (!known.agent) {
    await invite(context, slack, place, known, t.mayNot);
    return OK;
  }
  const refused = await perform(context, action.action_id, action.value, { ...known, agent: known.agent });
  if (refused) await whisper(context, slack, place, wordTo(t, t.failed(refused), null));
  // We are not told of what we do ourselves.
  await refresh(context, slack, action.value);
  return OK;
}

function perform(
  context: Context,
  action: string,
  conversationId: string,
  { agent, account }: Known & { agent: { id: string } },
): Promise<string | null> {
  switch (action) {
    case 'assign':
      return assign(context, conversationId, agent.id, account);
    case 'close':
      return setStatus(context, conversationId, 'CLOSED', account);
    case 'reopen':
      return setStatus(context, conversationId, 'OPEN', account);
    default:
      return Promise.resolve(null);
  }
}

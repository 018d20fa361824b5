/** A whole channel on a tiny network of our own: an HTTP server that keeps messages and hands them out by number. */
import { ChannelError, defineChannel, definePlugin, secret } from '@balie/plugin-sdk';
import { z } from 'zod';

const healthy = new Map();

async function ask(context, path, init = {}) {
  const { url, token } = context.settings;
  let response;
  try {
    const headers = { authorization: token, 'content-type': 'application/json' };
    response = await context.http(`${url}${path}`, { ...init, headers, signal: context.signal });
  } catch (error) {
    throw new ChannelError('transient', `${new URL(url).host} can't be reached: ${error.cause?.code ?? error.message}`);
  }
  if (response.status === 401) throw new ChannelError('auth', 'The token is refused.');
  if (response.status === 429) throw new ChannelError('rate_limited', 'Too fast.', { retryAfterMs: 5000 });
  if (!response.ok) throw new ChannelError('rejected', `The far side says ${response.status}.`);
  return response;
}

async function listen(context) {
  let { n } = (await context.cursor()) ?? { n: 0 };
  await ask(context, '/me');
  if (context.settings.note === 'stubborn') setTimeout(() => healthy.set(context.instance.id, true), 100);
  if (context.settings.note === 'stubborn') return new Promise(() => undefined);
  healthy.set(context.instance.id, true);
  while (!context.signal.aborted) {
    try {
      const messages = await (await ask(context, `/messages?after=${n}`)).json();
      for (const message of messages) {
        const raw = await context.files.put(new TextEncoder().encode(JSON.stringify(message)), {
          name: 'message.json',
          mime: 'application/json',
        });
        await context.receive([{ id: `echo-${message.n}`, raw, meta: { n: message.n } }], { cursor: { n: message.n } });
        n = message.n;
      }
      if (messages.length > 0) {
        const seen = await context.state.get('seen');
        await context.state.set('seen', (seen?.value ?? 0) + messages.length, { ifVersion: seen?.version ?? 0 });
      }
    } catch (error) {
      if (context.signal.aborted) return;
      healthy.set(context.instance.id, false);
      throw error;
    }
  }
}

async function decode(item) {
  const chunks = [];
  for await (const chunk of item.raw) chunks.push(chunk);
  const { from, text, file } = JSON.parse(Buffer.concat(chunks).toString());
  if (text === 'poison') process.exit(9);
  if (text === 'nonsense') return [{ type: 'message' }];
  const parts = [{ type: 'text', text }];
  if (file) parts.push({ type: 'file', file: { ref: file } });
  const sender = { kind: 'echo', value: from, trust: 'verified' };
  return [{ type: 'message', id: item.id, at: item.receivedAt, sender, thread: { key: from }, parts }];
}

async function send(message, context) {
  const text = message.parts.find((part) => part.type === 'text')?.text;
  const body = JSON.stringify({ key: message.sendKey, to: message.to[0].value, text });
  if (text === 'never') return new Promise(() => undefined);
  const { id } = await (await ask(context, '/send', { method: 'POST', body })).json();
  if (text === 'die') process.exit(8);
  return { ids: [id], status: 'accepted' };
}

export default definePlugin({
  channels: [
    defineChannel({
      type: 'echo',
      title: { en: 'Echo', nl: 'Echo' },
      icon: 'message',
      settings: z.object({
        url: z.url().meta({ title: 'Address' }),
        token: secret(z.string().min(3, 'At least three characters.').meta({ title: 'Token' })),
        note: z
          .string()
          .default('none')
          .meta({ title: 'Note', advanced: true, labels: { none: { en: 'None', nl: 'Geen' } } }),
      }),
      settingsVersion: 1,
      identities: ['echo'],
      view: { id: 'echo', title: 'Echo' },
      capabilities: {
        outbound: 'initiate',
        continuity: 'one-per-contact',
        text: { formats: ['bold'] },
        files: 'none',
        choices: 'none',
        edit: 'none',
        delete: 'none',
        reaction: 'none',
        typing: { in: false, out: false },
        receipts: [],
        compose: [],
      },
      async check(context) {
        const { account } = await (await ask(context, '/me')).json();
        const ok = account !== 'blocked';
        return {
          account,
          label: `Echo of ${account}`,
          own: [{ kind: 'echo', value: account, trust: 'verified' }],
          checks: [{ title: 'Sign-in', ok, ...(ok ? {} : { message: 'The account is blocked.' }) }],
        };
      },
      listen,
      decode,
      send,
      async fetchFile(ref, context) {
        const data = new Uint8Array(await (await ask(context, `/files/${ref}`)).arrayBuffer());
        return { data, name: ref, mime: 'application/octet-stream' };
      },
      async health(context) {
        return healthy.get(context.instance.id) ? { status: 'ok' } : { status: 'degraded', message: 'Not connected yet.' };
      },
    }),
  ],
});

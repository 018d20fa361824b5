import type { ExternalId, InboundEvent, Json, OutboundMessage, Part, RawRequest, Webhook } from '../index.js';
import { ask, type Check, Fault, failureOf, fieldsOf, LeftOut, type Trial, within } from './checks.js';
import { BY_THE_CLOCK, JUMPS_MS, mutated, withClock } from './decoding.js';
import type { FarSide, Trouble } from './conformance.js';
import { SimulatedHost, streamOf } from './simulated-host.js';

const CALL_MS = 30_000;
/** Limits of what hangs, not of what is slow: the machine may be busy with much else. */
const CLOSE_MS = 10_000;
const DECODE_MS = 10_000;
const MUTATIONS = 300;
/** An answer that comes after this long is late, and an answer all the same. */
const LATE_MS = 2_000;

/** What each trouble of a far side may end in. */
const MEANT: Record<Trouble, string[]> = {
  refuses: ['rejected', 'unreachable'],
  busy: ['transient', 'rate_limited'],
  breaks: ['transient', 'uncertain'],
  hangs: ['transient', 'uncertain'],
};

/** The settings decide who is let in, and how that fails. */
export const checkTellsWhatIsWrong: Check = async (trial) => {
  const far = needed(trial);
  const { channel } = trial;
  const good = await within(CALL_MS, 'check', channel.check((await begin(trial, far)).context));
  ask(good.account && good.label, 'check answers an account and a label.');
  const bad = good.checks?.find(({ ok }) => !ok);
  ask(!bad, `Good settings are refused: ${bad?.message}`);
  const tried = ['good settings'];
  for (const [what, settings, kinds] of [
    ['wrong', far.wrong, ['auth', 'rejected']],
    ['unreachable', far.unreachable, ['transient', 'unreachable']],
  ] as const) {
    if (!settings) continue;
    const { context } = await begin(trial, far, settings);
    let lines: string[] = [];
    const failure = await failureOf(
      within(CALL_MS, 'check', channel.check(context)).then((result) => {
        lines = (result.checks ?? []).filter(({ ok }) => !ok).map(({ message }) => message ?? '');
      }),
    );
    ask(failure ?? lines.length > 0, `Settings that are ${what} are taken.`);
    ask(
      !failure || kinds.includes(failure.kind as never),
      `Settings that are ${what} fail as ${failure?.kind}, not as ${kinds.join(' or ')}.`,
    );
    tried.push(what);
  }
  return tried.join(', ');
};

/** A message arrives, and the same one again does not. */
export const sendsOnce: Check = async (trial) => {
  const far = sending(trial);
  const { host, context } = await begin(trial, far);
  const message = messageTo(far, 'once');
  const sent = await within(CALL_MS, 'send', trial.channel.send!(message, context));
  ask(sent.ids.length > 0, 'send answers no id: then nothing that comes back can be told to belong to it.');
  await arrived(far, 'once', 1);
  const again = await failureOf(
    within(CALL_MS, 'send', trial.channel.send!({ ...message, attempt: 2, uncertain: true }, context)).then((result) =>
      ask(result.ids[0] === sent.ids[0], 'The second try answers another id for the same message: it was sent twice.'),
    ),
  );
  ask(!again || again.kind === 'uncertain', `An uncertain second try fails as ${again?.kind}.`);
  ask((await count(far, 'once')) === 1, 'A message whose first try may have gone out was sent twice.');
  ask(host.count === 0, 'Sending took something in.');
  return again ? 'it says that it can not know' : 'it looks, or its network knows the key';
};

/** Files and threads go along. */
export const sendsFilesInThreads: Check = async (trial) => {
  const far = sending(trial);
  const { host, context } = await begin(trial, far);
  const files = trial.channel.capabilities.files;
  const part: Part[] = [];
  if (files !== 'none') {
    const file = await context.files.put(Buffer.from('Hello, file'), { name: 'hello.txt', mime: 'text/plain' });
    part.push({ type: 'file', file: { ...file, name: 'hello.txt', mime: 'text/plain' } });
  }
  const first = await within(CALL_MS, 'send', trial.channel.send!(messageTo(far, 'with a file', part), context));
  const thread = { ...messageTo(far, '').thread, ...(first.threadKey ? { key: first.threadKey } : {}), answers: first.ids };
  await within(CALL_MS, 'send', trial.channel.send!({ ...messageTo(far, 'as an answer'), thread }, context));
  await arrived(far, 'as an answer', 1);
  ask(host.files.size <= 2, 'Sending stored more files than it was given.');
  return files === 'none' ? 'no files, a thread' : 'a file, a thread';
};

/** What goes wrong over there is told in the right kind, within a minute, and not by hanging. */
export const failsInTheRightKind: Check = async (trial) => {
  const far = sending(trial);
  if (!far.trouble) throw new LeftOut('The far side makes no trouble (trouble).');
  const seen: string[] = [];
  for (const trouble of ['refuses', 'busy', 'breaks'] as const) {
    const { context } = await begin(trial, far);
    await far.trouble(trouble);
    try {
      const failure = await failureOf(
        within(60_000, `send to one that ${trouble}`, trial.channel.send!(messageTo(far, trouble), context)),
      );
      ask(failure, `A far side that ${trouble} is told as sent.`);
      ask(
        MEANT[trouble].includes(failure.kind),
        `A far side that ${trouble} fails as ${failure.kind}, not as ${MEANT[trouble].join(' or ')}.`,
      );
      seen.push(`${trouble}: ${failure.kind}`);
    } finally {
      await far.trouble(null);
    }
  }
  return seen.join(', ');
};

/** An answer that comes late is one: the message is told as sent, and sent once. */
export const waitsForTheSlow: Check = async (trial) => {
  const far = sending(trial);
  const { host, context } = await begin(trial, far);
  host.latenessMs = LATE_MS;
  await far.late?.(LATE_MS);
  try {
    const failure = await failureOf(
      within(CALL_MS, 'send to a slow one', trial.channel.send!(messageTo(far, 'slowly'), context)),
    );
    if (!far.late && host.requests === 0) throw new LeftOut('It uses no context.http, and the far side is never late (late).');
    ask(!failure, `A far side that answers after ${LATE_MS / 1000} s fails as ${failure?.kind}: wait longer.`);
    await arrived(far, 'slowly', 1);
    ask((await count(far, 'slowly')) === 1, 'A message to a slow far side was sent twice.');
  } finally {
    await far.late?.(0);
  }
  return `${LATE_MS / 1000} s`;
};

/** Unloaded in the middle of a send it lets go, and what it was doing counts as uncertain. */
export const letsGoInTheMiddle: Check = async (trial) => {
  const far = sending(trial);
  if (!far.trouble) throw new LeftOut('The far side makes no trouble (trouble).');
  const { host, context } = await begin(trial, far);
  await far.trouble('hangs');
  try {
    const sending = failureOf(trial.channel.send!(messageTo(far, 'hangs'), context)).catch((error: unknown) => {
      // After an abort any error will do: nobody waits for its words.
      if (error instanceof Fault) return { kind: 'uncertain', message: error.message };
      throw error;
    });
    setTimeout(() => host.stop(), 300);
    const failure = await within(CLOSE_MS + 300, 'Letting go of a send', sending);
    ask(failure, 'A far side that hangs is told as sent.');
    ask(failure.kind !== 'rejected' && failure.kind !== 'auth', `What was cut off in the middle is told as ${failure.kind}.`);
    return failure.kind;
  } finally {
    await far.trouble(null);
  }
};

/** What is written while it is away comes in once it is back, and nothing twice, whatever the database does. */
export const takesInOnce: Check = async (trial) => {
  const far = needed(trial);
  const { channel } = trial;
  if (!channel.listen) throw new LeftOut('It has no listen.');
  if (!far.write) throw new LeftOut('Nobody writes on the far side (write).');
  const { host, settings } = await begin(trial, far);
  const listening = async (until: number): Promise<void> => {
    const ended = failureOf(channel.listen!(host.context(settings) as never)).catch((error: unknown) => ({
      kind: 'threw',
      message: String(error),
    }));
    const enough = () => host.count >= until;
    // What ended before it had them all takes in no more.
    const taken = Promise.race([waitFor(async () => enough() && (await written(trial, host)) >= until), ended]);
    await within(CALL_MS, `Taking in ${until} messages`, taken);
    ask(enough(), `Listening ended after ${host.count} of ${until} messages.`);
    host.stop();
    await within(CLOSE_MS, 'Ending after the abort', ended);
    host.restart();
  };
  await far.write('one');
  await listening(1);
  await far.write('two');
  await far.write('three');
  host.failing = 1;
  await listening(3).catch(async (error: unknown) => {
    // The host starts it again when it ended over a commit that failed.
    if (host.failing > 0) throw error;
    host.restart();
    await listening(3);
  });
  await listening(3);
  const count = await written(trial, host);
  ask(count === 3, `3 messages became ${count} items: their ids must be those of the network.`);
  await decodesAlike(
    trial,
    host.items.map(({ raw }) => host.bytes(raw)),
  );
  return 'over a restart and a commit that failed';
};

/** How many of what came in others wrote: a channel may also read what it has sent itself, in its own time. */
async function written({ channel }: Trial, host: SimulatedHost): Promise<number> {
  let count = host.events.filter((event) => event.type !== 'message' || event.sender !== 'self').length;
  for (const { id, raw, meta } of host.items) {
    const item = { id: id as ExternalId, raw: streamOf(host.bytes(raw)) as ReadableStream, receivedAt: new Date(0) };
    const events = channel.decode ? await channel.decode({ ...item, ...(meta === undefined ? {} : { meta }) }) : [];
    if (!events.some((event) => event.type === 'message' && event.sender === 'self')) count += 1;
  }
  return count;
}

/** Decoding is a function of its input: the same twice, whatever the clock says, and broken input ends in a throw or in events. */
export const decodesPurely: Check = async (trial) => {
  const far = needed(trial);
  if (!trial.channel.decode) throw new LeftOut('It has no decode.');
  if (!far.raw?.length) throw new LeftOut('There is nothing to decode (raw).');
  await decodesAlike(trial, far.raw);
  let threw = 0;
  for (let round = 0; round < MUTATIONS; round++) {
    const bytes = mutated(far.raw[round % far.raw.length] ?? new Uint8Array(), round);
    try {
      await within(
        DECODE_MS,
        'Decoding a broken item',
        trial.channel.decode({ id: `m${round}` as ExternalId, raw: streamOf(bytes) as ReadableStream, receivedAt: new Date(0) }),
      );
    } catch (error) {
      if (error instanceof Fault) throw error;
      threw += 1;
    }
  }
  return `${MUTATIONS} broken items: ${threw} threw, none hung`;
};

/** A webhook lets in what is signed, and nothing else. */
export const webhooksVerify: Check = async (trial) => {
  const far = needed(trial);
  if (Object.keys(hooksOf(trial)).length === 0) throw new LeftOut('It has no webhooks.');
  if (!far.hook) throw new LeftOut('The far side calls no webhook (hook).');
  const { settings: own, context } = await begin(trial, far);
  const at = new Date();
  const { name, request } = far.hook('By a webhook', at);
  const hook = hooksOf(trial)[name];
  ask(hook, `There is no webhook ${name}.`);
  const settings = hook.byPlugin ? context.plugin : own;
  ask(hook.verify(request, settings as never), 'A signed request is refused.');
  const flipped = Uint8Array.from(request.body);
  flipped[Math.floor(flipped.length / 2)]! ^= 1;
  ask(!hook.verify({ ...request, body: flipped }, settings as never), 'A request of which one bit was changed is let in.');
  ask(!hook.verify({ ...request, headers: {} }, settings as never), 'A request without a signature is let in.');
  const events = hook.decode(SimulatedHost.again(request));
  ask(same(events, hook.decode(SimulatedHost.again(request))), 'The same request is decoded differently the second time.');
  for (const jump of JUMPS_MS) {
    const then = await withClock(jump, async () => hook.decode(SimulatedHost.again(request)));
    ask(same(events, then), BY_THE_CLOCK);
  }
  ask(
    events.some((event) => event.type === 'message'),
    'What somebody wrote is no message.',
  );
  const late: RawRequest = { ...request, receivedAt: new Date(at.getTime() + 86_400_000) };
  return hook.verify(late, settings as never) ? 'signed; a request of yesterday is let in' : 'signed and fresh';
};

/** Its webhooks, with those that it shares with others of its type: these decode what is for each account that is named. */
function hooksOf({ channel, loaded }: Trial): Record<string, Webhook<unknown> & { byPlugin: boolean }> {
  const own = Object.entries(channel.webhooks ?? {}).map(([name, hook]) => [name, { ...hook, byPlugin: false }] as const);
  const shared = Object.entries(loaded.plugin.sharedWebhooks ?? {})
    .filter(([, { channelType }]) => channelType === channel.type)
    .map(([name, hook]) => {
      const decode = (request: RawRequest) => hook.accounts(request).flatMap((account) => hook.decode(request, account));
      return [name, { ...hook, decode, byPlugin: !('keys' in hook) }] as const;
    });
  return Object.fromEntries([...own, ...shared]);
}

/** Nothing that the plugin says holds a secret. */
export function secretsIn(trial: Trial, said: readonly string[]): string[] {
  const schema = trial.channel.settings.toJSONSchema({ io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, { secret?: boolean }>;
  };
  const secrets = fieldsOf(trial.channel)
    .filter((name) => schema.properties?.[name]?.secret)
    .map((name) => trial.far?.settings[name])
    .filter((value): value is string => typeof value === 'string' && value.length >= 4);
  return said.filter((line) => secrets.some((secret) => line.includes(secret)));
}

/** Where all that was said by a trial is gathered. */
export const saidBy = new WeakMap<Trial, string[]>();

async function begin(trial: Trial, far: FarSide, given: Record<string, Json> = far.settings) {
  const parsed = await trial.channel.settings.safeParseAsync(given);
  if (!parsed.success) throw new Fault(`The settings of conformance.mjs are refused: ${parsed.error.issues[0]?.message}`);
  const { plugin } = trial.loaded;
  const host = new SimulatedHost(
    `chn_${Math.random().toString(16).slice(2)}`,
    () => (plugin.settings?.parse(far.plugin ?? {}) ?? {}) as Json,
  );
  const said = saidBy.get(trial) ?? [];
  saidBy.set(trial, said);
  Object.defineProperty(host, 'said', { value: said });
  far.hosted?.(host);
  return { host, settings: parsed.data, context: host.context(parsed.data) };
}

function needed({ far, channel }: Trial): FarSide {
  if (!far) throw new LeftOut(`conformance.mjs has no far side for ${channel.type}.`);
  return far;
}

function sending(trial: Trial): FarSide {
  if (!trial.channel.send) throw new LeftOut('It sends nothing.');
  return needed(trial);
}

let made = 0;
function messageTo(far: FarSide, text: string, more: Part[] = []): OutboundMessage {
  made += 1;
  return {
    sendKey: `conformance-${made}-${Math.random().toString(16).slice(2, 10)}`,
    attempt: 1,
    uncertain: false,
    from: { kind: far.person.kind, value: 'desk', trust: 'verified' },
    to: [far.person],
    thread: {
      id: 'thr_1',
      ...(far.threadKey ? { key: far.threadKey } : {}),
      subject: 'Conformance',
      answers: [],
      replyToken: 'c0nf0rmance',
    },
    author: { name: 'Mia', bot: false },
    parts: [{ type: 'text', text }, ...more],
    extras: {},
    ...far.message,
  };
}

async function count(far: FarSide, text: string): Promise<number> {
  return (await far.arrived()).filter((one) => one.includes(text)).length;
}

async function arrived(far: FarSide, text: string, times: number): Promise<void> {
  await within(
    CALL_MS,
    `“${text}” on the far side`,
    waitFor(async () => (await count(far, text)) >= times),
  );
}

async function waitFor(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function decodesAlike({ channel }: Trial, raws: readonly Uint8Array[]): Promise<void> {
  if (!channel.decode) return;
  for (const [index, raw] of raws.entries()) {
    const decode = (receivedAt: Date) =>
      within(
        DECODE_MS,
        'decode',
        channel.decode!({ id: `c${index}` as ExternalId, raw: streamOf(raw) as ReadableStream, receivedAt }),
      );
    const at = new Date('2026-03-29T01:30:00Z');
    const [first, second] = [await decode(at), await decode(at)];
    ask(same(first, second), 'The same item is decoded differently the second time.');
    for (const jump of JUMPS_MS) ask(same(first, await withClock(jump, () => decode(at))), BY_THE_CLOCK);
    for (const jump of [new Date(0), new Date('2100-01-01T00:00:00Z')]) wellFormed(await decode(jump));
  }
}

function wellFormed(events: InboundEvent[]): void {
  for (const event of events) {
    if (event.type !== 'message') continue;
    ask(typeof event.id === 'string' && event.id !== '', 'A message has no id.');
    ask(
      event.at instanceof Date || Object.prototype.toString.call(event.at) === '[object Date]',
      'The time of a message is no Date.',
    );
    ask(!Number.isNaN(Number(event.at)), 'The time of a message is not valid.');
  }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

import { API_VERSION, type Channel, ChannelError, type Json } from '../index.js';
import type { FarSide } from './conformance.js';
import type { Loaded } from './load.js';

/** Thrown by a check that found something, in words for the author. */
export class Fault extends Error {}
/** Thrown by a check that has nothing to try it with. */
export class LeftOut extends Error {}

/** What all checks of a channel get. */
export interface Trial {
  loaded: Loaded;
  channel: Channel;
  far: FarSide | null;
}
/** A check: it resolves with what was seen, or throws. */
export type Check = (trial: Trial) => Promise<string>;

export function ask(holds: unknown, otherwise: string): asserts holds {
  if (!holds) throw new Fault(otherwise);
}

/** The kinds in which a call may fail. */
const KINDS = ['transient', 'rate_limited', 'rejected', 'unreachable', 'window_closed', 'auth', 'uncertain'];

/** What a call failed with, by its kind; a plugin brings its own copy of the SDK, so it is known by its shape. */
export async function failureOf(work: Promise<unknown>): Promise<{ kind: string; message: string } | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof Fault) throw error;
    const { kind, message } = error as { kind?: unknown; message?: unknown };
    if (error instanceof ChannelError || KINDS.includes(String(kind))) return { kind: String(kind), message: String(message) };
    throw new Fault(`It threw ${String(error)}; the one way to fail is a ChannelError with a kind.`);
  }
}

/** Fails when the work takes longer. */
export async function within<T>(milliseconds: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Fault(`${what} took longer than ${milliseconds} ms.`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The manifest says the same as the code. */
export function manifestFaults({ manifest, plugin }: Loaded): string[] {
  const same = (a: readonly string[], b: readonly string[]) => [...a].sort().join() === [...b].sort().join();
  const faults: string[] = [];
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(manifest.id))
    faults.push('balie.id: small letters, digits and dashes, beginning with a letter.');
  if (manifest.apiVersion !== API_VERSION) faults.push(`balie.apiVersion: this SDK is for ${API_VERSION}.`);
  if (!/^\d+\.\d+\.\d+/.test(manifest.version ?? '')) faults.push('version: like 1.2.3.');
  const types = (plugin.channels ?? []).map((channel) => String((channel as Channel).type));
  if (!same(manifest.channels, types))
    faults.push(`balie.channels says [${manifest.channels.join()}], the code has [${types.join()}].`);
  const responders = (plugin.responders ?? []).map(({ type }: { type: string }) => type);
  if (!same(manifest.responders, responders))
    faults.push(`balie.responders says [${manifest.responders.join()}], the code has [${responders.join()}].`);
  for (const { type, scopes } of (plugin.responders ?? []) as { type: string; scopes: string[] }[])
    for (const scope of scopes)
      if (!manifest.permissions.scopes.includes(scope))
        faults.push(`${type} uses the scope ${scope}, which the manifest does not ask for.`);
  return faults;
}

interface Schema {
  properties?: Record<string, Schema>;
  items?: Schema;
  oneOf?: Schema[];
  anyOf?: Schema[];
  title?: unknown;
  secret?: unknown;
  type?: unknown;
  const?: unknown;
  item?: { title?: unknown; name?: string };
  preview?: string;
}
const SECRET_NAME = /(token|password|secret|api_?key|private_?key)$/i;

/** Each setting has a title, what sounds like a secret is marked as one, and what is shown beside the form is there. */
export const settingsHaveWords: Check = async ({ channel }) => {
  const schema = channel.settings.toJSONSchema({ io: 'input', unrepresentable: 'any' }) as Schema;
  const faults = wordFaults(schema, '');
  for (const [name, { preview }] of Object.entries(schema.properties ?? {})) {
    const route = preview === undefined ? undefined : channel.routes?.[preview];
    if (preview !== undefined && (route?.method !== 'GET' || route.public))
      faults.push(`${name} previews the route ${preview}, which must be there, a GET and not public.`);
  }
  ask(faults.length === 0, faults.join(' '));
  return `${Object.keys(schema.properties ?? {}).length} settings`;
};

/** What is missing in a form and in the forms of the things in its lists. */
function wordFaults(schema: Schema, place: string, inList = false): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    if (field.const !== undefined) return [];
    const at = place + name;
    const faults: string[] = [];
    if (field.title === undefined) faults.push(`${at} has no title (meta).`);
    if (SECRET_NAME.test(name) && field.type === 'string' && field.secret !== true)
      faults.push(`${at} is not marked with secret().`);
    if (field.secret === true && inList) faults.push(`${at} is a secret in a list, where it would be kept openly.`);
    return [...faults, ...wordFaults(field, `${at}.`, inList), ...listFaults(field, at)];
  });
}

/** A list of things says what one is called; where there are several types of them, each has a title. */
function listFaults({ items, item }: Schema, at: string): string[] {
  const types = items?.oneOf ?? items?.anyOf ?? (items?.properties ? [items] : []);
  if (types.length === 0) return [];
  const faults = types.flatMap((type) => wordFaults(type, `${at}[].`, true));
  if (item?.title === undefined) faults.push(`${at} does not say what one of its things is called (meta: item).`);
  if (types.length > 1 && types.some(({ title }) => title === undefined))
    faults.push(`${at}: each type of thing needs a title (meta).`);
  return faults;
}

/** What it says that it can do is what it has the members for. */
export const capabilitiesAreTrue: Check = async ({ channel }) => {
  const { capabilities: can } = channel;
  const pairs: [boolean, boolean, string][] = [
    [can.outbound !== 'none', Boolean(channel.send), 'outbound and send'],
    [can.typing.out, Boolean(channel.signalTyping), 'typing.out and signalTyping'],
    [
      [can.edit, can.delete, can.reaction].some((support) => support === 'full' || support === 'partial'),
      Boolean(channel.amend),
      'edit, delete or reaction, and amend',
    ],
  ];
  const faults = pairs
    .filter(([says, has]) => says !== has)
    .map(([says, , what]) => `${what}: ${says ? 'said, not there' : 'there, not said'}.`);
  ask(faults.length === 0, faults.join(' '));
  const comesIn = channel.listen ?? channel.webhooks ?? channel.routes;
  ask(comesIn || can.outbound !== 'none', 'It neither takes anything in nor sends anything.');
  return 'capabilities and members agree';
};

/** Settings that are nonsense are refused in words, and never by a crash. */
export const badSettingsAreRefused: Check = async ({ channel }) => {
  const nonsense: Json[] = [
    {},
    null,
    [],
    'x',
    { a: { b: [] } },
    Object.fromEntries(fieldsOf(channel).map((name) => [name, { no: 1 }])),
  ];
  for (const value of nonsense) {
    const parsed = await channel.settings.safeParseAsync(value);
    if (parsed.success) continue;
    ask(
      parsed.error.issues.every(({ message }) => message.length > 3),
      `${JSON.stringify(value)} is refused without words.`,
    );
  }
  return `${nonsense.length} kinds of nonsense`;
};

/** The names of the settings. */
export function fieldsOf(channel: Channel): string[] {
  return Object.keys(channel.settings.shape);
}

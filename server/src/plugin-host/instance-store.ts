import type { Json } from '@balie/plugin-sdk';
import { z } from 'zod';
import { findChannel } from '../features/channels/index.js';
import { findResponder } from '../features/responders/index.js';
import { deleteState, getState, placeOfState, setState, type StoredState } from '../features/plugins/index.js';
import type { Clock } from '../kernel/clock.js';
import type { Ctx } from '../kernel/context.js';
import type { SecretBox } from '../kernel/secrets.js';
import type { Reader, Tx, UnitOfWork } from '../kernel/uow.js';
import { type CallScope, instanceOf } from './call-scope.js';
import type { Redactor } from './redact.js';

const key = z.string().min(1).max(500);
const setOptions = z.object({
  ttlMs: z.number().positive().optional(),
  ifVersion: z.number().int().min(0).optional(),
  secret: z.boolean().optional(),
});

/** A value of a plugin's store, encrypted for its place. */
export function sealedState(box: SecretBox, instanceId: string, name: string, value: unknown): Omit<StoredState, 'version'> {
  return { text: box.seal(JSON.stringify(value) ?? 'null', placeOfState(instanceId, name)), sealed: true };
}

/** The `state` of the SDK's context. */
export class InstanceStore {
  constructor(
    private readonly redactor: Redactor,
    private readonly box: SecretBox,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async get(scope: CallScope, args: unknown[]): Promise<{ value: unknown; version: number } | null> {
    const name = key.parse(args[0]);
    const tried = scope.mode === 'try' ? scope.scratch.get(name) : undefined;
    if (tried) return tried;
    const id = instanceOf(scope);
    const found = await getState(this.uow.reader, id, name, this.clock.now());
    if (!found) return null;
    const value = JSON.parse(found.sealed ? this.box.open(found.text, placeOfState(id, name)) : found.text) as unknown;
    if (found.sealed) this.hide(id, name, value);
    return { value, version: found.version };
  }

  async set(scope: CallScope, ctx: Ctx, args: unknown[]): Promise<{ version: number }> {
    const name = key.parse(args[0]);
    const value = z.json().parse(args[1]);
    const o = setOptions.parse(args[2]);
    const id = instanceOf(scope);
    if (o.secret) this.hide(id, name, value);
    const state = o.secret ? sealedState(this.box, id, name, value) : { text: JSON.stringify(value), sealed: false };
    const durable = scope.mode !== 'try' || (o.secret && !scope.scratch.has(name) && (await isConfigured(this.uow.reader, id)));
    if (durable) return this.write(ctx, id, (tx) => setState(tx, id, name, state, o));
    const current = scope.scratch.get(name)?.version ?? 0;
    if (o.ifVersion !== undefined && o.ifVersion !== current) throw new Error(`${name} was changed by somebody else.`);
    scope.scratch.set(name, { value, version: current + 1 });
    return { version: current + 1 };
  }

  async delete(scope: CallScope, ctx: Ctx, args: unknown[]): Promise<void> {
    const name = key.parse(args[0]);
    if (scope.mode === 'try') scope.scratch.delete(name);
    else await this.write(ctx, instanceOf(scope), (tx) => deleteState(tx, instanceOf(scope), name));
  }

  /** What `setup` hands over, for a try; hidden from what the plugin says from now on. */
  handedOver(instanceId: string, state: Record<string, Json>): CallScope['scratch'] {
    for (const [name, value] of Object.entries(state)) this.hide(instanceId, name, value);
    return new Map(Object.entries(state).map(([name, value]) => [name, { value, version: 1 }]));
  }

  private hide(instanceId: string, name: string, value: unknown): void {
    this.redactor.renew(`${instanceId} ${name}`, textsIn(value));
  }

  private write<T>(ctx: Ctx, id: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.uow.run(ctx, async (tx) => {
      // A channel that was removed while its plugin was busy leaves nothing behind.
      if (!(await isConfigured(tx, id))) throw new Error('The channel or responder is no longer there.');
      return work(tx);
    });
  }
}

/** Whether there is such a channel or responder. */
export async function isConfigured(reader: Reader, id: string): Promise<boolean> {
  return (await findChannel(reader, id)) !== null || (await findResponder(reader, id)) !== null;
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

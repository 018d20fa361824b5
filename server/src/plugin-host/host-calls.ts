import type { Json } from '@balie/plugin-sdk';
import { Logger } from '@nestjs/common';
import { touchChannel, findChannel } from '../features/channels/index.js';
import type { Intake, IntakeOptions } from '../features/intake/index.js';
import { clearIssue, deleteState, getState, raiseIssue, setState } from '../features/plugins/index.js';
import type { Clock } from '../kernel/clock.js';
import type { Ctx } from '../kernel/context.js';
import { DomainError } from '../kernel/errors.js';
import { newId } from '../kernel/ids.js';
import type { Reader, Tx, UnitOfWork } from '../kernel/uow.js';
import { z } from 'zod';
import { checkEvents, checkRawItems } from './border.js';
import type { CallScope } from './call-scope.js';
import type { HostCalls } from './plugin-process.js';
import type { Redactor } from './redact.js';

const key = z.string().min(1).max(500);
const issueSchema = z.object({
  severity: z.enum(['warning', 'error']),
  title: z.string().min(1).max(500),
  learnMore: z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .optional(),
});
const takeOptions = z.object({ cursor: z.json().optional(), history: z.boolean().optional() });
const setOptions = z.object({ ttlMs: z.number().positive().optional(), ifVersion: z.number().int().min(0).optional() });
const MAX_CURSOR_BYTES = 256 * 1024;

/** What the host does for a plugin when it asks; each line is one member of the SDK's context. */
export class PluginHostCalls implements HostCalls<CallScope> {
  private readonly logger: Logger;
  private readonly ctx: Ctx;

  constructor(
    private readonly pluginId: string,
    private readonly redactor: Redactor,
    private readonly uow: UnitOfWork,
    private readonly intake: () => Intake,
    private readonly clock: Clock,
  ) {
    this.logger = new Logger(`Plugin ${pluginId}`);
    this.ctx = { principal: { kind: 'system', name: `Plugin ${pluginId}` }, correlationId: newId('event') };
  }

  log(level: string, message: string, fields: Record<string, unknown>): void {
    const line = { ...(this.redactor.deep(fields) as object), msg: this.redactor.text(message), plugin: this.pluginId };
    if (level === 'error') this.logger.error(line);
    else if (level === 'warn') this.logger.warn(line);
    else if (level === 'info') this.logger.log(line);
    else this.logger.debug(line);
  }

  async call(scope: CallScope, method: string, args: unknown[]): Promise<unknown> {
    if (scope.closed) throw new Error(`${method}: the call that this context belonged to was ended.`);
    switch (method) {
      case 'files.begin':
        return scope.files.begin();
      case 'files.chunk':
        return scope.files.chunk(Number(args[0]), args[1]);
      case 'files.end':
        return scope.files.end(Number(args[0]));
      case 'files.abort':
        return scope.files.abort(Number(args[0]));
      case 'files.open':
        return scope.files.open(args[0]);
      case 'files.read':
        return scope.files.read(Number(args[0]));
      case 'files.close':
        return scope.files.close(Number(args[0]));
    }
    if (scope.mode === 'decode') throw new Error(`${method}: decode is pure, so it has no context.`);
    return this.instanceCall(scope, method, args);
  }

  private instanceCall(scope: CallScope, method: string, args: unknown[]): Promise<unknown> {
    switch (method) {
      case 'state.get':
        return this.getState(scope, key.parse(args[0]));
      case 'state.set':
        return this.setState(scope, key.parse(args[0]), args[1], setOptions.parse(args[2]));
      case 'state.delete':
        return this.deleteState(scope, key.parse(args[0]));
      case 'issue.raise': {
        const issue = issueSchema.parse(args[1]);
        return this.write(scope, (tx, id) =>
          raiseIssue(tx, id, key.parse(args[0]), { ...issue, title: this.redactor.text(issue.title) }),
        );
      }
      case 'issue.clear':
        return this.write(scope, (tx, id) => clearIssue(tx, id, key.parse(args[0])));
      case 'cursor':
        return this.cursor(scope);
      case 'receive':
        return this.receive(scope, args);
      case 'ingest':
        return this.ingest(scope, args);
      default:
        return Promise.reject(new Error(`${method} is not offered by this version of Balie.`));
    }
  }

  private async cursor(scope: CallScope): Promise<Json> {
    if (scope.mode === 'try') return null;
    const text = (await findChannel(this.uow.reader, instanceOf(scope)))?.cursor ?? null;
    return text === null ? null : (JSON.parse(text) as Json);
  }

  private async receive(scope: CallScope, args: unknown[]): Promise<void> {
    const items = checkRawItems(args[0]).map(({ id, raw, meta }) => ({
      externalId: id,
      rawHash: raw.stored,
      meta: meta ?? null,
    }));
    await this.take(scope, items.length, args[1], (channelId, o) => this.intake().receive(channelId, items, o));
  }

  private async ingest(scope: CallScope, args: unknown[]): Promise<void> {
    const events = checkEvents(args[0]);
    await this.take(scope, events.length, args[1], (channelId, o) => this.intake().ingest(channelId, events, o));
  }

  /** Both doors: fenced by the lease of the listener. */
  private async take(
    scope: CallScope,
    count: number,
    options: unknown,
    work: (channelId: string, o: IntakeOptions) => Promise<void>,
  ): Promise<void> {
    if (scope.mode === 'try') throw new Error('Nothing comes in while settings are tried.');
    const { cursor, history } = takeOptions.parse(options ?? {});
    if (cursor !== undefined && JSON.stringify(cursor).length > MAX_CURSOR_BYTES) throw new Error('The cursor is too large.');
    const channelId = instanceOf(scope);
    try {
      await work(channelId, { ...(cursor === undefined ? {} : { cursor }), history: history ?? false, epoch: scope.epoch });
    } catch (error) {
      if (error instanceof DomainError && error.code === 'CONFLICT') scope.onFenced?.();
      throw error;
    }
    if (count > 0) await this.uow.run(this.ctx, (tx) => touchChannel(tx, channelId, { lastInboundAt: tx.now }));
    scope.onInbound?.(count);
  }

  private async getState(scope: CallScope, name: string): Promise<unknown> {
    if (scope.mode !== 'try') return getState(this.uow.reader, instanceOf(scope), name, this.clock.now());
    return scope.scratch.has(name) ? { value: scope.scratch.get(name), version: 1 } : null;
  }

  private async setState(
    scope: CallScope,
    name: string,
    value: unknown,
    o: { ttlMs?: number; ifVersion?: number },
  ): Promise<unknown> {
    if (scope.mode !== 'try') return this.write(scope, (tx, id) => setState(tx, id, name, z.json().parse(value), o));
    scope.scratch.set(name, value);
    return { version: 1 };
  }

  private async deleteState(scope: CallScope, name: string): Promise<unknown> {
    if (scope.mode !== 'try') return this.write(scope, (tx, id) => deleteState(tx, id, name));
    return scope.scratch.delete(name);
  }

  /** A unit for the instance; nothing is written for settings that are only tried. */
  private async write<T>(scope: CallScope, work: (tx: Tx, instanceId: string) => Promise<T>): Promise<T | undefined> {
    if (scope.mode === 'try') return undefined;
    const id = instanceOf(scope);
    return this.uow.run(this.ctx, async (tx) => {
      // A channel that was removed while its plugin was busy leaves nothing behind.
      if (!(await findChannel(tx as Reader, id))) throw new Error('The channel is no longer there.');
      return work(tx, id);
    });
  }
}

function instanceOf(scope: CallScope): string {
  if (scope.channelId === null) throw new Error('This call is about no channel.');
  return scope.channelId;
}

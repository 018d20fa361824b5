import type { Json, StoredFile } from '@balie/plugin-sdk';
import { Logger } from '@nestjs/common';
import { channelsOfPlugin, findChannel, wordOfType } from '../features/channels/index.js';
import type { IntakeOptions } from '../features/intake/index.js';
import { clearIssue, raiseIssue } from '../features/plugins/index.js';
import type { Principal } from '../kernel/access.js';
import type { Ctx } from '../kernel/context.js';
import { DomainError } from '../kernel/errors.js';
import { newId } from '../kernel/ids.js';
import type { Tx, UnitOfWork } from '../kernel/uow.js';
import { z } from 'zod';
import { checkEvents, checkRawItems, instant } from './border.js';
import { type CallScope, instanceOf } from './call-scope.js';
import { withStoredFiles } from './given-files.js';
import { isPresence, type HostServices } from './host-services.js';
import { isConfigured, type InstanceStore } from './instance-store.js';
import type { HostCalls } from './plugin-process.js';
import type { Redactor } from './redact.js';
import { enqueueOnce } from './schedule-times.js';

const key = z.string().min(1).max(500);
const issueSchema = z.object({
  severity: z.enum(['warning', 'error']),
  title: z.string().min(1).max(500),
  learnMore: z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .optional(),
});
const account = z.object({ kind: z.string().min(1).max(60), value: z.string().min(1).max(300) });
const identity = account.extend({ trust: z.literal('verified'), name: z.string().max(200).optional() });
const apiOptions = z.object({ actFor: account.optional() });
const uploadOptions = apiOptions.extend({ id: z.string().max(100), name: z.string().max(1000), mime: z.string().max(200) });
const storedFile = z.object({ stored: z.string() });
const takeOptions = z.object({ cursor: z.json().optional(), history: z.boolean().optional() });
const historyOptions = z.object({ before: instant.optional(), limit: z.number().int().min(1).max(200).optional() });
const deskOptions = z.object({ threadKey: key.optional() });
const MAX_CURSOR_BYTES = 256 * 1024;

/** What the host does for a plugin when it asks; each line is one member of the SDK's context. */
export class PluginHostCalls implements HostCalls<CallScope> {
  private readonly logger: Logger;
  private readonly ctx: Ctx;

  constructor(
    private readonly pluginId: string,
    private readonly redactor: Redactor,
    private readonly uow: UnitOfWork,
    private readonly services: HostServices,
    private readonly store: InstanceStore,
    readonly environment: Readonly<Record<string, string>> = {},
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
      case 'files.put':
        return scope.files.put(args[0]);
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
        return this.store.get(scope, args);
      case 'state.set':
        return this.store.set(scope, this.ctx, args);
      case 'state.delete':
        return this.store.delete(scope, this.ctx, args);
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
      case 'peers':
        return this.peers();
      case 'receive':
        return this.receive(scope, args);
      case 'ingest':
        return this.ingest(scope, args);
      case 'graphql':
        return this.graphql(scope, args);
      case 'attachment':
        return this.attachment(scope, args[0]);
      case 'upload':
        return this.upload(scope, args);
      case 'linked':
        return this.services.accounts.agentOf(this.actingFor(scope), account.parse(args[0]));
      case 'linkUrl':
        return this.linkUrl(scope, args[0]);
      case 'publish':
        return this.publish(scope, args);
      case 'runAt':
        return this.runAt(scope, args);
      case 'files.url':
        return Promise.resolve(this.services.lend(args[0], args[1]));
      case 'history': {
        const o = historyOptions.parse(args[1] ?? {});
        return this.services.visitors.history(instanceOf(scope), key.parse(args[0]), o);
      }
      case 'desk':
        return this.services.visitors.desk(instanceOf(scope), deskOptions.parse(args[0] ?? {}));
      default:
        return Promise.reject(new Error(`${method} is not offered by this version of Balie.`));
    }
  }

  /** The public API in the name of the responder; the first error is thrown as it was told. */
  private async graphql(scope: CallScope, args: unknown[]): Promise<unknown> {
    const ctx = await this.asking(scope, apiOptions.parse(args[2] ?? {}));
    const document = z.string().max(100_000).parse(args[0]);
    const { data, errors } = await this.services.api.run(ctx, document, z.record(z.string(), z.json()).parse(args[1] ?? {}));
    if (errors[0]) throw new Error(`${errors[0].code}: ${errors[0].message}`);
    return data;
  }

  /** The responder, or the agent in whose name it asks. */
  private async asking(scope: CallScope, { actFor }: z.output<typeof apiOptions>): Promise<Ctx> {
    if (!scope.principal) throw new Error('Only a responder that is set up may ask the API.');
    const principal = actFor ? await this.services.accounts.principal(this.actingFor(scope), actFor) : scope.principal;
    return { principal, correlationId: newId('event') };
  }

  private async attachment(scope: CallScope, id: unknown): Promise<StoredFile | null> {
    const file = await this.services.attachments.readable(await this.asking(scope, {}), key.parse(id));
    if (!file) return null;
    const { hash, name, mime, bytes } = file;
    return { stored: hash, name, mime, ...(bytes === null ? {} : { bytes }) };
  }

  /** Only what this call has put itself: nobody sends a file for which he knows no more than its hash. */
  private async upload(scope: CallScope, args: unknown[]): Promise<string> {
    const { id, name, mime, actFor } = uploadOptions.parse(args[1]);
    const { stored } = storedFile.parse(args[0]);
    const bytes = scope.files.sizeOf(stored);
    if (bytes === null) throw new Error('Only a file that was put in the same call can be uploaded.');
    return this.services.uploads.keep(await this.asking(scope, { actFor }), { id, name, mime, hash: stored, bytes });
  }

  private linkUrl(scope: CallScope, given: unknown): Promise<string> {
    const offer = this.services.accounts.offer(this.actingFor(scope).tokenId, identity.parse(given));
    return Promise.resolve(this.services.linkUrl(offer));
  }

  /** The responder, when it may act for agents. */
  private actingFor({ principal, mayActFor }: CallScope): Extract<Principal, { kind: 'integration' }> {
    if (mayActFor && principal?.kind === 'integration') return principal;
    throw new DomainError('FORBIDDEN', 'This plugin may act in nobody’s name: its manifest does not ask for ACT_FOR.');
  }

  private async runAt(scope: CallScope, [name, at]: unknown[]): Promise<void> {
    const due = { pluginId: this.pluginId, instanceId: instanceOf(scope), name: key.parse(name) };
    const time = instant.parse(at).getTime();
    await this.write(scope, (tx) => Promise.resolve(enqueueOnce(tx, due, time)));
  }

  private publish(scope: CallScope, args: unknown[]): Promise<void> {
    if (scope.mode === 'try') return Promise.reject(new Error('Nothing is published while settings are tried.'));
    this.services.publish(instanceOf(scope), z.string().min(1).max(200).parse(args[0]), z.json().parse(args[1]));
    return Promise.resolve();
  }

  private async cursor(scope: CallScope): Promise<Json> {
    if (scope.mode === 'try') return null;
    const text = (await findChannel(this.uow.reader, instanceOf(scope)))?.cursor ?? null;
    return text === null ? null : (JSON.parse(text) as Json);
  }

  private async peers(): Promise<unknown[]> {
    const channels = await channelsOfPlugin(this.uow.reader, this.pluginId);
    return channels.map(({ id, type, account, active, authorized, settings }) => ({
      id,
      type: wordOfType(type),
      account,
      active: active && authorized,
      settings,
    }));
  }

  private async receive(scope: CallScope, args: unknown[]): Promise<void> {
    const items = checkRawItems(args[0]).map(({ id, raw, meta }) => ({
      externalId: id,
      rawHash: raw.stored,
      meta: meta ?? null,
    }));
    await this.take(scope, items.length, args[1], (channelId, o) => this.services.intake.receive(channelId, items, o));
  }

  private async ingest(scope: CallScope, args: unknown[]): Promise<void> {
    const said = checkEvents(args[0]);
    if (scope.mode !== 'try') this.services.tellPresence(instanceOf(scope), said);
    const kept = said.filter((event) => !isPresence(event));
    // What is never kept needs no unit, unless a cursor goes with it.
    if (kept.length === 0 && said.length > 0 && args[1] === undefined) return;
    const events = await withStoredFiles(kept, (data) => scope.files.put(data));
    await this.take(scope, events.length, args[1], (channelId, o) => this.services.intake.ingest(channelId, events, o));
  }

  /** Both doors: fenced by the lease of the listener. */
  private async take(
    scope: CallScope,
    count: number,
    options: unknown,
    work: (channelId: string, o: IntakeOptions) => Promise<unknown>,
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
    scope.onInbound?.(count);
  }

  /** A unit for the instance; nothing is written for settings that are only tried. */
  private async write<T>(scope: CallScope, work: (tx: Tx, instanceId: string) => Promise<T>): Promise<T | undefined> {
    if (scope.mode === 'try') return undefined;
    const id = instanceOf(scope);
    return this.uow.run(this.ctx, async (tx) => {
      // A channel that was removed while its plugin was busy leaves nothing behind.
      if (!(await isConfigured(tx, id))) throw new Error('The channel or responder is no longer there.');
      return work(tx, id);
    });
  }
}

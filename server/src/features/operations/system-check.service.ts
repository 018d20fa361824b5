import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { Storage } from '../../kernel/storage.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { MAIL_IDENTITY } from '../../kernel/identity-kinds.js';
import { channelsOfPlugin } from '../channels/index.js';
import { isSendingPaused } from '../delivery/index.js';
import { lastGoodBackup } from './backup.repository.js';
import { checkAccounts, checkDatabase, checkDisk, checkJobs, checkTokens } from './flow-checks.js';
import { OperationsOptions } from './operations-options.js';
import { checkDomains } from './sender-domains.js';

/** One line of the check, in the form of the schema. */
export interface SystemCheck {
  key: string;
  ok: boolean;
  message: string;
}

/** How far the clock of the database may be from ours before times stop to make sense. */
const CLOCK_DRIFT_MS = 5_000;
const HOUR_MS = 3_600_000;
const MOST_DOMAINS = 20;
/** The oldest that its makers still mend (G11). */
const OLDEST_POSTGRES = 14;

/** What a new host wants to know. */
@Injectable()
export class SystemCheckService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly storage: Storage,
    private readonly clock: Clock,
    private readonly options: OperationsOptions,
  ) {}

  /** Each check but those of `without`, which are not made. */
  async run(without: ReadonlySet<string> = new Set()): Promise<SystemCheck[]> {
    const { reader } = this.uow;
    const checks: [string, () => Promise<string>][] = [
      ['database', () => checkDatabase(reader)],
      ['storage', () => this.storable()],
      ['disk', () => checkDisk(this.options.dataDir)],
      ['publicUrl', () => this.publicUrl()],
      ['clock', () => this.clocks()],
      ['jobs', () => checkJobs(reader, this.clock.now())],
      ['accounts', () => checkAccounts(reader, this.clock.now())],
      ['tokens', () => checkTokens(reader, this.clock.now())],
      ['sending', () => this.sending()],
      ...(this.options.backups ? [['backup', () => this.backedUp()] as [string, () => Promise<string>]] : []),
      ['domains', () => this.domains()],
      ['versions', () => this.versions()],
    ];
    const wanted = checks.filter(([key]) => !without.has(key));
    return Promise.all(wanted.map(([key, check]) => tried(key, check)));
  }

  private async storable(): Promise<string> {
    const bytes = Buffer.from('Balie writes this to see whether it can.\n');
    const { hash } = await this.storage.put(bytes);
    if (!(await this.storage.read(hash)).equals(bytes)) throw new Error('What was written is not what was read.');
    return 'A file was written and read again.';
  }

  private async publicUrl(): Promise<string> {
    const { publicUrl } = this.options;
    if (!publicUrl)
      throw new Error('BALIE_PUBLIC_URL is not set: only this machine can be sure to reach the addresses in messages.');
    if (publicUrl.startsWith('https:')) return `People reach this instance at ${publicUrl}.`;
    throw new Error(`${publicUrl} has no TLS: passwords travel in the open. Put a proxy with a certificate in front.`);
  }

  /** The domains in whose name mail leaves. */
  private async domains(): Promise<string> {
    const channels = (await channelsOfPlugin(this.uow.reader)).filter(({ active }) => active);
    const addresses = channels.flatMap(({ own }) => own).filter(({ kind }) => kind === MAIL_IDENTITY);
    const domains = [...new Set(addresses.map(({ value }) => value.slice(value.lastIndexOf('@') + 1).toLowerCase()))].toSorted();
    if (domains.length === 0) return 'No mail leaves from here yet.';
    const found = await checkDomains(domains.slice(0, MOST_DOMAINS), this.options.dnsServers);
    const bad = found.filter(({ ok }) => !ok);
    if (bad.length > 0) throw new Error(bad.map(({ domain, words }) => `${domain}: ${words}`).join(' '));
    return `${domains.join(', ')}: SPF and DMARC are there.`;
  }

  private async versions(): Promise<string> {
    const sqlite = this.uow.reader.dialect === 'sqlite';
    const sql = sqlite ? 'SELECT sqlite_version() AS version' : `SELECT current_setting('server_version') AS version`;
    const [row] = await this.uow.reader.query<{ version: string }>(sql);
    const version = row?.version ?? '';
    const words = `Balie ${this.options.version}, Node ${process.versions.node}, ${sqlite ? 'SQLite' : 'PostgreSQL'} ${version}.`;
    if (!sqlite && Number.parseInt(version, 10) < OLDEST_POSTGRES)
      throw new Error(`${words} PostgreSQL must be ${OLDEST_POSTGRES} or newer.`);
    return words;
  }

  private async clocks(): Promise<string> {
    if (this.uow.reader.dialect === 'sqlite') return 'There is one clock.';
    const [row] = await this.uow.reader.query<{ at: number | string }>(
      'SELECT EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS at',
    );
    const drift = Math.abs(Number(row?.at) - this.clock.now());
    if (drift > CLOCK_DRIFT_MS)
      throw new Error(
        `The clock of the database is ${Math.round(drift / 1000)} s away from ours. Let both follow the same time server.`,
      );
    return 'The clocks of server and database agree.';
  }

  private async sending(): Promise<string> {
    if (await isSendingPaused(this.uow.reader))
      throw new Error('Nothing leaves: this instance was restored, or somebody paused it. Look at what waits, then resume.');
    return 'Replies leave as they are written.';
  }

  private async backedUp(): Promise<string> {
    const last = await lastGoodBackup(this.uow.reader);
    if (!last) throw new Error('There is no complete backup yet.');
    const ago = this.clock.now() - last.startedAt;
    const words = `The last complete backup is ${Math.floor(ago / HOUR_MS)} hours old: ${last.file}.`;
    if (ago > 2 * (this.options.backups?.everyMs ?? Infinity)) throw new Error(words);
    return words;
  }
}

async function tried(key: string, check: () => Promise<string>): Promise<SystemCheck> {
  try {
    return { key, ok: true, message: await check() };
  } catch (error) {
    return { key, ok: false, message: (error as Error).message };
  }
}

import { Readable, Transform } from 'node:stream';
import type { ChannelContext, ExternalId, StoredFile, Json } from '@balie/plugin-sdk';
import type { FetchMessageObject, ImapFlow } from 'imapflow';
import { afterFetch, joined } from './after-fetch.js';
import type { Cursor, FolderCursor } from './cursor.js';
import type { Source } from './folders.js';
import { MailId } from './mail-id.js';
import { ownAddresses, type Settings } from './settings.js';
import { setPlace } from './states.js';
import { serverWords } from './words.js';

type Item = { id: ExternalId; raw: StoredFile; meta: Json };
/** A folder that is open, and what is known of it. */
export interface Reading {
  source: Source;
  path: string;
  junk: boolean;
}
interface Listed {
  uid: number;
  size: number;
  internalDate: Date;
}

/** Mails up to this size are fetched in sets; larger ones are streamed one by one. */
const SMALL = 512 * 1024;
const SET_BYTES = 4 * 1024 * 1024;
const SET_COUNT = 25;
const AS_FILE = { name: 'mail.eml', mime: 'message/rfc822' };
/** Larger mails stay on the server; a note with their headers says so (R-ATT-8). The host takes files up to 64 MiB. */
export const MAX_MAIL_BYTES = 63 * 1024 * 1024;

const AFTER_ISSUE = 'after-fetch';

/** Takes mails of several folders in. All folders share one cursor, so their commits go one after the other. */
export class Intake {
  #last: Promise<unknown> = Promise.resolve();
  /** Mails of which only a note is stored. */
  readonly #unread = new WeakSet<Listed>();

  constructor(
    private readonly context: ChannelContext<Settings>,
    readonly cursor: Cursor,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** Stores the mails and moves the cursor in one transaction of the host; on an error neither has happened. `whole` ends the first look at a folder. */
  async commit(
    folder: string,
    items: Item[],
    at: FolderCursor | null,
    { history = false, whole = false }: { history?: boolean; whole?: boolean } = {},
  ): Promise<void> {
    const work = this.#last.then(async () => {
      const begun = { ...this.cursor.begun };
      if (whole) delete begun[folder];
      const next: Cursor = {
        folders: { ...this.cursor.folders, ...(at ? { [folder]: at } : {}) },
        ...(Object.keys(begun).length > 0 ? { begun } : {}),
      };
      await this.context.receive(items, { ...(at ? { cursor: next } : {}), ...(history ? { history: true } : {}) });
      if (!at) return;
      this.cursor.folders[folder] = at;
      if (whole) delete this.cursor.begun?.[folder];
      setPlace(this.context.instance.id, folder, at.lastUid);
    });
    this.#last = work.catch(() => undefined);
    return work;
  }

  /** Whether the folder may have something that we have not. */
  async hasNews(client: ImapFlow, { key }: Source): Promise<boolean> {
    const box = client.mailbox;
    const known = this.cursor.folders[key];
    if (!box || known?.uidValidity !== String(box.uidValidity)) return true;
    const listed = await this.#list(client, `${known.lastUid + 1}:*`, true);
    return listed.some((mail) => mail.uid > known.lastUid);
  }

  /** Everything the folder has that we have not; answers how many mails were taken in. */
  async catchUp(client: ImapFlow, reading: Reading): Promise<number> {
    const box = client.mailbox;
    const { key } = reading.source;
    if (!box) throw new Error(`The folder ${reading.path} is not open.`);
    const uidValidity = String(box.uidValidity);
    const known = this.cursor.folders[key];
    if (!known) return this.#begin(client, reading, uidValidity);
    if (known.uidValidity !== uidValidity) return this.#rescan(client, reading, uidValidity, known);
    // What a crash or a refusal has left undone.
    if (known.after) await this.#afterFetch(client, reading);
    const listed = await this.#list(client, `${known.lastUid + 1}:*`, true);
    // `n:*` gives the last mail even when its UID is below n (RFC 3501).
    const fresh = listed.filter((mail) => mail.uid > known.lastUid);
    const count = await this.#take(client, reading, fresh, { uidValidity, known, moving: true });
    // A first look that was broken off.
    const at = this.cursor.folders[key];
    if (at && this.cursor.begun?.[key] !== undefined) await this.commit(key, [], at, { whole: true });
    return count;
  }

  /**
   * The first look: what came since the mailbox was connected is news, however late the look is; of what was there before, the newest
   * come as history, and the rest stays where it is.
   */
  async #begin(client: ImapFlow, reading: Reading, uidValidity: string): Promise<number> {
    const box = client.mailbox;
    if (!box) return 0;
    const { key } = reading.source;
    const { history } = this.context.settings;
    const start: FolderCursor = { uidValidity, lastUid: Math.max(0, box.uidNext - 1), lastDate: this.now().toISOString() };
    const since = this.cursor.begun?.[key];
    const recent = await this.#listSince(client, since === undefined ? this.now() : new Date(since));
    const news = recent.filter((mail) => !this.#isPast(key, mail));
    const first = Math.max(1, box.exists - news.length - history + 1);
    const newest = history > 0 && box.exists > 0 ? await this.#list(client, `${first}:${box.exists}`, false) : [];
    const past = newest.filter((mail) => this.#isPast(key, mail)).slice(-history);
    const listed = [...past, ...news].sort((a, b) => a.uid - b.uid);
    const known: FolderCursor = { ...start, lastUid: (listed[0]?.uid ?? start.lastUid + 1) - 1 };
    const count = await this.#take(client, reading, listed, { uidValidity, known, moving: true });
    const at = this.cursor.folders[key] ?? start;
    await this.commit(key, [], { ...at, lastUid: Math.max(at.lastUid, start.lastUid) }, { history: true, whole: true });
    return count;
  }

  /** A folder that is not yet looked at to the end has a past. */
  #isPast(key: string, mail: Listed): boolean {
    const begun = this.cursor.begun?.[key];
    return begun !== undefined && mail.internalDate < new Date(begun);
  }

  /** What came at the time or later, and some that came shortly before. SEARCH knows whole days, in the zone of the server (RFC 3501). */
  async #listSince(client: ImapFlow, time: Date): Promise<Listed[]> {
    const uids = await client.search({ since: new Date(time.getTime() - 24 * 3600_000) }, { uid: true });
    if (!uids) throw new Error('The mail server could not be asked for the mails since a day.');
    return uids.length ? this.#list(client, uids.join(','), true) : [];
  }

  /** New UIDVALIDITY: all UIDs mean nothing any more. What came since shortly before the last import is read again; the host knows which of it is known (R-DUP-4). */
  async #rescan(client: ImapFlow, reading: Reading, uidValidity: string, old: FolderCursor): Promise<number> {
    const { key } = reading.source;
    this.context.log.warn('The mail server has renumbered a folder; recent mails are read again.', { folder: reading.path });
    const box = client.mailbox;
    const uidNext = box ? box.uidNext : 1;
    const listed = await this.#listSince(client, new Date(new Date(old.lastDate).getTime() - 24 * 3600_000));
    const known: FolderCursor = { uidValidity, lastUid: 0, lastDate: old.lastDate };
    const count = await this.#take(client, reading, listed, { uidValidity, known, moving: false });
    const lastUid = Math.max(uidNext - 1, ...listed.map((mail) => mail.uid));
    // Of those that are older nobody knows what their owner has done with them since.
    const fresh = listed.filter((mail) => mail.internalDate.toISOString() > old.lastDate);
    const after = this.#waiting(reading, undefined, fresh);
    await this.commit(key, [], { uidValidity, lastUid, lastDate: newest(old.lastDate, listed), ...after });
    if (after.after) await this.#afterFetch(client, reading);
    return count;
  }

  /** The stored mails that the setting is about. One that is left on the server, being too large, must stay there. */
  #waiting({ source }: Reading, waiting: string | undefined, mails: Listed[]): { after?: string } {
    if (this.context.settings.afterFetch === 'leave' || source.kind !== 'incoming') return {};
    const stored = mails.filter((mail) => !this.#unread.has(mail)).map((mail) => mail.uid);
    const after = joined(waiting, stored);
    return after === undefined ? {} : { after };
  }

  /** Only what is stored; a refusal is told, holds nothing up, and is tried again at the next look. */
  async #afterFetch(client: ImapFlow, { source, path }: Reading): Promise<void> {
    const { context } = this;
    const at = this.cursor.folders[source.key];
    if (!at?.after) return;
    const { after, ...rest } = at;
    try {
      await afterFetch(client, context.settings, after);
    } catch (error) {
      if (!client.usable) throw error;
      const reason = serverWords(error) || (error instanceof Error ? error.message : String(error));
      context.log.warn('Mails that were read in could not be marked, moved or deleted.', { folder: path, reason });
      await context.issue.raise(AFTER_ISSUE, {
        severity: 'warning',
        title: `Mails are read in, but stay as they are on the mail server: ${reason}`.slice(0, 480),
      });
      return;
    }
    await this.commit(source.key, [], rest);
    await context.issue.clear(AFTER_ISSUE);
  }

  async #list(client: ImapFlow, range: string, uid: boolean): Promise<Listed[]> {
    const found = await client.fetchAll(range, { uid: true, size: true, internalDate: true }, { uid });
    return found
      .map((mail) => ({ uid: mail.uid, size: mail.size ?? 0, internalDate: dateOf(mail, this.now) }))
      .sort((a, b) => a.uid - b.uid);
  }

  /** In sets, in the order of the UIDs. `moving`: the cursor advances with each set. */
  async #take(
    client: ImapFlow,
    reading: Reading,
    mails: Listed[],
    o: { uidValidity: string; known: FolderCursor; moving: boolean },
  ): Promise<number> {
    const { key } = reading.source;
    let lastDate = o.known.lastDate;
    for (const { set, past } of inSets(mails, (mail) => this.#isPast(key, mail))) {
      this.context.signal.throwIfAborted();
      const small = set.filter((mail) => mail.size <= SMALL);
      const sources = small.length ? await this.#sources(client, small) : new Map<number, Buffer>();
      const at = { reading, uidValidity: o.uidValidity };
      // Those that are here already share the waits for the disk; the others are read from the server one after the other.
      const here = new Map(
        await Promise.all(
          [...sources].map(async ([uid, source]) => [uid, await this.context.files.put(source, AS_FILE)] as const),
        ),
      );
      const items: Item[] = [];
      const stored: Listed[] = [];
      for (const mail of set) {
        const source = sources.get(mail.uid);
        const raw = here.get(mail.uid);
        const item = await this.#store(client, at, mail, source && raw ? { source, raw } : null);
        if (item) items.push(item);
        if (item) stored.push(mail);
      }
      lastDate = newest(lastDate, set);
      const lastUid = set[set.length - 1]?.uid ?? o.known.lastUid;
      const after = this.#waiting(reading, this.cursor.folders[key]?.after, stored);
      await this.commit(key, items, o.moving ? { uidValidity: o.uidValidity, lastUid, lastDate, ...after } : null, {
        history: past,
      });
      if (o.moving && after.after) await this.#afterFetch(client, reading);
    }
    return mails.length;
  }

  async #sources(client: ImapFlow, mails: Listed[]): Promise<Map<number, Buffer>> {
    const range = mails.map((mail) => mail.uid).join(',');
    try {
      const found = await client.fetchAll(range, { uid: true, source: true }, { uid: true });
      return new Map(found.flatMap((mail) => (mail.source ? [[mail.uid, mail.source] as const] : [])));
    } catch (error) {
      // One mail that the server can't hand out must not hold up the others: they are asked for singly.
      if (!client.usable || mails.length === 0) throw error;
      return new Map();
    }
  }

  async #store(
    client: ImapFlow,
    { reading, uidValidity }: { reading: Reading; uidValidity: string },
    mail: Listed,
    here: { source: Buffer; raw: StoredFile } | null,
  ): Promise<Item | null> {
    const folder = reading.path;
    const ids = new MailId();
    let raw: StoredFile;
    let note: string | undefined;
    if (here) {
      ids.update(here.source);
      raw = here.raw;
    } else if (mail.size > MAX_MAIL_BYTES) {
      note = `This mail has ${Math.round(mail.size / 1048576)} MB and was left on the mail server (folder ${folder}).`;
      const found = await client.fetchOne(String(mail.uid), { uid: true, headers: true }, { uid: true });
      if (!found) return null;
      const head = placeholder(found.headers, note);
      ids.update(head);
      raw = await this.context.files.put(head, AS_FILE);
    } else {
      const opened = await this.#open(client, mail, folder);
      if (!opened) return null;
      note = opened.note;
      const through = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          ids.update(chunk);
          done(null, chunk);
        },
      });
      opened.content.once('error', (error) => through.destroy(error));
      raw = await this.context.files.put(Readable.toWeb(opened.content.pipe(through)) as ReadableStream, AS_FILE);
    }
    if (note) this.#unread.add(mail);
    const { id, hash, sender, sendKey } = ids.digest();
    const sent = reading.source.kind === 'sent';
    const meta: Json = {
      internalDate: mail.internalDate.toISOString(),
      folder,
      uid: mail.uid,
      uidValidity,
      hash,
      raw: raw.stored,
      own: ownAddresses(this.context.settings),
      authservId: this.context.settings.authservId,
      ...(note ? { note } : {}),
      ...(reading.junk ? { junk: true } : {}),
      ...(sent ? { sent: { ...(sender ? { sender } : {}), ...(sendKey ? { sendKey } : {}) } } : {}),
    };
    // A copy to ourselves has the same id in the inbox, and is another thing there.
    return { id: sent ? (`sent:${id}` as ExternalId) : id, raw, meta };
  }

  /** A large mail, or one that failed in its set. When the server itself can't read it, a note stands in its place. */
  async #open(client: ImapFlow, mail: Listed, folder: string): Promise<{ content: Readable; note?: string } | null> {
    try {
      const found = await client.download(String(mail.uid), undefined, { uid: true, chunkSize: 1024 * 1024 });
      // Deleted by somebody else since it was listed.
      return found?.content ? { content: found.content } : null;
    } catch (error) {
      if (!client.usable) throw error;
      const note = `The mail server could not hand out this mail (folder ${folder}, number ${mail.uid}): ${serverWords(error) || 'no reason given'}`;
      return { content: Readable.from([placeholder(undefined, note)]), note };
    }
  }
}

/** The headers that are known and one line of text, as a mail of its own. */
function placeholder(headers: Buffer | undefined, note: string): Buffer {
  const kept = (headers?.toString('latin1') ?? 'Subject: (a mail that could not be fetched)\r\n')
    .replace(/\r?\n(?=[ \t])/g, ' ')
    .split(/\r?\n/)
    .filter((line) => line && !/^(content-|mime-version:)/i.test(line));
  return Buffer.from(
    [...kept, 'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', '', note, ''].join('\r\n'),
    'latin1',
  );
}

const dateOf = (mail: FetchMessageObject, now: () => Date): Date => {
  const date = mail.internalDate instanceof Date ? mail.internalDate : new Date(mail.internalDate ?? NaN);
  return Number.isNaN(date.getTime()) ? now() : date;
};

const newest = (date: string, mails: Listed[]): string =>
  mails.reduce((max, mail) => (mail.internalDate.toISOString() > max ? mail.internalDate.toISOString() : max), date);

/** Of one kind each, and of a size that one command and one commit can bear. */
function* inSets(mails: Listed[], isPast: (mail: Listed) => boolean): Generator<{ set: Listed[]; past: boolean }> {
  let set: Listed[] = [];
  let bytes = 0;
  let past = false;
  for (const mail of mails) {
    const kind = isPast(mail);
    if (set.length && (kind !== past || set.length >= SET_COUNT || bytes + mail.size > SET_BYTES)) {
      yield { set, past };
      set = [];
      bytes = 0;
    }
    past = kind;
    set.push(mail);
    bytes += mail.size;
  }
  if (set.length) yield { set, past };
}

import { ChannelError, type StoredFile } from '@balie/plugin-sdk';
import { type Context, type Slack, SlackError } from './api.js';
import { filesLeft, isShown, MOST_BYTES } from './blocks.js';
import type { Item, ItemFile } from './desk.js';
import { cut } from './mrkdwn.js';
import { type Place, postOnce } from './once.js';

/** A repeat after this long is none that the host would make. */
const KEPT_MS = 90 * 24 * 60 * 60_000;
const NAME_LENGTH = 200;

interface Shared {
  [key: string]: string[] | boolean;
  /** What was uploaded, as Slack calls it. */
  ids: string[];
  done: boolean;
}
interface FileInfo {
  file: { shares?: { public?: Shares; private?: Shares } };
}
type Shares = Record<string, { thread_ts?: string }[]>;
interface Sent {
  file: ItemFile;
  id: string;
}
type Target = Required<Place>;

/**
 * Puts the files of a message into its thread, at most once, whatever ends in between: each is uploaded and noted, then all are shown
 * together; when it is not known whether they were, Slack is asked where they are. What Slack does not take is named. `last`: so is what
 * can't be had now. A picture inside the text that stands in the thread already, such as a logo under each mail, is left out.
 */
export async function shareFiles(
  context: Context,
  slack: Slack,
  item: Item,
  { place, last }: { place: Target; last: boolean },
): Promise<void> {
  const key = `shared:${place.channel}:${item.id}`;
  const known = await context.state.get<Shared>(key);
  if (known?.value.done) return;
  const files = await unseen(context, item, place);
  if (files.length === 0) return;
  const note = (done: boolean) => context.state.set(key, { ids: sent.map(({ id }) => id), done }, { ttlMs: KEPT_MS });
  const left: ItemFile[] = [];
  const sent: Sent[] = [];
  for (const file of files) {
    const id = await uploaded(context, slack, file, { channel: place.channel, last });
    if (id === null) left.push(file);
    else sent.push({ file, id });
  }
  if (sent.length > 0 && !(known && (await isIn(slack, known.value.ids, place)))) {
    await note(false);
    if (!(await complete(slack, sent, place))) left.push(...sent.map(({ file }) => file));
  }
  if (left.length > 0) await postOnce(context, slack, `${item.id}:left`, place, filesLeft(context, left));
  for (const { file } of sent) if (file.inline) await context.state.set(seenAs(file, place), item.id, { ttlMs: KEPT_MS });
  await note(true);
}

const seenAs = ({ name, bytes }: ItemFile, { channel, thread }: Target) =>
  `picture:${channel}:${thread}:${bytes}:${cut(name, NAME_LENGTH)}`;

/** The files of a message without those pictures that an earlier one has put into the thread. */
async function unseen(context: Context, item: Item, place: Target): Promise<ItemFile[]> {
  const files: ItemFile[] = [];
  for (const file of item.attachments.filter(isShown)) {
    const by = file.inline ? await context.state.get<string>(seenAs(file, place)) : null;
    if (!by || by.value === item.id) files.push(file);
  }
  return files;
}

/** Uploads a file once; null when Slack does not take it, or it can't be had. */
async function uploaded(
  context: Context,
  slack: Slack,
  file: ItemFile,
  { channel, last }: { channel: string; last: boolean },
): Promise<string | null> {
  const key = `upload:${channel}:${file.id}`;
  const known = await context.state.get<string>(key);
  if (known) return known.value;
  const stored = await context.attachment(file.id);
  if (!stored && file.state === 'FETCHING' && !last) throw new ChannelError('transient', `${file.name} is not here yet.`);
  if (!stored?.bytes || stored.bytes > MOST_BYTES) return null;
  try {
    const id = await upload(context, slack, file.name, { ...stored, bytes: stored.bytes });
    if (id !== null) await context.state.set(key, id, { ttlMs: KEPT_MS });
    return id;
  } catch (error) {
    if (!last || !(error instanceof SlackError) || error.kind !== 'transient') throw error;
    return null;
  }
}

/** The address first, then the bytes as they are read (docs.slack.dev, files.getUploadURLExternal); they are shown nowhere yet. */
async function upload(
  context: Context,
  slack: Slack,
  name: string,
  stored: StoredFile & { bytes: number },
): Promise<string | null> {
  const { bytes: length } = stored;
  const target = await refusable(() =>
    slack.call<{ upload_url: string; file_id: string }>('files.getUploadURLExternal', {
      filename: cut(name, NAME_LENGTH),
      length,
    }),
  );
  if (!target) return null;
  const body = await context.files.open(stored);
  const init = { method: 'POST', body, duplex: 'half', redirect: 'manual', headers: { 'content-length': String(length) } };
  const response = await context.http(target.upload_url, init as RequestInit).catch((error: unknown) => {
    throw new SlackError('transient', `Slack's files can't be reached: ${String(error)}`, 'unreachable');
  });
  await response.body?.cancel();
  if (response.status === 200) return target.file_id;
  throw new SlackError('transient', `Slack's files answered ${response.status}.`, `http_${response.status}`);
}

/** Shows them in the thread; false when Slack refuses to. */
async function complete(slack: Slack, sent: Sent[], { channel, thread }: Target): Promise<boolean> {
  const files = JSON.stringify(sent.map(({ file, id }) => ({ id, title: cut(file.name, NAME_LENGTH) })));
  const args = { files, channel_id: channel, thread_ts: thread };
  return (await refusable(() => slack.call<object>('files.completeUploadExternal', args))) !== null;
}

/** Whether the first of them is in the thread already. */
async function isIn(slack: Slack, [file]: string[], { channel, thread }: Target): Promise<boolean> {
  const info = await refusable(() => slack.call<FileInfo>('files.info', { file }));
  const { public: open, private: closed } = info?.file.shares ?? {};
  return [...(open?.[channel] ?? []), ...(closed?.[channel] ?? [])].some(({ thread_ts }) => thread_ts === thread);
}

/** Null for what Slack refuses for good; what passes, and being let in no longer, is thrown. */
async function refusable<T>(ask: () => Promise<T>): Promise<T | null> {
  return ask().catch((error: unknown) => {
    if (error instanceof SlackError && error.kind === 'rejected') return null;
    throw error;
  });
}

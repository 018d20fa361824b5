import { ChannelError, type StoredFile } from '@balie/plugin-sdk';
import { type Context, type Slack, SlackError } from './api.js';
import { MOST_BYTES } from './blocks.js';

/** Where Slack keeps files; the token is shown to nobody else. */
const FILE_HOSTS = new Set(['slack.com', 'files.slack.com', 'slack-gov.com', 'files.slack-gov.com']);

/** A file as Slack tells of it (docs.slack.dev, “File object”). */
export interface SlackFile {
  id: string;
  name?: string | null;
  title?: string;
  mimetype?: string;
  size?: number;
  /** `tombstone`: it was deleted; `hidden_by_limit`: the plan of the workspace shows it no longer. */
  mode?: string;
  /** `check_file_info`: all else has to be asked for. */
  file_access?: string;
  is_external?: boolean;
  url_private?: string;
  url_private_download?: string;
}
/** Why a file can't be had, however often it is tried. */
export type Loss = 'large' | 'gone' | 'elsewhere' | 'forbidden' | 'unreachable';
class Lost extends Error {
  constructor(readonly why: Loss) {
    super(why);
  }
}

export const nameOf = ({ name, title, id }: SlackFile): string => (name ?? '') || title || id;

/** The file put into Balie, or why it can't be had. Throws SlackError for what passes. */
export async function takeFile(context: Context, slack: Slack, told: SlackFile): Promise<StoredFile | Loss> {
  try {
    const file = await complete(slack, told);
    const url = addressOf(context, file);
    return await download(context, slack, { ...file, url });
  } catch (error) {
    if (error instanceof Lost) return error.why;
    throw error;
  }
}

async function complete(slack: Slack, told: SlackFile): Promise<SlackFile> {
  if (told.file_access !== 'check_file_info' && told.url_private !== undefined) return told;
  if (told.mode === 'tombstone' || told.mode === 'hidden_by_limit') return told;
  try {
    return (await slack.call<{ file: SlackFile }>('files.info', { file: told.id })).file;
  } catch (error) {
    if (!(error instanceof SlackError) || error.kind !== 'rejected') throw error;
    throw new Lost(error.code === 'missing_scope' ? 'forbidden' : 'gone');
  }
}

function addressOf({ settings }: Context, { mode, is_external, size, url_private_download, url_private }: SlackFile): URL {
  if (mode === 'tombstone' || mode === 'hidden_by_limit') throw new Lost('gone');
  if (size !== undefined && size > MOST_BYTES) throw new Lost('large');
  const address = url_private_download ?? url_private;
  if (address === undefined || !URL.canParse(address)) throw new Lost('gone');
  const url = new URL(address);
  const ofSlack = url.origin === new URL(settings.apiUrl).origin || (url.protocol === 'https:' && FILE_HOSTS.has(url.host));
  if (is_external || !ofSlack) throw new Lost('elsewhere');
  return url;
}

async function download(context: Context, slack: Slack, file: SlackFile & { url: URL }): Promise<StoredFile> {
  const headers = { authorization: `Bearer ${await slack.bearer()}` };
  const response = await context.http(file.url, { headers, redirect: 'manual' }).catch((error: unknown) => {
    throw new SlackError('transient', `Slack's files can't be reached: ${String(error)}`, 'unreachable');
  });
  const { status, body } = response;
  const mime = (response.headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '';
  if (status !== 200 || body === null || isSignIn(mime, file)) {
    await body?.cancel();
    throw refusal(status, response.headers.get('retry-after'));
  }
  const name = nameOf(file);
  const about = { name, mime: file.mimetype ?? (mime || 'application/octet-stream') };
  try {
    return { ...(await context.files.put(counted(body), about)), ...about };
  } catch (error) {
    if (error instanceof Lost || error instanceof ChannelError) throw error;
    throw new SlackError('transient', `${name} did not arrive: ${String(error)}`, 'unreachable');
  }
}

/** Whom Slack does not let at a file it shows its page for signing in, as if that were the file. */
const isSignIn = (mime: string, { mimetype }: SlackFile): boolean => mime === 'text/html' && mimetype !== 'text/html';

function refusal(status: number, wait: string | null): Error {
  if (status === 429)
    return new SlackError('rate_limited', 'Slack asks to wait.', 'ratelimited', { retryAfterMs: (Number(wait) || 30) * 1000 });
  if (status >= 500 || status === 408) return new SlackError('transient', `Slack's files answered ${status}.`, `http_${status}`);
  return new Lost(status === 404 || status === 410 ? 'gone' : 'forbidden');
}

/** No more than may be, whatever was announced. */
function counted(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  let bytes = 0;
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > MOST_BYTES) controller.error(new Lost('large'));
      else controller.enqueue(chunk);
    },
  });
  return body.pipeThrough(count);
}

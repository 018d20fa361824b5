import { ChannelError } from '@balie/plugin-sdk';
import type { Context } from './graph.js';

/** Somewhat more than Messenger lets anybody send. */
const MOST_BYTES = 30 * 1024 * 1024;
const TIMEOUT_MS = 100_000;

/**
 * What somebody sent along, from the address that Meta gave for it: without our token, only from the hosts of the manifest, and
 * soon, since these addresses end (Meta, "messages webhook: attachments").
 */
export async function fetchFile(ref: string, context: Context): Promise<{ data: Uint8Array; name: string; mime: string }> {
  const signal = AbortSignal.any([context.signal, AbortSignal.timeout(TIMEOUT_MS)]);
  let response: Response;
  try {
    response = await context.http(ref, { signal, credentials: 'omit' });
  } catch (error) {
    const words = String(error);
    if (/may reach|Invalid URL|Failed to parse URL/.test(words))
      throw new ChannelError('rejected', `The file is not at Facebook: ${words}`);
    throw new ChannelError('transient', 'The file could not be fetched from Facebook.');
  }
  if (!response.ok) {
    await response.body?.cancel();
    const passing = response.status === 429 || response.status >= 500;
    throw new ChannelError(
      passing ? 'transient' : 'rejected',
      `Facebook answered ${response.status} to the question for a file.`,
    );
  }
  const mime = (response.headers.get('content-type') ?? '').split(';')[0]?.trim() || 'application/octet-stream';
  return { data: await limited(response), name: new URL(ref).pathname.split('/').at(-1) || 'file', mime };
}

async function limited(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) throw new ChannelError('rejected', 'The file is larger than Messenger lets anybody send.');
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof ChannelError) throw error;
    throw new ChannelError('transient', 'The line to Facebook broke in the middle of a file.');
  }
  return Buffer.concat(chunks);
}

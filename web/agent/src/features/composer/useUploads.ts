import { useCallback, useRef, useState } from 'react';
import { useClient, type Client } from 'urql';
import { outcomeText } from '../../app/errors.js';
import { useT, type Translate } from '../../app/intl.js';
import { CreateUploadDocument } from '../../generated/graphql.js';
import { makeId } from '../../lib/ids.js';

/** A file on its way to the server. */
export interface Upload {
  id: string;
  name: string;
  bytes: number;
  progress: number;
  state: 'sending' | 'ready' | 'failed';
  reason: string | null;
}
export interface FileLimits {
  maxBytes: number;
  maxCount: number;
}

/** What a channel says about files; null when it takes none. */
export function limitsOf(files: unknown): FileLimits | null {
  if (typeof files !== 'object' || files === null) return null;
  const { maxBytes, maxCount } = files as Partial<FileLimits>;
  return { maxBytes: maxBytes ?? 25_000_000, maxCount: maxCount ?? 20 };
}

function put(url: string, headers: unknown, file: File, onProgress: (part: number) => void): Promise<boolean> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    request.setRequestHeader('x-balie-csrf', '1');
    for (const [name, value] of Object.entries((headers ?? {}) as Record<string, string>)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => onProgress(event.total > 0 ? event.loaded / event.total : 0);
    request.onload = () => resolve(request.status >= 200 && request.status < 300);
    request.onerror = () => resolve(false);
    request.send(file);
  });
}

async function send(
  client: Client,
  t: Translate,
  id: string,
  file: File,
  onProgress: (part: number) => void,
): Promise<string | null> {
  const mime = file.type || 'application/octet-stream';
  const { data, error } = await client
    .mutation(CreateUploadDocument, { id, name: file.name, mime, bytes: file.size })
    .toPromise();
  const failed = outcomeText(t, error, data?.uploadCreate.userErrors);
  const url = data?.uploadCreate.url;
  if (failed || !url) return failed ?? t('error.unknown');
  return (await put(url, data.uploadCreate.headers, file, onProgress)) ? null : t('files.failed');
}

/** The files that go along with what is being written. */
export function useUploads(limits: FileLimits | null) {
  const client = useClient();
  const t = useT();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const files = useRef(new Map<string, File>());
  const change = useCallback(
    (id: string, part: Partial<Upload>) => setUploads((list) => list.map((one) => (one.id === id ? { ...one, ...part } : one))),
    [],
  );
  const start = useCallback(
    async (id: string, file: File) => {
      change(id, { state: 'sending', reason: null, progress: 0 });
      const reason = await send(client, t, id, file, (progress) => change(id, { progress }));
      change(id, reason === null ? { state: 'ready', progress: 1 } : { state: 'failed', reason });
    },
    [client, t, change],
  );
  const add = useCallback(
    (list: readonly File[]) => {
      for (const file of list) {
        const id = makeId('upl');
        files.current.set(id, file);
        const tooBig = limits !== null && file.size > limits.maxBytes;
        const upload: Upload = {
          id,
          name: file.name,
          bytes: file.size,
          progress: 0,
          state: tooBig ? 'failed' : 'sending',
          reason: tooBig ? t('files.tooBig') : null,
        };
        setUploads((before) => [...before, upload]);
        if (!tooBig) void start(id, file);
      }
    },
    [limits, start, t],
  );
  const remove = useCallback((id: string) => setUploads((list) => list.filter((one) => one.id !== id)), []);
  const retry = useCallback(
    (id: string) => {
      const file = files.current.get(id);
      if (file) void start(id, file);
    },
    [start],
  );
  const replace = useCallback((list: readonly Upload[]) => setUploads(list), []);
  return { uploads, add, remove, retry, replace };
}

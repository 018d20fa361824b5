import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useClient, type Client } from 'urql';
import { outcomeText } from '../../app/errors.js';
import { useT, type Translate } from '../../app/intl.js';
import { AttachSnippetFileDocument, CreateUploadDocument, type SnippetTextFragment } from '../../generated/composer.js';
import { useBytes } from '../../lib/useBytes.js';
import type { DraftFile, DraftKey } from './content.js';
import type { DraftStore } from './drafts.js';
import { refusalOf, UploadBox, type FileLimits, type Transfer } from './uploads.js';
import { useDrafts } from './useDrafts.js';

function put(url: string, headers: unknown, file: File, how: Parameters<Transfer>[2]): Promise<boolean> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    request.setRequestHeader('x-balie-csrf', '1');
    for (const [name, value] of Object.entries((headers ?? {}) as Record<string, string>)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => how.onProgress(event.total > 0 ? event.loaded / event.total : 0);
    request.onload = () => resolve(request.status >= 200 && request.status < 300);
    request.onerror = () => resolve(false);
    request.onabort = () => resolve(false);
    how.stop.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

export const transferBy =
  (client: Client, t: Translate): Transfer =>
  async (id, file, how) => {
    const variables = { id, name: file.name, mime: file.type || 'application/octet-stream', bytes: file.size };
    const { data, error } = await client.mutation(CreateUploadDocument, variables).toPromise();
    const failed = outcomeText(t, error, data?.uploadCreate.userErrors);
    const url = data?.uploadCreate.url;
    if (failed || !url) return failed ?? t('error.unknown');
    if (how.stop.aborted) return null;
    return (await put(url, data.uploadCreate.headers, file, how)) ? null : t('files.failed');
  };

const boxes = new WeakMap<DraftStore, Map<string, UploadBox>>();

function boxOf(drafts: DraftStore, key: DraftKey, transfer: Transfer): UploadBox {
  const mine = boxes.get(drafts) ?? new Map<string, UploadBox>();
  boxes.set(drafts, mine);
  const name = `${key.conversationId}.${key.mode}`;
  const known = mine.get(name);
  if (known) return known;
  const box = new UploadBox(transfer, (files) => drafts.set(key, { ...drafts.get(key), files }));
  box.adopt(drafts.get(key).files);
  drafts.onContent(key, (content) => box.adopt(content.files));
  mine.set(name, box);
  return box;
}

/** The files that go along with what is being written. */
export function useUploads({ conversationId, mode }: DraftKey, limits: FileLimits | null) {
  const client = useClient();
  const drafts = useDrafts();
  const t = useT();
  const size = useBytes();
  const box = useMemo(
    () => boxOf(drafts, { conversationId, mode }, transferBy(client, t)),
    [drafts, conversationId, mode, client, t],
  );
  const uploads = useSyncExternalStore(box.watch, box.uploads);
  const refuse = useCallback(
    (present: readonly DraftFile[], bytes: number) => {
      const refused = limits ? refusalOf(limits, present, bytes) : 'tooBig';
      if (refused === 'tooMany') return t('files.tooMany', { n: limits?.maxCount ?? 0 });
      return refused === null ? null : t('files.tooBig', { limit: size(limits?.maxBytes ?? 0) });
    },
    [limits, t, size],
  );
  const add = useCallback(
    (files: readonly File[]) => box.add(files, (present, file) => refuse(present, file.size)),
    [box, refuse],
  );
  /** The files of a snippet, which are on the server already. */
  const addKept = useCallback(
    ({ id: snippetId, files }: Pick<SnippetTextFragment, 'id' | 'files'>) => {
      for (const { id: fileId, ...file } of files) {
        const bring = async (id: string): Promise<string | null> => {
          const input = { snippetId, fileId, id };
          const { data, error } = await client.mutation(AttachSnippetFileDocument, { input }).toPromise();
          return outcomeText(t, error, data?.snippetFileAttach.userErrors);
        };
        const present = box.uploads().filter((one) => one.state !== 'refused');
        box.begin({ ...file, bring }, limits ? refuse(present, file.bytes) : t('files.none'));
      }
    },
    [box, client, limits, refuse, t],
  );
  return { box, uploads, add, addKept };
}

import { useCallback, useState, useSyncExternalStore } from 'react';
import { useClient } from 'urql';
import { useT } from '../../app/intl.js';
import { useBytes } from '../../lib/useBytes.js';
import type { DraftFile } from '../composer/content.js';
import { refusalOf, UploadBox, type Upload } from '../composer/uploads.js';
import { transferBy } from '../composer/useUploads.js';

/** What a snippet takes, as the server has it. */
const LIMITS = { maxBytes: 20 * 1024 * 1024, maxCount: 10 };

/** The files of a snippet while it is edited: those that it has, and those that come. */
export function useKeptFiles(first: readonly DraftFile[]) {
  const client = useClient();
  const t = useT();
  const size = useBytes();
  // What it had when it was opened: what is told meanwhile does not touch what is being edited.
  const [box] = useState(() => {
    const made = new UploadBox(transferBy(client, t), () => undefined);
    made.adopt(first);
    return made;
  });
  const uploads = useSyncExternalStore(box.watch, box.uploads);
  const add = useCallback(
    (files: readonly File[]) =>
      void box.add(files, (present, file) => {
        const refused = refusalOf(LIMITS, present, file.size);
        if (refused === 'tooMany') return t('files.tooMany', { n: LIMITS.maxCount });
        return refused === null ? null : t('files.tooBig', { limit: size(LIMITS.maxBytes) });
      }),
    [box, t, size],
  );
  return {
    uploads,
    ids: uploads.filter(({ state }) => state === 'ready').map(({ id }) => id),
    waits: uploads.some(({ state }) => state === 'sending' || state === 'failed'),
    add,
    remove: (id: Upload['id']) => box.remove(id),
    retry: (id: Upload['id']) => box.retry(id),
  };
}

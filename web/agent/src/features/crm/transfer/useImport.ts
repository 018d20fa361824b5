import { useCallback, useRef, useState } from 'react';
import { useClient } from 'urql';
import { outcomeText } from '../../../app/errors.js';
import { useLocale, useT } from '../../../app/intl.js';
import {
  CreateImportUploadDocument,
  ImportPreviewDocument,
  StartImportDocument,
  type ImportKind,
  type ListImportInput,
  type ImportPreviewQuery,
} from '../../../generated/crm-transfer.js';
import { makeId } from '../../../lib/ids.js';

export type Preview = NonNullable<ImportPreviewQuery['listImportPreview']['preview']>;
export type Column = Preview['columns'][number];
/** How the file is to be read; what is not said is found out. */
export type Choices = Omit<ListImportInput, 'uploadId' | 'kind'>;

interface State {
  file: string | null;
  uploadId: string | null;
  preview: Preview | null;
  failure: string | null;
  busy: boolean;
}
const EMPTY: State = { file: null, uploadId: null, preview: null, failure: null, busy: false };

async function put(url: string, headers: unknown, file: File): Promise<boolean> {
  const extra = { 'x-balie-csrf': '1', ...((headers ?? {}) as Record<string, string>) };
  try {
    return (await fetch(url, { method: 'PUT', headers: extra, body: file })).ok;
  } catch {
    return false;
  }
}

/** A file on its way to be taken in: put there, looked at as often as something is chosen otherwise, then begun. */
export function useImport(kind: ImportKind) {
  const t = useT();
  const client = useClient();
  const { locale } = useLocale();
  const [state, setState] = useState(EMPTY);
  const run = useRef(0);
  const id = useRef(makeId('imp'));
  const look = useCallback(
    async (uploadId: string, choices: Choices) => {
      const mine = (run.current += 1);
      setState((before) => ({ ...before, busy: true }));
      const variables = { input: { uploadId, kind, ...choices }, language: locale };
      const { data, error } = await client.query(ImportPreviewDocument, variables, { requestPolicy: 'network-only' }).toPromise();
      if (mine !== run.current) return;
      const failure = outcomeText(t, error, data?.listImportPreview.userErrors);
      const preview = data?.listImportPreview.preview;
      setState((before) => ({ ...before, busy: false, failure, preview: preview ?? before.preview }));
    },
    [client, kind, locale, t],
  );
  const choose = async (file: File) => {
    const mine = (run.current += 1);
    id.current = makeId('imp');
    setState({ ...EMPTY, file: file.name, busy: true });
    const variables = { name: file.name, mime: 'text/csv', bytes: file.size };
    const { data, error } = await client.mutation(CreateImportUploadDocument, variables).toPromise();
    const { id: uploadId, url, headers, userErrors } = data?.uploadCreate ?? {};
    const failure = outcomeText(t, error, userErrors);
    const there = !failure && url ? await put(url, headers, file) : false;
    if (mine !== run.current) return;
    if (!there || !uploadId) return setState({ ...EMPTY, failure: failure ?? t('files.failed') });
    setState((before) => ({ ...before, uploadId }));
    await look(uploadId, {});
  };
  const change = (choices: Choices) => (state.uploadId ? look(state.uploadId, choices) : Promise.resolve());
  /** Whether it has begun. */
  const begin = async (): Promise<boolean> => {
    const { uploadId, preview } = state;
    if (!uploadId || !preview) return false;
    setState((before) => ({ ...before, busy: true }));
    const { encoding, delimiter, columns, key } = preview;
    const mapped = columns.map(({ index, target, propertyId }) => ({ index, target, propertyId }));
    const variables = { id: id.current, input: { uploadId, kind, encoding, delimiter, columns: mapped, key } };
    const { data, error } = await client.mutation(StartImportDocument, variables).toPromise();
    const failure = outcomeText(t, error, data?.listImport.userErrors);
    setState(failure ? (before) => ({ ...before, busy: false, failure }) : EMPTY);
    return !failure;
  };
  return { ...state, choose, change, begin, reset: () => setState(EMPTY) };
}

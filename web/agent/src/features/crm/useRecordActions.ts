import { useLocale, useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import {
  DeleteRecordsDocument,
  LinkRecordDocument,
  SaveRecordDocument,
  type RecordLineFragment,
  type RecordSaveInput,
} from '../../generated/crm.js';
import { makeId } from '../../lib/ids.js';
import { ownChanges } from '../../lib/ownChanges.js';
import { useRun } from '../settings/useRun.js';

/** What is done with records: told when it went wrong, taken back where a person would expect it. */
export function useRecordActions() {
  const t = useT();
  const { locale: language } = useLocale();
  const { run, busy } = useRun();
  const save = (input: RecordSaveInput): Promise<RecordLineFragment | null> =>
    ownChanges.make(String(input.id), input.expectedVersion, async (expectedVersion) => {
      const variables = { input: { ...input, expectedVersion, operationId: makeId('op') }, language };
      const data = await run({ document: SaveRecordDocument, variables, problems: (answer) => answer.recordSave.userErrors });
      return data?.recordSave.record ?? null;
    });
  /** Changes, and offers to set the fields back to what they were. */
  const change = async (
    record: RecordLineFragment,
    input: Omit<RecordSaveInput, 'id'>,
    back: Omit<RecordSaveInput, 'id'>,
    told: string,
  ) => {
    const saved = await save({ id: record.id, ...input, expectedVersion: record.version });
    if (saved)
      toast(told, {
        label: t('undo'),
        run: () => void save({ id: record.id, ...back, expectedVersion: saved.version }),
      });
    return saved;
  };
  const remove = async (records: readonly RecordLineFragment[], restore = false): Promise<boolean> => {
    const variables = { ids: records.map(({ id }) => id), restore, language };
    const data = await run({ document: DeleteRecordsDocument, variables, problems: (answer) => answer.recordsDelete.userErrors });
    if (!data) return false;
    toast(
      t(restore ? 'crm.restored' : 'crm.deleted', { n: records.length }),
      restore ? undefined : { label: t('undo'), run: () => void remove(records, true) },
    );
    return true;
  };
  const link = (id: string, toId: string, removed: boolean) =>
    run({
      document: LinkRecordDocument,
      variables: { id, toId, remove: removed, language },
      problems: (answer) => answer.recordLink.userErrors,
    });
  return { save, change, remove, link, busy };
}

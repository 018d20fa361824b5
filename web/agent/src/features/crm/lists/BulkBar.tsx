import { Button } from '@balie/web-ui';
import type { ReactNode } from 'react';
import { useT } from '../../../app/intl.js';
import { useShell } from '../../../app/ShellProvider.js';
import type { Bulk } from './useBulk.js';

interface BarProps {
  chosen: number;
  /** All that are loaded are selected, and there are more. */
  more: boolean;
  whole: boolean;
  onWhole: (whole: boolean) => void;
  bulk: Pick<Bulk<never, never>, 'progress' | 'stop'>;
  onClear: () => void;
  /** What can be done. */
  children: ReactNode;
}

/** What can be done with the rows that are selected, or how far it is (U16). */
export function BulkBar({ chosen, more, whole, onWhole, bulk, onClear, children }: BarProps) {
  const t = useT();
  const { progress, stop } = bulk;
  if (progress)
    return (
      <div className="crm-bulk" role="status">
        <span>{t('bulk.progress', { n: progress.done, of: progress.of })}</span>
        <progress value={progress.done} max={progress.of} aria-hidden />
        <Button look="quiet" onClick={stop}>
          {t('bulk.stop')}
        </Button>
      </div>
    );
  return (
    <div className="crm-bulk" role="toolbar" aria-label={t('crm.selection')}>
      <b role="status">{whole ? t('crm.bulkWhole') : t('crm.selected', { n: chosen })}</b>
      {more && (
        <Button look="quiet" onClick={() => onWhole(!whole)}>
          {t(whole ? 'bulk.shownOnly' : 'crm.bulkTakeWhole')}
        </Button>
      )}
      {children}
      <Button look="quiet" onClick={onClear}>
        {t('cancel')}
      </Button>
    </div>
  );
}

interface PickProps {
  label: string;
  options: readonly { value: string; label: string }[];
  onPick: (value: string) => void;
}

/** A choice that is carried out as it is made; it says what it would set. */
export function PickAction({ label, options, onPick }: PickProps) {
  return (
    <select className="input" aria-label={label} value="" onChange={(event) => onPick(event.target.value)}>
      <option value="" disabled>
        {label} …
      </option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

/** Gives what is selected to somebody, or to nobody. */
export function OwnerAction({ onPick }: { onPick: (owner: { id: string; name: string } | null) => void }) {
  const t = useT();
  const { agents } = useShell();
  return (
    <PickAction
      label={t('crm.owner')}
      options={[{ value: 'none', label: t('crm.nobody') }, ...agents.map(({ id, name }) => ({ value: id, label: name }))]}
      onPick={(value) => onPick(agents.find(({ id }) => id === value) ?? null)}
    />
  );
}

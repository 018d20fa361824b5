import { Button } from '@balie/web-ui';
import { useQuery } from 'urql';
import { useT, type TextKey } from '../../../app/intl.js';
import { SelectField } from '../../../components/fields.js';
import {
  ImportPropertiesDocument,
  type ImportKey,
  type ImportOutcome,
  type ImportTarget,
} from '../../../generated/crm-transfer.js';
import { KEYS_OF, TARGETS, TARGETS_OF } from './importTargets.js';
import type { Choices, Column, Preview } from './useImport.js';

const OUTCOMES: Record<ImportOutcome, TextKey> = {
  NEW: 'crm.outcome.new',
  UPDATE: 'crm.outcome.update',
  SAME: 'crm.outcome.same',
  BAD: 'crm.outcome.bad',
};
const DELIMITERS: readonly [string, TextKey][] = [
  [',', 'crm.comma'],
  [';', 'crm.semicolon'],
  ['\t', 'crm.tab'],
  ['|', 'crm.bar'],
];
const ENCODINGS: readonly [string, string][] = [
  ['utf-8', 'UTF-8'],
  ['utf-16le', 'UTF-16 LE'],
  ['utf-16be', 'UTF-16 BE'],
  ['windows-1252', 'Windows-1252'],
];

interface MappingProps {
  preview: Preview;
  busy: boolean;
  onChange: (choices: Choices) => void;
  onBegin: () => void;
  onCancel: () => void;
}

/** What the columns of a file are, and what its first rows would do. */
export function ImportMapping({ preview, busy, onChange, onBegin, onCancel }: MappingProps) {
  const t = useT();
  const { kind, encoding, delimiter, columns, key, total } = preview;
  const as = {
    encoding,
    delimiter,
    columns: columns.map(({ index, target, propertyId }) => ({ index, target, propertyId })),
    key,
  };
  const keyed = columns.some(({ target }) => target === key);
  return (
    <div className="crm-form" aria-busy={busy}>
      <div className="crm-filters">
        <SelectField
          label={t('crm.delimiter')}
          value={delimiter}
          // The columns are others then: they are guessed anew.
          onChange={(value) => onChange({ encoding, delimiter: value })}
          options={DELIMITERS.map(([value, label]) => ({ value, label: t(label) }))}
        />
        <SelectField
          label={t('crm.encoding')}
          value={encoding}
          onChange={(value) => onChange({ encoding: value, delimiter })}
          options={ENCODINGS.map(([value, label]) => ({ value, label }))}
        />
        <SelectField
          label={t('crm.importKey')}
          value={key}
          onChange={(value) => onChange({ ...as, key: value as ImportKey })}
          options={KEYS_OF[kind].map((value) => ({ value, label: t(TARGETS[value]) }))}
        />
      </div>
      <Columns preview={preview} onChange={(next) => onChange({ ...as, columns: next })} />
      <Rows preview={preview} />
      {!keyed && <p className="alert">{t('crm.importNoKey')}</p>}
      <div className="row-actions">
        <Button look="primary" busy={busy} disabled={!keyed} onClick={onBegin}>
          {t('crm.importDo', { n: total })}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}

function Columns({ preview, onChange }: { preview: Preview; onChange: (columns: Column[]) => void }) {
  const t = useT();
  const { kind } = preview;
  const [{ data }] = useQuery({ query: ImportPropertiesDocument, pause: kind !== 'CONTACT' });
  const options = [
    ...TARGETS_OF[kind].map((value) => ({ value, label: t(TARGETS[value]) })),
    ...(data?.contactProperties ?? []).map(({ id, label }) => ({ value: id, label })),
  ];
  const columnOf = (index: number): Column =>
    preview.columns.find((one) => one.index === index) ?? { index, target: 'SKIP', propertyId: null };
  const set = (index: number, value: string) => {
    const target = value in TARGETS ? (value as ImportTarget) : 'PROPERTY';
    const next = { index, target, propertyId: target === 'PROPERTY' ? value : null };
    onChange(preview.headers.map((_header, at) => (at === index ? next : columnOf(at))));
  };
  return (
    <fieldset className="crm-columns">
      <legend>{t('crm.columns')}</legend>
      {preview.headers.map((header, index) => {
        const { target, propertyId } = columnOf(index);
        const sample = preview.rows.map(({ cells }) => cells[index]).find((cell) => cell !== undefined && cell !== '');
        return (
          <SelectField
            key={index}
            label={header || t('crm.column', { n: index + 1 })}
            value={target === 'PROPERTY' ? (propertyId ?? '') : target}
            onChange={(value) => set(index, value)}
            options={options}
            help={sample?.slice(0, 60)}
          />
        );
      })}
    </fieldset>
  );
}

function Rows({ preview }: { preview: Preview }) {
  const t = useT();
  return (
    <div className="crm-scroll" role="region" aria-label={t('crm.preview')} tabIndex={0}>
      <table className="crm-compare">
        <caption>{t('crm.previewOf', { n: preview.rows.length, total: preview.total })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('crm.line')}</th>
            <th scope="col">{t('crm.outcome')}</th>
            <th scope="col">{t('field.name')}</th>
            {preview.headers.map((header, index) => (
              <th key={index} scope="col">
                {header || t('crm.column', { n: index + 1 })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map(({ line, cells, outcome, reason, name }) => (
            <tr key={line} data-outcome={outcome}>
              <td>{line}</td>
              <td>
                <b>{t(OUTCOMES[outcome])}</b>
                {reason && <p className="field-error">{reason}</p>}
              </td>
              <td>{name}</td>
              {preview.headers.map((_header, index) => (
                <td key={index}>{cells[index]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

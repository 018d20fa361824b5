import type { ReactNode } from 'react';
import { useT } from '../../../app/intl.js';

/** A column beside the name of a row. */
export interface Column<Row> {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  number?: boolean;
}
interface TableProps<Row> {
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  nameLabel: string;
  name: (row: Row) => ReactNode;
  /** What the box of a row is for. */
  title: (row: Row) => string;
  canPick: (row: Row) => boolean;
  picked: ReadonlySet<string>;
  onPick: (ids: readonly string[], on: boolean) => void;
}

/** Rows to pick from and look at: a table, which scrolls sideways below its names when it is wide; on a phone one below the other with the names of the columns beside. */
export function ListTable<Row extends { id: string }>(props: TableProps<Row>) {
  const t = useT();
  const { label, rows, columns, nameLabel, name, title, canPick, picked, onPick } = props;
  const free = rows.filter(canPick).map(({ id }) => id);
  const all = free.length > 0 && free.every((id) => picked.has(id));
  return (
    <div className="crm-grid" role="region" aria-label={label} tabIndex={0}>
      <table aria-label={label}>
        <thead>
          <tr>
            <td className="crm-box">
              <input
                type="checkbox"
                aria-label={t('crm.pickShown')}
                checked={all}
                disabled={free.length === 0}
                onChange={(event) => onPick(free, event.target.checked)}
              />
            </td>
            <th scope="col">{nameLabel}</th>
            {columns.map(({ key, label: head, number }) => (
              <th key={key} scope="col" className={number ? 'num' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-picked={picked.has(row.id) || undefined}>
              <td className="crm-box">
                <input
                  type="checkbox"
                  aria-label={t('crm.pick', { title: title(row) })}
                  checked={picked.has(row.id)}
                  disabled={!canPick(row)}
                  onChange={(event) => onPick([row.id], event.target.checked)}
                />
              </td>
              <th scope="row">{name(row)}</th>
              {columns.map(({ key, label: head, cell, number }) => (
                <td key={key} data-label={head} className={number ? 'num' : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

import { Button, IconButton } from '@balie/web-ui';
import { Modal } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useT } from '../../../app/intl.js';
import type { ListState } from './useList.js';

interface Choice {
  key: string;
  label: string;
}
interface Props {
  state: ListState;
  /** All there are, in their usual order. */
  choices: readonly Choice[];
  /** Those that are shown, in order. */
  shown: readonly string[];
}

/** Which columns the list shows and in which order: by check boxes and arrows, so by keyboard too. */
export function ColumnsButton({ state, choices, shown }: Props) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        <IconColumns3 size={16} aria-hidden />
        {t('crm.pickColumns')}
      </Button>
      {open && (
        <Modal opened onClose={() => setOpen(false)} title={t('crm.pickColumns')}>
          <Columns state={state} choices={choices} shown={shown} />
          <div className="row-actions">
            <Button look="primary" onClick={() => setOpen(false)}>
              {t('crm.columnsDone')}
            </Button>
            <Button look="quiet" disabled={state.columns === undefined} onClick={() => state.setColumns(undefined)}>
              {t('crm.columnsReset')}
            </Button>
          </div>
        </Modal>
      )}
    </>
  );
}

function Columns({ state, choices, shown }: Props) {
  const t = useT();
  const box = useRef<HTMLUListElement>(null);
  const order = [
    ...shown.flatMap((key) => choices.find((choice) => choice.key === key) ?? []),
    ...choices.filter(({ key }) => !shown.includes(key)),
  ];
  const toggle = (key: string, on: boolean) => state.setColumns(on ? [...shown, key] : shown.filter((one) => one !== key));
  const move = (key: string, by: number) => {
    const next = shown.filter((one) => one !== key);
    next.splice(shown.indexOf(key) + by, 0, key);
    state.setColumns(next);
    // The row moved under its button, which goes off at either end: whoever moves it by keyboard stays with the row.
    requestAnimationFrame(() => {
      const row = box.current?.querySelector(`[data-column="${key}"]`);
      if (row?.contains(document.activeElement)) return;
      row?.querySelector<HTMLElement>('button:not([disabled])')?.focus();
    });
  };
  return (
    <>
      <p className="help">{t('crm.columnsHelp')}</p>
      <ul className="crm-pick" ref={box} aria-label={t('crm.pickColumns')}>
        {order.map(({ key, label }) => {
          const at = shown.indexOf(key);
          return (
            <li key={key} data-column={key}>
              <label className="check">
                <input type="checkbox" checked={at >= 0} onChange={(event) => toggle(key, event.target.checked)} />
                {label}
              </label>
              {at >= 0 && (
                <span>
                  <IconButton
                    label={t('crm.stageUp', { name: label })}
                    icon={<IconArrowUp size={16} />}
                    disabled={at === 0}
                    onClick={() => move(key, -1)}
                  />
                  <IconButton
                    label={t('crm.stageDown', { name: label })}
                    icon={<IconArrowDown size={16} />}
                    disabled={at === shown.length - 1}
                    onClick={() => move(key, 1)}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

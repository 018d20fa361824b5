import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react';
import { useT } from '../../app/intl.js';
import type { Row } from '../inbox/listStore.js';
import { useBulkActions, type DoTo } from './useBulkActions.js';

const LaterDialog = lazy(() => import('../composer/LaterDialog.js').then((module) => ({ default: module.LaterDialog })));
const MoveDialog = lazy(() => import('./MoveDialog.js').then((module) => ({ default: module.MoveDialog })));
const MergeDialog = lazy(() => import('./MergeDialog.js').then((module) => ({ default: module.MergeDialog })));
const SplitDialog = lazy(() => import('./SplitDialog.js').then((module) => ({ default: module.SplitDialog })));
const TagDialog = lazy(() => import('./TagDialog.js').then((module) => ({ default: module.TagDialog })));

/** What has to be asked before it is done. */
export type Question = 'snooze' | 'move' | 'tags' | 'merge' | 'split';

/** Asks about these rows; with `toWhole` they are only what is seen of all that is meant. */
type Ask = (what: Question, rows: readonly Row[], toWhole?: DoTo) => void;

/** The dialogs of what is done to conversations, one or many; `onDone` once it was said how. */
export function useAsked(onDone?: () => void): { ask: Ask; dialog: ReactNode } {
  const t = useT();
  const toThese = useBulkActions();
  const [asked, setAsked] = useState<{ what: Question; rows: readonly Row[]; toWhole?: DoTo | undefined } | null>(null);
  const doTo = asked?.toWhole ?? toThese;
  const whole = asked?.toWhole !== undefined;
  const close = () => setAsked(null);
  const snooze = (rows: readonly Row[]) => (until: string) => {
    close();
    onDone?.();
    void doTo((bulk) => bulk.snooze(until), rows);
  };
  const closed = () => {
    close();
    onDone?.();
  };
  const Dialog = asked?.what === 'move' ? MoveDialog : TagDialog;
  const Single = asked?.what === 'merge' ? MergeDialog : asked?.what === 'split' ? SplitDialog : null;
  const first = asked?.rows[0];
  const dialog = asked && (
    <Suspense>
      {asked.what === 'snooze' ? (
        <LaterDialog
          title={whole ? t('snooze.whole') : t('snooze.title', { n: asked.rows.length })}
          action={t('snooze.do')}
          before={!whole && asked.rows.length === 1 ? (asked.rows[0]?.snoozedUntil ?? null) : null}
          onPick={snooze(asked.rows)}
          onClose={close}
        />
      ) : Single && first ? (
        <Single row={first} onClose={closed} />
      ) : (
        <Dialog rows={asked.rows} whole={whole} doTo={doTo} onClose={closed} />
      )}
    </Suspense>
  );
  const ask = useCallback((what: Question, rows: readonly Row[], toWhole?: DoTo) => {
    if (rows.length > 0) setAsked({ what, rows, toWhole });
  }, []);
  return { ask, dialog };
}

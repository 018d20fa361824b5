import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { Row } from '../inbox/listStore.js';
import { useBulkActions } from './useBulkActions.js';

const DeleteDialog = lazy(() => import('./DeleteDialog.js').then((module) => ({ default: module.DeleteDialog })));
const RestoreDialog = lazy(() => import('./RestoreDialog.js').then((module) => ({ default: module.RestoreDialog })));

type Asked = { what: 'delete' | 'restore'; rows: readonly Row[] };

/** Out of the trash, one way or the other, with the dialogs that this may need (S28, S29). */
export function useTrash(onGone?: () => void): {
  restore: (rows: readonly Row[]) => void;
  deleteForever: (rows: readonly Row[]) => void;
  dialog: ReactNode;
} {
  const doTo = useBulkActions();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Asked | null>(null);
  const restore = (rows: readonly Row[]) => {
    const lost = () => {
      setAsked({ what: 'restore', rows });
      return true;
    };
    void doTo((bulk) => bulk.restore(null, (code) => code === 'INBOX_GONE' && lost()), rows);
  };
  const closed = (gone: boolean) => {
    setAsked(null);
    if (!gone) return;
    if (onGone) onGone();
    else
      void navigate({
        to: '.',
        search: (before: Record<string, unknown>) => ({ ...before, c: undefined }),
        replace: true,
      } as never);
  };
  const dialog = asked && (
    <Suspense>
      {asked.what === 'delete' ? (
        <DeleteDialog ids={asked.rows.map(({ id }) => id)} onClose={closed} />
      ) : (
        <RestoreDialog rows={asked.rows} onClose={() => setAsked(null)} />
      )}
    </Suspense>
  );
  return { restore, deleteForever: (rows) => setAsked({ what: 'delete', rows }), dialog };
}

import { Button } from '@balie/web-ui';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useT } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';
import { toast } from '../../app/toasts.js';
import { choiceOf, filterOf } from '../inbox/view.js';
import { findOf, NO_FILTERS } from './find.js';
import { filterOfView, isSaved, keyOf, useSavedViews, useViewActions } from './useSavedViews.js';
import { ViewDialog } from './ViewDialog.js';

const FROM = '/inbox/$inboxId/$view';

/** What the list shows now as a view of its own, or as what the saved view shows from now on (U32). */
export function SaveAsView() {
  const t = useT();
  const { viewer } = useShell();
  const { inboxId, view } = useParams({ from: FROM });
  const { status, ...rest } = useSearch({ from: FROM });
  const navigate = useNavigate({ from: FROM });
  const [asking, setAsking] = useState(false);
  const views = useSavedViews();
  const { save } = useViewActions();
  const current = isSaved(view) ? views?.find((one) => keyOf(one) === view) : undefined;
  const saved = current && filterOfView(current);
  const shownStatus = status ?? (saved ? choiceOf(saved) : 'open');
  const shown = filterOf({ inboxId, view, status: shownStatus, viewerId: viewer.id, find: findOf(rest), saved });
  // Whoever looks at it later is meant, not who saves it.
  const mine = view === 'mine' || (saved?.assigneeIds as unknown[] | undefined)?.includes('me');
  const filter = mine ? { ...shown, assigneeIds: ['me'] } : shown;
  const open = (id: string) =>
    void navigate({ params: { inboxId, view: keyOf({ id }) }, search: { c: undefined, status: undefined } });
  const change = async () => {
    if (!current) return;
    const wrong = await save({ id: current.id, filter, expectedVersion: current.version });
    if (wrong !== null) return void toast(wrong, undefined, 'bad');
    void navigate({ search: (before) => ({ ...before, ...NO_FILTERS, status: undefined }) });
  };
  return (
    <>
      <Button look="quiet" onClick={() => setAsking(true)}>
        {t('saved.new')}
      </Button>
      {current?.canChange && (
        <Button look="quiet" onClick={() => void change()}>
          {t('saved.update')}
        </Button>
      )}
      {asking && <ViewDialog content={{ filter }} onClose={() => setAsking(false)} onSaved={open} />}
    </>
  );
}

import { Button } from '@balie/web-ui';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useT } from '../../../app/intl.js';
import { toast } from '../../../app/toasts.js';
import { useViewActions } from '../../search/useSavedViews.js';
import { ViewDialog } from '../../search/ViewDialog.js';
import type { ListState } from './useList.js';
import { pathOf, shownOf } from './views.js';

/** What the list shows now as a view of its own, or as what the view shows from now on (U32). */
export function SaveListView({ state, columns }: { state: ListState; columns: readonly string[] }) {
  const t = useT();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const { list, search, view, gone } = state;
  const { save } = useViewActions(list);
  const shown = shownOf(list, search, columns);
  const open = (id: string) =>
    void navigate({ to: '/$kind', params: { kind: pathOf(list) }, search: { view: id, layout: search.layout } });
  const change = async () => {
    if (!view) return;
    const wrong = await save({ id: view.id, list, shown, expectedVersion: view.version });
    if (wrong !== null) return void toast(wrong, undefined, 'bad');
    open(view.id);
  };
  return (
    <>
      {gone && (
        <p className="hint" role="status">
          {t('crm.viewGone')}
        </p>
      )}
      <div className="crm-save">
        {view && search.edited && <Button onClick={() => open(view.id)}>{t('crm.viewBack')}</Button>}
        {view?.canChange && search.edited && <Button onClick={() => void change()}>{t('saved.update')}</Button>}
        <Button look="quiet" onClick={() => setAsking(true)}>
          {t('saved.new')}
        </Button>
      </div>
      {asking && <ViewDialog list={list} content={{ shown }} onClose={() => setAsking(false)} onSaved={open} />}
    </>
  );
}

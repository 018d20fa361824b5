import { useEffect } from 'react';
import { useT } from '../../app/intl.js';
import { useViews } from './useViews.js';

/** The tab's title: how many wait for us, and where we are. */
export function useTitle(inboxId: string, label: string): void {
  const t = useT();
  const { views, inboxName } = useViews(inboxId, 'all');
  const open = views.find((view) => view.key === 'mine')?.count ?? 0;
  useEffect(() => {
    const title = t('inbox.title', { inbox: inboxName, view: label });
    document.title = open > 0 ? `(${open > 999 ? '999+' : open}) ${title}` : title;
  }, [t, inboxName, label, open]);
}

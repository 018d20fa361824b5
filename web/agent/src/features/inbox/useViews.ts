import { useMemo } from 'react';
import { useT, type TextKey, type Translate } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';
import type { InboxHeadFragment } from '../../generated/graphql.js';

type View = InboxHeadFragment['views'][number];

const NAMES: Record<string, TextKey> = {
  all: 'view.all',
  mine: 'view.mine',
  unassigned: 'view.unassigned',
  bots: 'view.bots',
  filtered: 'view.filtered',
  spam: 'view.spam',
  trash: 'view.trash',
  mentions: 'view.mentions',
  drafts: 'view.drafts',
  scheduled: 'view.scheduled',
};

/** Our word for a built-in view, the plugin's for one of a channel. */
export function viewLabel(t: Translate, view: Pick<View, 'key' | 'title'> | undefined, key: string): string {
  const name = NAMES[key];
  return name ? t(name) : (view?.title ?? key.replace(/^channel-/, ''));
}

/** The same views of several inboxes as one list, counts added up. */
export function mergeViews(inboxes: readonly Pick<InboxHeadFragment, 'views'>[]): View[] {
  const merged = new Map<string, View>();
  for (const view of inboxes.flatMap((inbox) => inbox.views)) {
    const before = merged.get(view.key);
    const count = before?.count == null ? view.count : before.count + (view.count ?? 0);
    merged.set(view.key, { ...(before ?? view), count });
  }
  return [...merged.values()];
}

/** The views of an inbox, or of all of them. */
export function useViews(inboxId: string, key: string) {
  const t = useT();
  const { inboxes } = useShell();
  return useMemo(() => {
    const inbox = inboxes.find((one) => one.id === inboxId);
    const all = inbox ? [...inbox.views] : mergeViews(inboxes);
    // A view of bots says nothing as long as no bot has anything.
    const views = all.filter((view) => view.group !== 'BOTS' || (view.count ?? 0) > 0);
    const label = viewLabel(
      t,
      views.find((view) => view.key === key),
      key,
    );
    return { inbox, views, label, inboxName: inbox?.name ?? t('inbox.any') };
  }, [inboxes, inboxId, key, t]);
}

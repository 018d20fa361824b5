import type { Words } from '../../kernel/language.js';
import type { InboxCount } from './inbox-count.entity.js';
import type { ChannelView } from './inbox.repository.js';

/** A view of the left bar; `words` are the plugin's for the views of channels, and the name of a team for its view. */
export interface InboxView {
  key: string;
  group: 'PERSONAL' | 'CHANNELS' | 'BOTS' | 'OTHER';
  words: Words | null;
  icon: string | null;
  count: number | null;
}

/** The views in order (S15–S26): which channels there are comes from what is connected, never from a list. `teams` are the viewer's own (S37). */
export function viewsOf(
  counts: readonly InboxCount[],
  channels: readonly ChannelView[],
  teams: readonly { id: string; name: string }[] = [],
): InboxView[] {
  const count = (scope: InboxCount['scope'], key?: string): number =>
    counts.find((row) => row.scope === scope && (key === undefined || row.key === key))?.count ?? 0;
  const own = (key: string, group: InboxView['group'], size: number | null): InboxView => {
    return { key, group, words: null, icon: null, count: size };
  };
  return [
    own('all', 'PERSONAL', count('open')),
    own('mine', 'PERSONAL', count('assignee')),
    ...teams.map(({ id, name }) => {
      return { ...own(`team-${id}`, 'PERSONAL', count('team', id)), words: name, icon: 'users' };
    }),
    own('unassigned', 'PERSONAL', count('unassigned')),
    ...channels.map((view) => ({
      key: `channel-${view.viewId}`,
      group: 'CHANNELS' as const,
      words: view.title,
      icon: view.icon,
      count: count('view', view.viewId),
    })),
    own('bots', 'BOTS', count('bots')),
    own('filtered', 'OTHER', count('filtered')),
    own('spam', 'OTHER', null),
    own('trash', 'OTHER', null),
  ];
}

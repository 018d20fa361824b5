import type { Command } from './command.js';
import type { TextKey, Translate } from './intl.js';
import { preferencesNow } from './preferences.js';

type Known = Pick<Command, 'group'> & { text: TextKey; place?: TextKey; keys: string };

/** Every command that has a key of its own: where they are made and in the settings, where each may get another. */
export const KNOWN = {
  next: { group: 'move', text: 'key.next', keys: 'j' },
  previous: { group: 'move', text: 'key.previous', keys: 'k' },
  back: { group: 'move', text: 'key.back', keys: 'u' },
  close: { group: 'act', text: 'key.close', keys: 'e' },
  mine: { group: 'act', text: 'key.assignMe', keys: 'i' },
  snooze: { group: 'act', text: 'key.snooze', keys: 'h' },
  tags: { group: 'act', text: 'tags.open', keys: 'l' },
  assign: { group: 'act', text: 'key.assign', keys: 'a' },
  reply: { group: 'act', text: 'key.reply', keys: 'r' },
  comment: { group: 'act', text: 'key.comment', keys: 'n' },
  forward: { group: 'act', text: 'key.forward', keys: 'f' },
  unread: { group: 'act', text: 'key.unread', keys: 'Shift+U' },
  undo: { group: 'act', text: 'undo', keys: 'z' },
  mark: { group: 'act', text: 'key.mark', keys: 'x' },
  'mark.next': { group: 'act', text: 'key.markNext', keys: 'Shift+J' },
  'mark.all': { group: 'act', text: 'key.markAll', keys: 'Shift+* a' },
  spam: { group: 'act', text: 'key.spam', keys: 'Shift+!' },
  trash: { group: 'act', text: 'key.trash', keys: 'Shift+#' },
  compose: { group: 'act', text: 'compose.label', keys: 'c' },
  more: { group: 'act', text: 'key.more', keys: '.' },
  'mark.none': { group: 'act', text: 'bulk.clear', keys: 'Escape' },
  'go.all': { group: 'go', text: 'key.goTo', place: 'view.all', keys: 'g a' },
  'go.mine': { group: 'go', text: 'key.goTo', place: 'view.mine', keys: 'g m' },
  'go.unassigned': { group: 'go', text: 'key.goTo', place: 'view.unassigned', keys: 'g u' },
  'go.filtered': { group: 'go', text: 'key.goTo', place: 'view.filtered', keys: 'g f' },
  'go.trash': { group: 'go', text: 'key.goTo', place: 'view.trash', keys: 'g t' },
  'go.drafts': { group: 'go', text: 'key.goTo', place: 'view.drafts', keys: 'g d' },
  'panes.views': { group: 'app', text: 'pane.toggleViews', keys: '[' },
  'panes.about': { group: 'app', text: 'pane.toggleAbout', keys: ']' },
  palette: { group: 'app', text: 'palette.open', keys: '$mod+k' },
  search: { group: 'app', text: 'key.search', keys: '/' },
  keys: { group: 'app', text: 'keys.title', keys: 'Shift+?' },
} as const satisfies Record<string, Known>;

/** `Escape` is no letter, so it stays where letters do nothing (WCAG 2.1.4). */
export function keysNow(
  { id, keys }: Pick<Command, 'id' | 'keys'>,
  chosen: Readonly<Record<string, string>>,
  singleKeys: boolean,
): string | undefined {
  const now = chosen[id] ?? keys;
  return !now || (!singleKeys && !now.startsWith('$mod') && now !== 'Escape') ? undefined : now;
}

/** A command of the list without what it does. */
export function known(t: Translate, id: keyof typeof KNOWN): Omit<Command, 'run'> {
  const { group, text, keys, place }: Known = KNOWN[id];
  return { id, group, keys, label: t(text, place && { place: t(place) }) };
}

/** What presses a command now, as it is told on buttons and in menus; nothing where its person switched that off. */
export function pressed(id: keyof typeof KNOWN): string | undefined {
  const { keys, singleKeys } = preferencesNow();
  return keysNow({ id, keys: KNOWN[id].keys }, keys, singleKeys)
    ?.replace(/^Shift\+(?=\W)/, '')
    .replace('$mod', 'Control');
}

/** What a button does, and what presses it. */
export function withKey(text: string, id: keyof typeof KNOWN): string {
  const keys = pressed(id);
  return keys ? `${text} (${keys})` : text;
}

import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, type RefObject } from 'react';
import { NOBODY } from '../../app/actions.js';
import type { Command } from '../../app/command.js';
import { useCommands } from '../../app/commands.js';
import { useT } from '../../app/intl.js';
import { KNOWN, known } from '../../app/knownKeys.js';
import { usePreferences } from '../../app/preferences.js';
import { useServices } from '../../app/services.js';
import { useShell } from '../../app/ShellProvider.js';
import type { ConversationStatus, DraftMode } from '../../generated/graphql.js';
import type { Question } from '../bulk/useAsked.js';
import { useBulkActions } from '../bulk/useBulkActions.js';
import { ask } from '../composer/asked.js';
import type { ListApi } from './ConversationList.js';
import type { Row } from './listStore.js';
import { useViews, viewLabel } from './useViews.js';

interface Input {
  list: RefObject<ListApi | null>;
  selected: string | undefined;
  inboxId: string;
  panes: { toggleViews: () => void; toggleAbout: () => void };
  open: (id: string | undefined, replace: boolean) => void;
  onAsk: (what: Question, rows: readonly Row[]) => void;
}
const KEYS_OF: Readonly<Record<string, { keys: string }>> = KNOWN;

/** What can be done in the inbox by key or palette, and closing with going on to the next one. */
export function useInboxCommands(input: Input) {
  const t = useT();
  const { list, selected, inboxId, panes, open } = input;
  const { actions } = useServices();
  const [preferences] = usePreferences();
  const closeOrReopen = useCallback(
    (id: string, status: ConversationStatus) => {
      const closing = status !== 'CLOSED';
      const next = list.current?.after(id);
      void actions.setStatus(id, closing ? 'CLOSED' : 'OPEN');
      if (!closing) return;
      open(preferences.afterClose === 'next' ? next : undefined, true);
      list.current?.focus();
    },
    [actions, list, open, preferences.afterClose],
  );
  const current = useCallback(() => selected ?? list.current?.current(), [selected, list]);
  const go = useGoCommands(inboxId);
  const marked = useMarkedCommands(input, current, closeOrReopen);
  const commands = useMemo<Command[]>(() => {
    const unread = () => {
      const id = current();
      if (id) void actions.markRead(id, null);
    };
    const write = (mode: DraftMode) => () => {
      if (selected) ask({ conversationId: selected, mode });
    };
    return [
      { ...known(t, 'next'), run: () => list.current?.move(1) },
      { ...known(t, 'previous'), run: () => list.current?.move(-1) },
      { ...known(t, 'back'), run: () => open(undefined, false) },
      ...marked,
      { ...known(t, 'assign'), run: click('[data-command=assign]') },
      { ...known(t, 'reply'), run: write('REPLY') },
      { ...known(t, 'comment'), run: write('COMMENT') },
      { ...known(t, 'forward'), run: write('FORWARD') },
      { ...known(t, 'unread'), run: unread },
      { ...known(t, 'undo'), run: () => actions.undo() },
      { ...known(t, 'panes.views'), run: panes.toggleViews },
      { ...known(t, 'panes.about'), run: panes.toggleAbout },
      ...go,
    ];
  }, [t, list, selected, open, actions, panes.toggleViews, panes.toggleAbout, current, go, marked]);
  useCommands(commands);
  return { closeOrReopen };
}

const click = (selector: string) => () => document.querySelector<HTMLElement>(selector)?.click();

/** What is done to those that are marked, and to the one under the cursor when none is. */
function useMarkedCommands(
  { list, selected, onAsk }: Input,
  current: () => string | undefined,
  closeOrReopen: (id: string, status: ConversationStatus) => void,
): Command[] {
  const t = useT();
  const { actions, lists } = useServices();
  const { viewer } = useShell();
  const doTo = useBulkActions();
  return useMemo(() => {
    const either = (many: (rows: Row[]) => void, one: (id: string) => void) => () => {
      const rows = list.current?.marked() ?? [];
      const id = current();
      if (rows.length > 0) {
        list.current?.unmark();
        many(rows);
      } else if (id) one(id);
    };
    const toggleMany = (rows: Row[]) => {
      const closed = rows.every((row) => row.status === 'CLOSED');
      void doTo((bulk) => bulk.status(closed ? 'OPEN' : 'CLOSED'), rows);
    };
    const toggle = (id: string) => {
      if (selected) click('[data-command=status]')();
      else closeOrReopen(id, lists.find(id)?.status ?? 'OPEN');
    };
    const assignMe = (id: string) => {
      const before = lists.find(id) ?? NOBODY;
      void actions.assign(id, { assignee: viewer, assigneeTeam: before.assigneeTeam }, before);
    };
    const assignMany = (rows: Row[]) => void doTo((bulk) => bulk.assign({ assignee: viewer }), rows);
    const asking = (what: Question) => {
      const one = (id: string) => {
        const row = lists.find(id);
        if (row) onAsk(what, [row]);
      };
      return either((rows) => onAsk(what, rows), one);
    };
    return [
      { ...known(t, 'close'), run: either(toggleMany, toggle) },
      { ...known(t, 'mine'), run: either(assignMany, assignMe) },
      { ...known(t, 'snooze'), run: asking('snooze') },
      { ...known(t, 'tags'), run: asking('tags') },
    ];
  }, [t, list, selected, onAsk, current, closeOrReopen, actions, lists, viewer, doTo]);
}

function useGoCommands(inboxId: string): Command[] {
  const t = useT();
  const navigate = useNavigate();
  const { inboxes } = useShell();
  const { views } = useViews(inboxId, 'all');
  return useMemo(() => {
    const to = (inbox: string, view: string) => () =>
      void navigate({
        to: '/inbox/$inboxId/$view',
        params: { inboxId: inbox, view },
        search: { c: undefined, status: undefined },
      });
    const waiting = ['drafts', 'scheduled'].map((key) => ({ key, title: null }));
    const byView = [...views, ...waiting].map((view): Command => {
      const label = t('key.goTo', { place: viewLabel(t, view, view.key) });
      return { id: `go.${view.key}`, group: 'go', label, keys: KEYS_OF[`go.${view.key}`]?.keys, run: to(inboxId, view.key) };
    });
    const others = inboxes.filter((inbox) => inbox.id !== inboxId);
    const byInbox = others.map((inbox): Command => ({
      id: `go.${inbox.id}`,
      group: 'go',
      label: t('key.goTo', { place: inbox.name }),
      run: to(inbox.id, 'all'),
    }));
    return [...byView, ...byInbox];
  }, [t, navigate, inboxes, views, inboxId]);
}

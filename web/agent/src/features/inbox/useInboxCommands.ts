import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, type RefObject } from 'react';
import { useCommands, type Command } from '../../app/commands.js';
import { useT } from '../../app/intl.js';
import { usePreferences } from '../../app/preferences.js';
import { useServices } from '../../app/services.js';
import { useShell } from '../../app/ShellProvider.js';
import type { ConversationStatus } from '../../generated/graphql.js';
import type { ListApi } from './ConversationList.js';
import { useViews, viewLabel } from './useViews.js';

interface Input {
  list: RefObject<ListApi | null>;
  selected: string | undefined;
  inboxId: string;
  panes: { toggleViews: () => void; toggleAbout: () => void };
  open: (id: string | undefined, replace: boolean) => void;
}
const GO_KEYS: Record<string, string> = { all: 'g a', mine: 'g m', unassigned: 'g u', filtered: 'g f', trash: 'g t' };

/** What can be done in the inbox by key or palette, and closing with going on to the next one. */
export function useInboxCommands({ list, selected, inboxId, panes, open }: Input) {
  const t = useT();
  const { actions, lists } = useServices();
  const { viewer } = useShell();
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
  const commands = useMemo<Command[]>(() => {
    const withCurrent = (run: (id: string) => void) => () => {
      const id = current();
      if (id) run(id);
    };
    const assignMe = (id: string) => void actions.assign(id, viewer, lists.find(id)?.assignee ?? null);
    const click = (selector: string) => () => document.querySelector<HTMLElement>(selector)?.click();
    const toggle = (id: string) => {
      if (selected) click('[data-command=status]')();
      else closeOrReopen(id, lists.find(id)?.status ?? 'OPEN');
    };
    return [
      { id: 'next', group: 'move', label: t('key.next'), keys: 'j', run: () => list.current?.move(1) },
      { id: 'previous', group: 'move', label: t('key.previous'), keys: 'k', run: () => list.current?.move(-1) },
      { id: 'back', group: 'move', label: t('key.back'), keys: 'u', run: () => open(undefined, false) },
      { id: 'close', group: 'act', label: t('key.close'), keys: 'e', run: withCurrent(toggle) },
      { id: 'assign', group: 'act', label: t('key.assign'), keys: 'a', run: click('[data-command=assign]') },
      { id: 'mine', group: 'act', label: t('key.assignMe'), keys: 'i', run: withCurrent(assignMe) },
      { id: 'reply', group: 'act', label: t('key.reply'), keys: 'r', run: click('[data-command=reply]') },
      { id: 'comment', group: 'act', label: t('key.comment'), keys: 'n', run: click('[data-command=comment]') },
      {
        id: 'unread',
        group: 'act',
        label: t('key.unread'),
        keys: 'Shift+U',
        run: withCurrent((id) => void actions.markRead(id, null)),
      },
      { id: 'undo', group: 'act', label: t('undo'), keys: 'z', run: () => actions.undo() },
      { id: 'panes.views', group: 'app', label: t('pane.toggleViews'), keys: '[', run: panes.toggleViews },
      { id: 'panes.about', group: 'app', label: t('pane.toggleAbout'), keys: ']', run: panes.toggleAbout },
      ...go,
    ];
  }, [t, list, open, closeOrReopen, actions, lists, selected, viewer, panes.toggleViews, panes.toggleAbout, current, go]);
  useCommands(commands);
  return { closeOrReopen };
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
    const byView = views.map((view): Command => {
      const label = t('key.goTo', { place: viewLabel(t, view, view.key) });
      return { id: `go.${view.key}`, group: 'go', label, keys: GO_KEYS[view.key], run: to(inboxId, view.key) };
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

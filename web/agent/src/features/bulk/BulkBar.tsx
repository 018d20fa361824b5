import { Menu } from '@mantine/core';
import { Avatar, IconButton } from '@balie/web-ui';
import {
  IconAlertOctagon,
  IconArrowBackUp,
  IconArrowRight,
  IconCheck,
  IconClockPause,
  IconDots,
  IconInbox,
  IconRestore,
  IconTag,
  IconTrash,
  IconTrashX,
  IconUserOff,
  IconUserPlus,
  IconUsers,
  IconX,
} from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { NOBODY } from '../../app/actions.js';
import { useLocale, useT } from '../../app/intl.js';
import { useServices } from '../../app/services.js';
import { useShell } from '../../app/ShellProvider.js';
import { toast } from '../../app/toasts.js';
import type { ListState, ListStore, Row } from '../inbox/listStore.js';
import type { Selection } from '../inbox/selection.js';
import { collect, COLLECTED } from './collect.js';
import type { Deeds } from './deeds.js';
import type { Deed } from './perform.js';
import { useAsked, type Question } from './useAsked.js';
import { useDeeds } from './useDeeds.js';
import { useTeams } from '../thread/useTeams.js';
import { useTrash } from './useTrash.js';

interface BarProps {
  store: ListStore;
  state: ListState;
  selection: Selection;
  marked: ReadonlySet<string>;
}
interface Progress {
  done: number;
  of: number | null;
}

/** Those that are marked, or with `whole` all of the view: read when something is done to them. */
function useMarked({ store, marked, selection }: BarProps, whole: boolean) {
  const t = useT();
  const { client } = useServices();
  const { locale } = useLocale();
  const doTo = useDeeds();
  const [progress, setProgress] = useState<Progress | null>(null);
  const stopped = useRef(false);
  const rows = async (): Promise<readonly Row[] | null> => {
    if (!whole) return [...marked].flatMap((id) => store.row(id) ?? []);
    const found = await collect(client, store.filter, locale, (done) => {
      setProgress({ done, of: null });
      return !stopped.current;
    });
    if (!found && !stopped.current) toast(t('toast.failed', { reason: t('error.network') }), undefined, 'bad');
    return found;
  };
  const run = async (make: (deeds: Deeds) => Deed) => {
    stopped.current = false;
    const list = await rows();
    if (list) {
      const many = list.length > 100;
      if (!many) selection.clear();
      await doTo(make, list, (done) => {
        if (many) setProgress({ done, of: list.length });
        return !stopped.current;
      });
    }
    setProgress(null);
    if (list) selection.clear();
  };
  const ask = async (asks: (list: readonly Row[]) => void) => {
    stopped.current = false;
    const list = await rows();
    setProgress(null);
    if (list) asks(list);
  };
  return { run, ask, progress, stop: () => (stopped.current = true) };
}

/** Takes the place of the list's head while something is marked (ux R5). */
export function BulkBar(props: BarProps) {
  const { store, state, selection, marked } = props;
  const t = useT();
  const [whole, setWhole] = useState(false);
  const { run, ask, progress, stop } = useMarked(props, whole);
  const clear = () => selection.clear();
  const asked = useAsked(clear);
  const trash = useTrash(clear);
  const allShown = state.ids.length > 0 && state.ids.every((id) => marked.has(id));
  const trashed = store.filter.placement?.includes('TRASH') ?? false;
  if (progress)
    return (
      <header className="bar bulk" role="status">
        <span className="el">
          {progress.of === null
            ? t('bulk.reading', { n: progress.done })
            : t('bulk.progress', { n: progress.done, of: progress.of })}
        </span>
        <progress value={progress.of === null ? undefined : progress.done} max={progress.of ?? undefined} aria-hidden />
        <span className="sp" />
        <button type="button" className="btn quiet" onClick={stop}>
          {t('bulk.stop')}
        </button>
      </header>
    );
  const question = (what: Question) => () => void ask((list) => asked.ask(what, list));
  return (
    <>
      <header className="bar bulk" role="toolbar" aria-label={t('bulk.label')}>
        <IconButton label={t('bulk.clear')} keys="Escape" icon={<IconX size={18} />} onClick={clear} />
        <h2 className="el" role="status">
          {whole ? t('bulk.whole') : t('bulk.marked', { n: marked.size })}
        </h2>
        <span className="sp" />
        {trashed ? (
          <>
            <IconButton
              label={t('restore.do')}
              keys="#"
              icon={<IconRestore size={18} />}
              onClick={() => void run((deeds) => deeds.restore(null))}
            />
            <IconButton
              label={t('delete.forever')}
              icon={<IconTrashX size={18} />}
              onClick={() => void ask(trash.deleteForever)}
            />
          </>
        ) : (
          <>
            <AssignMenu run={(make) => void run(make)} />
            <StatusButton {...props} run={(make) => void run(make)} />
            <IconButton label={t('snooze.open')} keys="h" icon={<IconClockPause size={18} />} onClick={question('snooze')} />
            <MoreActions store={store} run={(make) => void run(make)} onMove={question('move')} onTags={question('tags')} />
          </>
        )}
      </header>
      {allShown && state.hasMore && (
        <p className="bulk-all">
          {whole ? t('bulk.wholeOn', { n: COLLECTED }) : t('bulk.shownOn', { n: marked.size })}{' '}
          <button type="button" className="btn quiet" onClick={() => setWhole(!whole)}>
            {t(whole ? 'bulk.shownOnly' : 'bulk.takeWhole')}
          </button>
        </p>
      )}
      {asked.dialog}
      {trash.dialog}
    </>
  );
}

interface RunProps {
  run: (make: (deeds: Deeds) => Deed) => void;
}

/** Reopens where all that is marked is closed, else closes. */
function StatusButton({ store, marked, run }: BarProps & RunProps) {
  const t = useT();
  const closed = [...marked].every((id) => store.row(id)?.status === 'CLOSED');
  return (
    <IconButton
      label={t(closed ? 'thread.reopen' : 'thread.close')}
      keys="e"
      icon={closed ? <IconArrowBackUp size={18} /> : <IconCheck size={18} />}
      onClick={() => run((deeds) => deeds.status(closed ? 'OPEN' : 'CLOSED'))}
    />
  );
}

function AssignMenu({ run }: RunProps) {
  const t = useT();
  const { viewer, agents } = useShell();
  const teams = useTeams();
  const sorted = [...agents].sort((a, b) => Number(b.id === viewer.id) - Number(a.id === viewer.id));
  return (
    <Menu withinPortal position="bottom-end" width={240}>
      <Menu.Target>
        <button
          type="button"
          className="btn icon"
          aria-label={t('thread.assign')}
          title={t('thread.assign')}
          aria-haspopup="menu"
        >
          <IconUserPlus size={18} />
        </button>
      </Menu.Target>
      <Menu.Dropdown className="tall-menu">
        {sorted.map((agent) => (
          <Menu.Item
            key={agent.id}
            leftSection={<Avatar name={agent.name} small />}
            onClick={() => run((deeds) => deeds.assign({ assignee: agent }))}
          >
            {agent.id === viewer.id ? t('thread.me', { name: agent.name }) : agent.name}
          </Menu.Item>
        ))}
        {teams.length > 0 && <Menu.Label>{t('thread.teams')}</Menu.Label>}
        {teams.map((team) => (
          <Menu.Item
            key={team.id}
            leftSection={<IconUsers size={16} aria-hidden />}
            onClick={() => run((deeds) => deeds.assign({ assignee: null, assigneeTeam: team }))}
          >
            {team.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconUserOff size={16} aria-hidden />} onClick={() => run((deeds) => deeds.assign(NOBODY))}>
          {t('thread.nobody')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function MoreActions({ store, run, onMove, onTags }: RunProps & { store: ListStore; onMove: () => void; onTags: () => void }) {
  const t = useT();
  const placement = store.filter.placement?.[0] ?? 'INBOX';
  const item = (text: string, icon: ReactNode, act: () => void, keys?: string) => (
    <Menu.Item leftSection={icon} onClick={act} rightSection={keys && <kbd>{keys}</kbd>}>
      {text}
    </Menu.Item>
  );
  return (
    <Menu withinPortal position="bottom-end" width={220}>
      <Menu.Target>
        <button type="button" className="btn icon" aria-label={t('thread.more')} title={t('thread.more')} aria-haspopup="menu">
          <IconDots size={18} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {item(t('tags.open'), <IconTag size={16} aria-hidden />, onTags, 'l')}
        {item(t('move.open'), <IconArrowRight size={16} aria-hidden />, onMove)}
        {placement !== 'INBOX' &&
          item(t('place.toInbox'), <IconInbox size={16} aria-hidden />, () => run((deeds) => deeds.place('INBOX')))}
        {placement !== 'SPAM' &&
          item(t('place.toSpam'), <IconAlertOctagon size={16} aria-hidden />, () => run((deeds) => deeds.place('SPAM')), '!')}
        {item(t('trash.do'), <IconTrash size={16} aria-hidden />, () => run((deeds) => deeds.place('TRASH')), '#')}
      </Menu.Dropdown>
    </Menu>
  );
}

import { Menu } from '@mantine/core';
import { Avatar, IconButton } from '@balie/web-ui';
import {
  IconAlertOctagon,
  IconArrowBackUp,
  IconArrowMerge,
  IconArrowRight,
  IconCheck,
  IconChecks,
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
import { pressed } from '../../app/knownKeys.js';
import { useServices } from '../../app/services.js';
import { useShell } from '../../app/ShellProvider.js';
import { toast } from '../../app/toasts.js';
import type { ListState, ListStore, Row } from '../inbox/listStore.js';
import type { Selection } from '../inbox/selection.js';
import { collect as collectAll } from './collect.js';
import type { BulkActions } from './bulkActions.js';
import type { BulkAction } from './perform.js';
import { useAsked, type Question } from './useAsked.js';
import { useBulkActions } from './useBulkActions.js';
import { useWhole } from './useWhole.js';
import { useTeams } from '../thread/useTeams.js';
import { useMerging } from './useMerging.js';
import { useTrash } from './useTrash.js';

/** So many become one at once; more is rather a mistake. */
const MOST_MERGED = 10;

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

/** Those that are marked; with `whole` all of the view, which is a matter of the server but for what is deleted for ever: that is counted first. */
function useMarked({ store, marked, selection }: BarProps, whole: boolean) {
  const t = useT();
  const { client } = useServices();
  const { locale } = useLocale();
  const toMarked = useBulkActions();
  const toWhole = useWhole(store);
  const doTo = whole ? toWhole : toMarked;
  const [progress, setProgress] = useState<Progress | null>(null);
  const stopped = useRef(false);
  const shown = (): readonly Row[] => [...marked].flatMap((id) => store.row(id) ?? []);
  const collected = async (): Promise<readonly Row[] | null> => {
    if (!whole) return shown();
    const found = await collectAll(client, store.filter, locale, (done) => {
      setProgress({ done, of: null });
      return !stopped.current;
    });
    if (!found && !stopped.current) toast(t('toast.failed', { reason: t('error.network') }), undefined, 'bad');
    return found;
  };
  const run = async (make: (bulk: BulkActions) => BulkAction) => {
    stopped.current = false;
    const list = shown();
    const many = !whole && list.length > 100;
    if (!many) selection.clear();
    await doTo(make, list, (done) => {
      if (many) setProgress({ done, of: list.length });
      return !stopped.current;
    });
    setProgress(null);
    selection.clear();
  };
  const collect = async (asks: (list: readonly Row[]) => void) => {
    stopped.current = false;
    const list = await collected();
    setProgress(null);
    if (list) asks(list);
  };
  return { run, collect, shown, toWhole, progress, stop: () => (stopped.current = true) };
}

/** Takes the place of the list's head while something is marked (ux R5). */
export function BulkBar(props: BarProps) {
  const { store, state, selection, marked } = props;
  const t = useT();
  const [whole, setWhole] = useState(false);
  const { run, collect, shown, toWhole, progress, stop } = useMarked(props, whole);
  const clear = () => selection.clear();
  const asked = useAsked(clear);
  const trash = useTrash(clear);
  const { mergeAll } = useMerging();
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
  const merge = () => {
    const rows = [...marked].flatMap((id) => store.row(id) ?? []);
    selection.clear();
    void mergeAll(rows);
  };
  const question = (what: Question) => () => asked.ask(what, shown(), whole ? toWhole : undefined);
  return (
    <>
      <header className="bar bulk" role="toolbar" aria-label={t('bulk.label')}>
        <IconButton label={t('bulk.clear')} keys={pressed('mark.none')} icon={<IconX size={18} />} onClick={clear} />
        {!allShown && (
          <IconButton
            label={t('bulk.markShown')}
            keys={pressed('mark.all')}
            icon={<IconChecks size={18} />}
            onClick={() => selection.all(state.ids)}
          />
        )}
        <h2 className="el" role="status">
          {whole ? t('bulk.whole') : t('bulk.marked', { n: marked.size })}
        </h2>
        <span className="sp" />
        {trashed ? (
          <>
            <IconButton
              label={t('restore.do')}
              keys={pressed('trash')}
              icon={<IconRestore size={18} />}
              onClick={() => void run((bulk) => bulk.restore(null))}
            />
            <IconButton
              label={t('delete.forever')}
              icon={<IconTrashX size={18} />}
              onClick={() => void collect(trash.deleteForever)}
            />
          </>
        ) : (
          <>
            <AssignMenu run={(make) => void run(make)} />
            <StatusButton {...props} run={(make) => void run(make)} />
            <IconButton
              label={t('snooze.open')}
              keys={pressed('snooze')}
              icon={<IconClockPause size={18} />}
              onClick={question('snooze')}
            />
            <MoreActions
              store={store}
              run={(make) => void run(make)}
              onMove={question('move')}
              onTags={question('tags')}
              onMerge={!whole && marked.size > 1 && marked.size <= MOST_MERGED ? merge : undefined}
            />
          </>
        )}
      </header>
      {allShown && state.hasMore && store.query === undefined && (
        <p className="bulk-all">
          {whole ? t('bulk.wholeOn') : t('bulk.shownOn', { n: marked.size })}{' '}
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
  run: (make: (bulk: BulkActions) => BulkAction) => void;
}

/** Reopens where all that is marked is closed, else closes. */
function StatusButton({ store, marked, run }: BarProps & RunProps) {
  const t = useT();
  const closed = [...marked].every((id) => store.row(id)?.status === 'CLOSED');
  return (
    <IconButton
      label={t(closed ? 'thread.reopen' : 'thread.close')}
      keys={pressed('close')}
      icon={closed ? <IconArrowBackUp size={18} /> : <IconCheck size={18} />}
      onClick={() => run((bulk) => bulk.status(closed ? 'OPEN' : 'CLOSED'))}
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
            onClick={() => run((bulk) => bulk.assign({ assignee: agent }))}
          >
            {agent.id === viewer.id ? t('thread.me', { name: agent.name }) : agent.name}
          </Menu.Item>
        ))}
        {teams.length > 0 && <Menu.Label>{t('thread.teams')}</Menu.Label>}
        {teams.map((team) => (
          <Menu.Item
            key={team.id}
            leftSection={<IconUsers size={16} aria-hidden />}
            onClick={() => run((bulk) => bulk.assign({ assignee: null, assigneeTeam: team }))}
          >
            {team.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconUserOff size={16} aria-hidden />} onClick={() => run((bulk) => bulk.assign(NOBODY))}>
          {t('thread.nobody')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

interface MoreProps extends RunProps {
  store: ListStore;
  onMove: () => void;
  onTags: () => void;
  onMerge: (() => void) | undefined;
}

function MoreActions({ store, run, onMove, onTags, onMerge }: MoreProps) {
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
        {item(t('tags.open'), <IconTag size={16} aria-hidden />, onTags, pressed('tags'))}
        {item(t('move.open'), <IconArrowRight size={16} aria-hidden />, onMove)}
        {onMerge && item(t('merge.marked'), <IconArrowMerge size={16} aria-hidden />, onMerge)}
        {placement !== 'INBOX' &&
          item(t('place.toInbox'), <IconInbox size={16} aria-hidden />, () => run((bulk) => bulk.place('INBOX')))}
        {placement !== 'SPAM' &&
          item(
            t('place.toSpam'),
            <IconAlertOctagon size={16} aria-hidden />,
            () => run((bulk) => bulk.place('SPAM')),
            pressed('spam'),
          )}
        {item(t('trash.do'), <IconTrash size={16} aria-hidden />, () => run((bulk) => bulk.place('TRASH')), pressed('trash'))}
      </Menu.Dropdown>
    </Menu>
  );
}

import { Empty, IconButton } from '@balie/web-ui';
import { IconCalendarClock, IconMenu2, IconPencil } from '@tabler/icons-react';
import { openCompose } from '../../app/composeWindows.js';
import { useT } from '../../app/intl.js';
import { pressed } from '../../app/knownKeys.js';
import { useShell } from '../../app/ShellProvider.js';
import { shownValue } from '../../lib/person.js';
import { titleOf } from '../../lib/title.js';
import { useTimes } from '../../lib/useTimes.js';
import { actorName } from '../thread/actor.js';
import { HeldActions } from './HeldActions.js';
import { useWaiting, type Planned } from './useWaiting.js';

interface PaneProps {
  view: 'drafts' | 'scheduled';
  label: string;
  selected: string | undefined;
  onOpen: (id: string | undefined, replace: boolean) => void;
  onViews: () => void;
}

/** The list in the place of conversations: what is not sent yet, or leaves later. */
export function WaitingPane({ view, label, selected, onOpen, onViews }: PaneProps) {
  const t = useT();
  const { planned, drafts } = useWaiting();
  const none = view === 'drafts' ? drafts.length === 0 : planned.length === 0;
  return (
    <section className="list" aria-label={label} id="list" tabIndex={-1}>
      <header className="bar">
        <IconButton
          className="views-button"
          label={t('pane.toggleViews')}
          keys={pressed('panes.views')}
          icon={<IconMenu2 size={18} />}
          onClick={onViews}
        />
        <h2 className="el">{label}</h2>
      </header>
      {none && (
        <div className="grow">
          <Empty
            icon={view === 'drafts' ? <IconPencil size={28} aria-hidden /> : <IconCalendarClock size={28} aria-hidden />}
            title={t(view === 'drafts' ? 'drafts.empty' : 'scheduled.empty')}
          />
        </div>
      )}
      <ul className="waiting">
        {view === 'scheduled'
          ? planned.map((one) => <PlannedRow key={one.id} one={one} selected={selected} onOpen={onOpen} />)
          : drafts.map((draft) => <DraftRow key={draft.id} draft={draft} />)}
      </ul>
    </section>
  );
}

function PlannedRow({ one, selected, onOpen }: { one: Planned } & Pick<PaneProps, 'selected' | 'onOpen'>) {
  const t = useT();
  const times = useTimes();
  const { conversation, heldUntil } = one;
  const at = heldUntil ?? one.at;
  return (
    <li data-current={conversation.id === selected || undefined}>
      <button type="button" className="waiting-open" onClick={() => onOpen(conversation.id, false)}>
        <span className="l1">
          <b className="el">{one.to.map((who) => who.name || shownValue(who.value)).join(', ')}</b>
          <time dateTime={at} title={times.full(at)}>
            {times.ahead(at)}
          </time>
        </span>
        <span className="sj el">{one.mailSubject || titleOf(t, conversation)}</span>
        <span className="pv el">
          {actorName(t, one.author)}: {one.text}
        </span>
      </button>
      <HeldActions message={one} conversationId={conversation.id} />
    </li>
  );
}

function DraftRow({ draft }: { draft: ReturnType<typeof useWaiting>['drafts'][number] }) {
  const t = useT();
  const times = useTimes();
  const { inboxes } = useShell();
  const people = [...(draft.draftTo ?? []), ...(draft.draftCc ?? []), ...(draft.draftBcc ?? [])];
  const inbox = inboxes.find((one) => one.id === draft.inboxId);
  return (
    <li>
      <button type="button" className="waiting-open" onClick={() => openCompose(draft.conversationId)}>
        <span className="l1">
          <b className="el">{people.length > 0 ? people.join(', ') : t('drafts.nobody')}</b>
          <time dateTime={draft.updatedAt} title={times.full(draft.updatedAt)}>
            {times.short(draft.updatedAt)}
          </time>
        </span>
        <span className="sj el">{draft.draftSubject || t('list.noSubject')}</span>
        <span className="pv el">{[inbox?.name, draft.text].filter(Boolean).join(': ')}</span>
      </button>
    </li>
  );
}

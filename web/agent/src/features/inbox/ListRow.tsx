import { Avatar } from '@balie/web-ui';
import { IconAlertTriangle, IconArrowBackUp, IconAt, IconClockPause, IconEye, IconPencil } from '@tabler/icons-react';
import { memo, useSyncExternalStore } from 'react';
import { useT } from '../../app/intl.js';
import type { Present } from '../../app/presence.js';
import { useServices } from '../../app/services.js';
import { Due } from '../../components/Due.js';
import { iconFor } from '../../components/icons.js';
import { TimeLeft } from '../../components/TimeLeft.js';
import { hasProblem } from '../../lib/delivery.js';
import { now } from '../../lib/clock.js';
import { TagChips } from '../bulk/TagChips.js';
import { reasonText, shortReason } from '../filters/reason.js';
import type { Times } from '../../lib/useTimes.js';
import { Marked } from '../search/Marked.js';
import type { Found, Row } from './listStore.js';
import { personName } from '../../lib/person.js';
import { lineOf } from '../../lib/title.js';

const HOUR = 3_600_000;

interface RowProps {
  row: Row;
  /** What was searched for, where it stands in it. */
  found?: Found | undefined;
  index: number;
  top: number;
  selected: boolean;
  tab: boolean;
  onPick: (id: string) => void;
  /** Marked, to do something to many. */
  marked: boolean;
  onMark: (id: string, reach: boolean) => void;
  times: Times;
  /** Changes once a minute, so that the times stay true. */
  tick: number;
}

/** One conversation in the list (S32 to S35): who, about what, how it goes on, and what is wrong or waiting. */
export const ListRow = memo(function ListRow({ row, found, index, top, selected, tab, onPick, marked, onMark, times }: RowProps) {
  const t = useT();
  const name = personName(row.contact) ?? t('contact.unknown');
  return (
    <div
      className="row"
      role="row"
      aria-rowindex={index + 1}
      aria-selected={selected}
      data-unread={row.unread}
      data-i={index}
      data-id={row.id}
      tabIndex={tab ? 0 : -1}
      style={{ transform: `translateY(${top}px)` }}
      data-marked={marked || undefined}
      onClick={(event) => {
        if (event.shiftKey || event.ctrlKey || event.metaKey) onMark(row.id, event.shiftKey);
        else onPick(row.id);
      }}
    >
      <span className="dot" data-on={row.unread} aria-hidden />
      <label role="gridcell" className="pick" onClick={(event) => event.stopPropagation()}>
        <Avatar name={name} mark={<ChannelMark icon={row.channelIcon} />} />
        <input
          type="checkbox"
          tabIndex={-1}
          checked={marked}
          aria-label={t('bulk.mark', { name })}
          onChange={(event) => onMark(row.id, (event.nativeEvent as MouseEvent).shiftKey)}
        />
      </label>
      <div role="gridcell" className="row-text">
        <div className="l1">
          {row.unread && <span className="vh">{t('list.unread')} </span>}
          <span className="nm">{name}</span>
          {row.participantCount > 1 && <span className="people">({row.participantCount})</span>}
          {row.channelTitle && <span className="vh">, {row.channelTitle}, </span>}
          <RowTime row={row} times={times} />
        </div>
        <div className="l2">
          <span className="sj">{found && row.subject ? <Marked parts={found.subject} /> : lineOf(t, row)}</span>
          {hasProblem(row.deliveryStatus) && (
            <span className="tag bad" title={t('list.problem')}>
              <IconAlertTriangle size={12} aria-hidden />
              <span className="vh">{t('list.problem')}</span>
            </span>
          )}
          {row.placement !== 'INBOX' && row.placementReason && (
            <span className="tag el" title={reasonText(t, row.placementReason)}>
              {shortReason(t, row.placementReason)}
            </span>
          )}
          {row.mentioned === 'UNSEEN' && (
            <span className="tag note" title={t('mention.unseen')}>
              <IconAt size={12} aria-hidden />
              <span className="vh">{t('mention.unseen')}</span>
            </span>
          )}
          <TagChips tags={row.tags} most={2} />
          {row.status === 'SNOOZED' && row.snoozedUntil && (
            <span className="tag" title={t('snooze.until', { time: times.ahead(row.snoozedUntil) })}>
              <IconClockPause size={12} aria-hidden />
              <span className="vh">{t('snooze.until', { time: times.ahead(row.snoozedUntil) })}</span>
            </span>
          )}
          {row.replyUntil && row.status !== 'CLOSED' && <TimeLeft until={row.replyUntil} />}
          {row.status === 'CLOSED' && <span className="tag">{t('status.CLOSED')}</span>}
        </div>
        {found ? <RowSnippet found={found} person={name} /> : <RowPreview row={row} />}
      </div>
    </div>
  );
});

function ChannelMark({ icon }: { icon: string | null }) {
  const Mark = iconFor(icon);
  return (
    <span className="ch">
      <Mark size={11} />
    </span>
  );
}

function RowTime({ row, times }: { row: Row; times: Times }) {
  const t = useT();
  const waits =
    row.waitingSince && row.status === 'OPEN' && now() - new Date(row.waitingSince).getTime() > HOUR ? row.waitingSince : null;
  const clock = [row.sla, row.slaClosing].find((one) => one?.dueAt);
  return (
    <span className="tm">
      {clock ? <Due sla={clock} /> : waits && <span className="waits">{t('list.waits', { time: times.span(waits) })}</span>}
      <time
        dateTime={row.createdAt}
        title={t('list.times', { start: times.full(row.createdAt), last: times.full(row.lastMessageAt) })}
      >
        {times.short(row.createdAt)}
      </time>
    </span>
  );
}

function RowSnippet({ found, person }: { found: Found; person: string }) {
  const t = useT();
  return (
    <div className="l3">
      <span className="pv">
        {found.author !== person && <b>{t('find.by', { name: found.author })} </b>}
        <Marked parts={found.snippet} />
      </span>
    </div>
  );
}

/** Who else looks at it, or writes in it (D2). */
function HereMark({ person: { name, typing, outside } }: { person: Present }) {
  const t = useT();
  const text = t(typing ? 'presence.typing' : 'presence.viewing', { name: name || t('presence.customer') });
  return (
    <span className="here" title={text}>
      {typing ? <IconPencil size={12} aria-hidden /> : <IconEye size={12} aria-hidden />}
      {!outside && <Avatar name={name} small />}
      <span className="vh">{text}</span>
    </span>
  );
}

function RowPreview({ row }: { row: Row }) {
  const t = useT();
  const { presence } = useServices();
  const here = useSyncExternalStore(presence.watch, () => presence.in(row.id));
  const draft = row.drafts.find((one) => one.text.trim() !== '');
  const holder = row.assignee ?? row.assigneeTeam;
  return (
    <div className="l3">
      {draft ? (
        <IconPencil size={12} aria-hidden />
      ) : (
        row.lastDirection === 'OUTBOUND' && (
          <>
            <IconArrowBackUp size={12} aria-hidden />
            <span className="vh">{t('list.answered')} </span>
          </>
        )
      )}
      <span className="pv">
        {draft && <em>{t('list.draft')} </em>}
        {draft ? draft.text : row.preview}
      </span>
      {here.map((person) => (
        <HereMark key={person.id} person={person} />
      ))}
      {holder && (
        <span title={t('list.assignedTo', { name: holder.name })}>
          <Avatar name={holder.name} small />
          <span className="vh">{t('list.assignedTo', { name: holder.name })}</span>
        </span>
      )}
    </div>
  );
}

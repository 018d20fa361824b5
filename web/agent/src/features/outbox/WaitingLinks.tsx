import { IconAt, IconCalendarClock, IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useT } from '../../app/intl.js';
import { useWaiting } from './useWaiting.js';

interface LinksProps {
  inboxId: string;
  view: string;
  onPick: () => void;
}

/** Drafts and what leaves later: views that are there only while they hold something (R3). */
export function WaitingLinks({ inboxId, view, onPick }: LinksProps) {
  const t = useT();
  const { planned, drafts, mentions } = useWaiting();
  const rows = [
    { key: 'mentions', label: t('view.mentions'), icon: IconAt, count: mentions },
    { key: 'drafts', label: t('view.drafts'), icon: IconPencil, count: drafts.length },
    { key: 'scheduled', label: t('view.scheduled'), icon: IconCalendarClock, count: planned.length },
  ];
  return rows.map(({ key, label, icon: Mark, count }) =>
    count > 0 || view === key ? (
      <Link
        key={key}
        className="vrow"
        to="/inbox/$inboxId/$view"
        params={{ inboxId, view: key }}
        search={{ c: undefined, status: undefined }}
        aria-current={view === key ? 'page' : undefined}
        onClick={onPick}
      >
        <Mark size={16} aria-hidden />
        <span className="el">{label}</span>
        {count > 0 && (
          <span className="n">
            {count}
            <span className="vh"> {t('views.messages', { n: count })}</span>
          </span>
        )}
      </Link>
    ) : null,
  );
}

import { useT } from '../../app/intl.js';
import type { Availability } from '../../generated/graphql.js';

/** Whether somebody is there: a dot, and the word for it beside it or for those who can't see the dot. */
export function Dot({ status }: { status: Availability }) {
  return <span className="pres" data-status={status} aria-hidden />;
}

export function Word({ status }: { status: Availability }) {
  const t = useT();
  return (
    <span className="pres-word">
      <Dot status={status} />
      {t(status === 'AWAY' ? 'availability.AWAY' : 'availability.AVAILABLE')}
    </span>
  );
}

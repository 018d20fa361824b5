import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from 'urql';
import { useT } from '../../app/intl.js';
import { AddressTroublesDocument } from '../../generated/composer.js';
import { useTimes } from '../../lib/useTimes.js';

/** So many are asked about at once. */
const MOST = 100;

/** Warns before somebody writes again to an address that was gone, or whose reader called our mail spam (R-BNC-6, R-ARF-1). */
export function AddressStrip({ kind, people }: { kind: string; people: readonly string[] }) {
  const t = useT();
  const times = useTimes();
  const [{ data }] = useQuery({
    query: AddressTroublesDocument,
    variables: { kind, values: people.slice(0, MOST) },
    pause: people.length === 0,
    requestPolicy: 'cache-and-network',
  });
  const warnings = data?.recipients.flatMap(({ value, troubles }) => troubles.map((one) => ({ value, ...one }))) ?? [];
  if (people.length === 0 || warnings.length === 0) return null;
  return (
    <div className="strip warn" role="status">
      <IconAlertTriangle size={16} aria-hidden />
      <div className="strip-text">
        {warnings.map(({ value, trouble, at, reason }) => (
          <p key={`${value} ${trouble}`}>
            {t(`address.${trouble}`, { address: value, day: times.day(at), reason: reason ?? '' })}
          </p>
        ))}
      </div>
    </div>
  );
}

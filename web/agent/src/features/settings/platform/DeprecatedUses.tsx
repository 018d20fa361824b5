import { useT } from '../../../app/intl.js';
import { useTimes } from '../../../lib/useTimes.js';

/** What a token uses of the API that will go, with what to use instead (N24). */
export function DeprecatedUses(props: { uses: readonly { part: string; reason: string; uses: number; lastAt: string }[] }) {
  const t = useT();
  const times = useTimes();
  if (props.uses.length === 0) return null;
  return (
    <details className="advanced">
      <summary>{t('token.going', { n: props.uses.length })}</summary>
      <ul>
        {props.uses.map(({ part, reason, uses, lastAt }) => (
          <li key={part}>
            <code>{part}</code>
            <p className="meta">{reason}</p>
            <p className="meta">{t('token.goingUses', { n: uses, time: times.short(lastAt) })}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}

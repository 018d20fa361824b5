import { useT } from '../../app/intl.js';
import type { CandidateFragment } from '../../generated/graphql.js';
import '../../styles/pages.css';

/** Whom a rule means, how busy each is, and why somebody is passed over (N13). */
export function Candidates({ candidates }: { candidates: readonly CandidateFragment[] }) {
  const t = useT();
  if (candidates.length === 0) return null;
  return (
    <ul className="candidates">
      {candidates.map(({ name, open, skipped, owner }, index) => (
        <li key={index}>
          <span>{name}</span>
          {owner && <span className="tag">{t('routing.owner')}</span>}
          <span className="meta">{t('routing.openCount', { n: open })}</span>
          <span className={skipped ? 'tag' : 'tag good'}>{skipped ? t(`skip.${skipped}`) : t('routing.free')}</span>
        </li>
      ))}
    </ul>
  );
}

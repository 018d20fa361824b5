import { IconLink } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useT } from '../../app/intl.js';
import { titleOf } from '../../lib/title.js';
import type { Conversation } from './types.js';

/** Other conversations that this one has to do with: the same mail in another inbox, or one that it may belong to (R-INB-1, R-THR-5). */
export function Related({ conversation }: { conversation: Conversation }) {
  const t = useT();
  const { related, inbox } = conversation;
  if (related.length === 0) return null;
  return (
    <ul className="related" aria-label={t('related.label')}>
      {related.map((one) => (
        <li key={one.id}>
          <IconLink size={14} aria-hidden />
          <span className="el">
            {one.inbox.id === inbox.id ? t('related.here') : t('related.elsewhere', { inbox: one.inbox.name })}{' '}
            <Link to="/c/$number" params={{ number: String(one.number) }}>
              #{one.number} {titleOf(t, one)}
            </Link>
          </span>
        </li>
      ))}
    </ul>
  );
}

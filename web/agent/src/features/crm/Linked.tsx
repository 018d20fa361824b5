import { Link } from '@tanstack/react-router';
import { useT } from '../../app/intl.js';
import type { LinkedToFragment } from '../../generated/crm.js';
import { personName } from '../../lib/person.js';
import { titleOf } from '../../lib/title.js';
import { KINDS, typeOf } from './recordTypes.js';

/** What a record is about, as a way to it. */
export function LinkedName({ node }: { node: LinkedToFragment }) {
  const t = useT();
  switch (node.__typename) {
    case 'Contact':
      return (
        <Link className="tag" to="/contacts/$id" params={{ id: node.id }}>
          {personName(node) ?? t('contact.unknown')}
        </Link>
      );
    case 'Conversation':
      return (
        <Link
          className="tag"
          to="/inbox/$inboxId/$view"
          params={{ inboxId: node.inbox.id, view: 'all' }}
          search={{ c: node.id, status: node.status === 'OPEN' ? undefined : 'any' }}
        >
          {t('crm.conversation', { number: node.number, subject: titleOf(t, node) })}
        </Link>
      );
    case 'Ticket':
    case 'Deal':
    case 'Company':
      return (
        <Link className="tag" to="/$kind/$id" params={{ kind: KINDS[typeOf(node.__typename)].path, id: node.id }}>
          {node.title}
        </Link>
      );
    default:
      return null;
  }
}

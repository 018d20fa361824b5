import { Avatar, IconButton, Skeleton } from '@balie/web-ui';
import { IconCircleCheck, IconLayoutSidebarRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useQuery } from 'urql';
import { useLocale, useT, type TextKey } from '../../app/intl.js';
import { AboutDocument, ThreadDocument, type AboutQuery } from '../../generated/graphql.js';
import { personName } from '../../lib/person.js';
import { useTimes } from '../../lib/useTimes.js';
import { STATUS_TEXT } from '../thread/ThreadHead.js';
import { EditName } from './EditName.js';

type Person = Extract<NonNullable<AboutQuery['node']>, { __typename: 'Contact' }>;

/** Our words for kinds of identity that are known everywhere; a plugin's own kind is shown as it is. */
const KINDS: Record<string, TextKey> = { email: 'identity.email', phone: 'identity.phone' };

/** Who we talk with: name, how he is known, and what was said before (S44 to S62). */
export const About = memo(function About({ conversationId, onClose }: { conversationId: string; onClose: () => void }) {
  const t = useT();
  const { locale } = useLocale();
  const [thread] = useQuery({
    query: ThreadDocument,
    variables: { id: conversationId, language: locale },
    requestPolicy: 'cache-only',
  });
  const conversation = thread.data?.node?.__typename === 'Conversation' ? thread.data.node : null;
  const id = conversation?.contact?.id;
  const [{ data, error }] = useQuery({
    query: AboutDocument,
    variables: { id: id ?? '' },
    pause: !id,
    requestPolicy: 'cache-and-network',
  });
  const person = data?.node?.__typename === 'Contact' && data.node.id === id ? data.node : null;
  return (
    <aside className="about" aria-label={t('about.region')}>
      <header className="bar">
        <h2>{t('about.title')}</h2>
        <span className="sp" />
        <IconButton label={t('about.close')} keys="]" icon={<IconLayoutSidebarRight size={18} />} onClick={onClose} />
      </header>
      <div className="in">
        {conversation && !id && <p className="sec meta">{t('contact.unknown')}</p>}
        {id &&
          !person &&
          (error ? <p className="sec alert">{t('failed.part')}</p> : <Skeleton label={t('about.loading')} lines={6} />)}
        {person && <PersonParts person={person} conversationId={conversationId} />}
      </div>
    </aside>
  );
});

function PersonParts({ person, conversationId }: { person: Person; conversationId: string }) {
  const t = useT();
  const times = useTimes();
  const name = personName(person) ?? t('contact.unknown');
  return (
    <>
      <div className="sec person">
        <Avatar name={name} />
        <div className="person-text">
          {person.contactCan.includes('EDIT') ? <EditName person={person} name={name} /> : <b>{name}</b>}
          <p className="meta">{t('about.since', { date: times.day(person.createdAt) })}</p>
        </div>
      </div>
      <details className="sec" open>
        <summary>{t('about.facts')}</summary>
        <dl>
          {person.identities.map((identity) => (
            <div key={`${identity.kind} ${identity.value}`}>
              <dt>{KINDS[identity.kind] ? t(KINDS[identity.kind] as TextKey) : identity.kind}</dt>
              <dd>
                {identity.value}
                {identity.verified && (
                  <span className="verified" title={t('about.verified')}>
                    <IconCircleCheck size={14} aria-hidden />
                    <span className="vh"> {t('about.verified')}</span>
                  </span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </details>
      <EarlierOnes conversations={person.conversations.nodes.filter((one) => one.id !== conversationId)} />
    </>
  );
}

function EarlierOnes({ conversations }: { conversations: Person['conversations']['nodes'] }) {
  const t = useT();
  const times = useTimes();
  return (
    <details className="sec" open={conversations.length > 0}>
      <summary>
        {t('about.earlier')}
        <span className="n">{conversations.length}</span>
      </summary>
      <ul className="earlier-ones">
        {conversations.map((one) => (
          <li key={one.id}>
            <Link
              to="/inbox/$inboxId/$view"
              params={{ inboxId: one.inbox.id, view: 'all' }}
              search={{ c: one.id, status: one.status === 'OPEN' ? undefined : 'any' }}
            >
              {one.subject || t('list.noSubject')}
            </Link>
            <span className="meta">
              {t(STATUS_TEXT[one.status])} · <time dateTime={one.lastMessageAt}>{times.day(one.lastMessageAt)}</time>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

import { Avatar, Button, IconButton, Skeleton } from '@balie/web-ui';
import { IconBan, IconCircleCheck, IconLayoutSidebarRight, IconUserCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, memo, Suspense } from 'react';
import { useQuery } from 'urql';
import { useLocale, useT, type TextKey } from '../../app/intl.js';
import { pressed } from '../../app/knownKeys.js';
import { AboutDocument, ThreadDocument, type AboutQuery } from '../../generated/graphql.js';
import { personName, shownValue } from '../../lib/person.js';
import { titleOf } from '../../lib/title.js';
import { useTimes } from '../../lib/useTimes.js';
import { useFresh } from '../crm/useFresh.js';
import { useSenderDialog } from '../filters/useSenderDialog.js';
import { STATUS_TEXT } from '../thread/ThreadHead.js';
import type { Conversation } from '../thread/types.js';
import { EditName } from './EditName.js';
import { WhereNow } from './WhereNow.js';

const Panel = lazy(() => import('../crm/Panel.js').then((module) => ({ default: module.Panel })));
const Unknown = lazy(() => import('../crm/Panel.js').then((module) => ({ default: module.Unknown })));

type Person = Extract<NonNullable<AboutQuery['node']>, { __typename: 'Contact' }>;

/** Our words for kinds of identity that are known everywhere; a plugin's own kind is shown as it is. */
const KINDS: Record<string, TextKey> = { email: 'identity.email', phone: 'identity.phone', visitor: 'identity.visitor' };

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
  const [{ data, error }, again] = useQuery({
    query: AboutDocument,
    variables: { id: id ?? '' },
    pause: !id,
    requestPolicy: 'cache-and-network',
  });
  useFresh(() => id && again({ requestPolicy: 'network-only' }), ['contact.']);
  const person = data?.node?.__typename === 'Contact' && data.node.id === id ? data.node : null;
  return (
    <aside className="about" aria-label={t('about.region')}>
      <header className="bar">
        <h2>{t('about.title')}</h2>
        <span className="sp" />
        <IconButton
          label={t('about.close')}
          keys={pressed('panes.about')}
          icon={<IconLayoutSidebarRight size={18} />}
          onClick={onClose}
        />
      </header>
      <div className="in">
        {conversation && !id && (
          <>
            <p className="sec meta">{t('contact.unknown')}</p>
            <WhereNow conversation={conversation} />
            {conversation.viewerCan.includes('REPLY') && (
              <Suspense fallback={null}>
                <Unknown conversation={conversation} />
              </Suspense>
            )}
          </>
        )}
        {id &&
          !person &&
          (error ? <p className="sec alert">{t('failed.part')}</p> : <Skeleton label={t('about.loading')} lines={6} />)}
        {person && conversation && <PersonParts person={person} conversation={conversation} />}
      </div>
    </aside>
  );
});

function PersonParts({ person, conversation }: { person: Person; conversation: Conversation }) {
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
                <span title={identity.value}>{shownValue(identity.value)}</span>
                {identity.troubles.map(({ trouble, at, reason }) => (
                  <span
                    key={trouble}
                    className="tag bad"
                    title={t(`address.${trouble}`, { address: identity.value, day: times.day(at), reason: reason ?? '' })}
                  >
                    {t(trouble === 'UNREACHABLE' ? 'address.gone' : 'address.complained')}
                  </span>
                ))}
                {identity.verified && (
                  <span className="verified" title={t('about.verified')}>
                    <IconCircleCheck size={14} aria-hidden />
                    <span className="vh"> {t('about.verified')}</span>
                  </span>
                )}
              </dd>
            </div>
          ))}
          {person.told.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
            </div>
          ))}
        </dl>
      </details>
      <WhereNow conversation={conversation} />
      <Suspense fallback={null}>
        <Panel
          contactId={person.id}
          conversation={conversation}
          mail={person.identities.find(({ kind }) => kind === 'email')?.value ?? null}
          phone={person.identities.find(({ kind }) => kind === 'phone')?.value ?? null}
          mayTie={conversation.viewerCan.includes('REPLY')}
        />
      </Suspense>
      <BlockState person={person} name={name} conversation={conversation} />
      <EarlierOnes person={person} conversations={person.conversations.nodes.filter((one) => one.id !== conversation.id)} />
    </>
  );
}

/** Whether he is let into this inbox, and the way to change it (S55 to S57). */
function BlockState({ person, name, conversation }: { person: Person; name: string; conversation: Conversation }) {
  const t = useT();
  const { ask, dialog } = useSenderDialog();
  const { inbox, viewerCan } = conversation;
  const blocked = person.blockedIn.some((one) => one.id === inbox.id);
  const elsewhere = person.blockedIn.filter((one) => one.id !== inbox.id).map((one) => one.name);
  const sender = { contactId: person.id, inboxId: inbox.id, inboxName: inbox.name, name };
  if (!viewerCan.includes('SET_STATUS') && person.blockedIn.length === 0) return null;
  return (
    <div className="sec block-state">
      {blocked && <p className="tag bad">{t('about.blocked', { inbox: inbox.name })}</p>}
      {elsewhere.length > 0 && <p className="meta">{t('about.blockedElsewhere', { inboxes: elsewhere.join(', ') })}</p>}
      {viewerCan.includes('SET_STATUS') && (
        <Button look="quiet" onClick={() => ask(blocked ? 'unblock' : 'block', sender)}>
          {blocked ? <IconUserCheck size={16} aria-hidden /> : <IconBan size={16} aria-hidden />}
          {t(blocked ? 'unblock.open' : 'block.open')}
        </Button>
      )}
      {dialog}
    </div>
  );
}

function EarlierOnes({ person, conversations }: { person: Person; conversations: Person['conversations']['nodes'] }) {
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
              {titleOf(t, { ...one, contact: person })}
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

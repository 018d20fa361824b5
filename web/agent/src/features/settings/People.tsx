import { useState } from 'react';
import { useQuery } from 'urql';
import { useT } from '../../app/intl.js';
import { TextField } from '../../components/fields.js';
import { PeopleDocument, type AgentState, type PersonLineFragment } from '../../generated/settings.js';
import { InvitePerson } from './InvitePerson.js';
import { LeaveDialog } from './LeaveDialog.js';
import { LinkShown, type ShownLink } from './LinkShown.js';
import { Loaded } from './Loaded.js';
import { PersonLine } from './PersonLine.js';
import { SystemMailField } from './SystemMailField.js';

const SEARCH_FROM = 10;
const STATES: readonly AgentState[] = ['ACTIVE', 'INVITED', 'DEACTIVATED'];

/** Everybody who works here, was invited or has left, and a form to invite somebody. */
export function People() {
  const t = useT();
  const [{ data, error }, again] = useQuery({ query: PeopleDocument, requestPolicy: 'cache-and-network' });
  const [state, setState] = useState<AgentState>('ACTIVE');
  const [wanted, setWanted] = useState('');
  const [link, setLink] = useState<ShownLink | null>(null);
  const [leaving, setLeaving] = useState<PersonLineFragment | null>(null);
  const refresh = () => again({ requestPolicy: 'network-only' });
  const people = data?.people ?? [];
  const count = (one: AgentState) => people.filter((person) => person.state === one).length;
  const key = wanted.trim().toLowerCase();
  const shown = people.filter((person) => person.state === state && `${person.name} ${person.email}`.toLowerCase().includes(key));
  const made = (next: ShownLink) => {
    setLink(next);
    refresh();
  };
  return (
    <Loaded ready={data !== undefined} error={error} onRetry={refresh}>
      <div className="filters" role="group" aria-label={t('people.filter')}>
        {STATES.map((one) => (
          <button key={one} type="button" className="btn quiet" aria-pressed={state === one} onClick={() => setState(one)}>
            {t(`people.${one}`)} ({count(one)})
          </button>
        ))}
      </div>
      {people.length >= SEARCH_FROM && (
        <TextField label={t('choice.search')} type="search" value={wanted} onChange={setWanted} autoComplete="off" />
      )}
      {link && <LinkShown link={link} onClose={() => setLink(null)} />}
      {shown.length === 0 ? (
        <p className="meta">{t('people.none')}</p>
      ) : (
        <ul className="lines">
          {shown.map((person) => (
            <PersonLine
              key={person.id}
              person={person}
              mail={data?.systemMail.channel !== null}
              onLink={made}
              onLeave={() => setLeaving(person)}
              onChanged={refresh}
            />
          ))}
        </ul>
      )}
      <InvitePerson mail={data?.systemMail.channel !== null} onMade={made} />
      {data && <SystemMailField systemMail={data.systemMail} onChanged={refresh} />}
      {leaving && (
        <LeaveDialog
          person={leaving}
          heirs={people.filter(({ id, state: one }) => one === 'ACTIVE' && id !== leaving.id)}
          onClose={() => setLeaving(null)}
          onDone={refresh}
        />
      )}
    </Loaded>
  );
}

import { useDeferredValue, useId, useState } from 'react';
import { useQuery } from 'urql';
import { useT } from '../../app/intl.js';
import { FilterContactsDocument } from '../../generated/graphql.js';
import { personName } from '../../lib/person.js';
import { DUE_STATES, listOf, textOf, zone, type Find, type FindProps } from './find.js';
import { useChannelChoices, useContactName, usePeopleChoices, useTagChoices, type Choice } from './useFilterNames.js';

/** What a list can be narrowed by; all of it must hold (S10 to S14). Each choice shows at once in the list behind. */
export function FilterPanel({ find, inboxId, onFind }: FindProps) {
  const t = useT();
  const channels = useChannelChoices(inboxId);
  const tags = useTagChoices();
  return (
    <div className="filter-panel">
      {channels.length > 0 && (
        <Several
          legend={t('filter.channel')}
          choices={channels}
          value={find.channel}
          onChange={(channel) => onFind({ channel })}
        />
      )}
      <Assignees find={find} onFind={onFind} />
      <ContactField find={find} onFind={onFind} />
      {tags.length > 0 && (
        <Several legend={t('filter.tag')} choices={tags} value={find.tag} onChange={(tag) => onFind({ tag })} />
      )}
      <Several
        legend={t('filter.due')}
        choices={DUE_STATES.map((id) => ({ id, name: t(`filter.${id}`) }))}
        value={find.due}
        onChange={(due) => onFind({ due })}
      />
      <Days find={find} onFind={onFind} />
      <Check
        label={t('filter.unread')}
        checked={find.unread === true}
        onChange={(on) => onFind({ unread: on ? true : undefined })}
      />
      <Check label={t('filter.file')} checked={find.file === true} onChange={(on) => onFind({ file: on ? true : undefined })} />
      <Check
        label={t('filter.everywhere')}
        checked={find.where === 'all'}
        onChange={(on) => onFind({ where: on ? 'all' : undefined })}
      />
    </div>
  );
}

type Part = Pick<FindProps, 'find' | 'onFind'>;

function Check({ label, checked, onChange }: { label: string; checked: boolean; onChange: (on: boolean) => void }) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span className="el">{label}</span>
    </label>
  );
}

interface SeveralProps {
  legend: string;
  choices: readonly Choice[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

function Several({ legend, choices, value, onChange }: SeveralProps) {
  const chosen = listOf(value);
  const toggle = (id: string, on: boolean) => onChange(textOf(on ? [...chosen, id] : chosen.filter((one) => one !== id)));
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      <div className="filter-choices">
        {choices.map(({ id, name }) => (
          <Check key={id} label={name} checked={chosen.includes(id)} onChange={(on) => toggle(id, on)} />
        ))}
      </div>
    </fieldset>
  );
}

function Assignees({ find, onFind }: Part) {
  const t = useT();
  const { people, former } = usePeopleChoices();
  const isFormer = listOf(find.assignee).some((id) => former.some((one) => one.id === id));
  const [removed, setRemoved] = useState(isFormer);
  return (
    <>
      <Several
        legend={t('filter.assignee')}
        choices={removed ? [...people, ...former] : people}
        value={find.assignee}
        onChange={(assignee) => onFind({ assignee })}
      />
      {former.length > 0 && <Check label={t('filter.removed')} checked={removed} onChange={setRemoved} />}
    </>
  );
}

function ContactField({ find, onFind }: Part) {
  const t = useT();
  const id = useId();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const name = useContactName(find.contact);
  const [{ data }] = useQuery({ query: FilterContactsDocument, variables: { search }, pause: search === '' });
  const found = search === '' ? [] : (data?.contacts.nodes ?? []);
  const choose = (contact: string) => {
    setTyped('');
    onFind({ contact });
  };
  return (
    <div className="field">
      <label htmlFor={id}>{t('filter.contact')}</label>
      <input
        id={id}
        className="input"
        placeholder={name ?? t('filter.contactHint')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {found.length > 0 && (
        <ul className="filter-found" aria-label={t('filter.contact')}>
          {found.map((contact) => (
            <li key={contact.id}>
              <button type="button" className="btn quiet" onClick={() => choose(contact.id)}>
                <span className="el">{personName(contact) ?? t('contact.unknown')}</span>
                <span className="meta el">{contact.identities[0]?.value}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Days({ find, onFind }: Part) {
  const t = useT();
  const field = (name: 'from' | 'to', label: string) => (
    <label className="filter-day">
      <span>{label}</span>
      <input
        type="date"
        className="input"
        value={find[name] ?? ''}
        min={name === 'to' ? find.from : undefined}
        max={name === 'from' ? find.to : undefined}
        onChange={(event) => onFind({ [name]: event.target.value || undefined } as Partial<Find>)}
      />
    </label>
  );
  return (
    <fieldset className="field">
      <legend>{t('filter.activity')}</legend>
      <div className="filter-days">
        {field('from', t('filter.from'))}
        {field('to', t('filter.to'))}
      </div>
      <small className="help">{t('filter.zone', { zone: zone() })}</small>
    </fieldset>
  );
}

import { Button } from '@balie/web-ui';
import { useEffect, useState, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { useT } from '../../app/intl.js';
import { TextField } from '../../components/fields.js';
import { ContactListDocument } from '../../generated/crm.js';
import { personName, shownValue } from '../../lib/person.js';

interface FinderProps {
  /** Who is not to be found. */
  except: string | null;
  busy: boolean;
  autoFocus: boolean;
  onChoose: (id: string) => void;
  /** What else can be done with what was typed. */
  more?: (words: string) => ReactNode;
}

/** Finds a contact by name or address. */
export function FindContact({ except, busy, autoFocus, onChoose, more }: FinderProps) {
  const t = useT();
  const [text, setText] = useState('');
  const [words, setWords] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setWords(text.trim()), 250);
    return () => clearTimeout(timer);
  }, [text]);
  const [{ data }] = useQuery({ query: ContactListDocument, variables: { search: words, first: 6 }, pause: words === '' });
  const found = words === '' ? [] : (data?.contacts.nodes.filter(({ id }) => id !== except) ?? []);
  return (
    <>
      <TextField label={t('crm.findContact')} type="search" value={text} onChange={setText} autoFocus={autoFocus} />
      <ul className="crm-lines">
        {found.map((contact) => (
          <li key={contact.id}>
            <Button look="quiet" busy={busy} onClick={() => onChoose(contact.id)}>
              {personName(contact) ?? t('contact.unknown')}
            </Button>
            <p className="meta">{shownValue(contact.identities[0]?.value ?? '')}</p>
          </li>
        ))}
      </ul>
      {more?.(words)}
    </>
  );
}

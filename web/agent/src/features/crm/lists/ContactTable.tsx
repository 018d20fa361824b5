import { Avatar, Button } from '@balie/web-ui';
import { Link } from '@tanstack/react-router';
import { useCallback, useRef, useState } from 'react';
import { useClient } from 'urql';
import { useLocale, useT } from '../../../app/intl.js';
import { useServices } from '../../../app/services.js';
import {
  ContactListDocument,
  type ContactFactsFragment,
  type FactInput,
  type PropertyLineFragment,
} from '../../../generated/crm.js';
import { usePages } from '../../../lib/pages.js';
import { personName } from '../../../lib/person.js';
import { Loaded } from '../../settings/Loaded.js';
import { useFresh } from '../useFresh.js';
import { BulkBar } from './BulkBar.js';
import { ContactBulk, type ContactBulkAction } from './ContactBulk.js';
import { type Column, ListTable } from './ListTable.js';
import { useBulk } from './useBulk.js';

const PAGE = 50;

/** Which contacts are listed. */
export interface ContactFilter {
  q: string | undefined;
  ownerId: string | null;
  bin: boolean;
  fact: FactInput | null;
}

/** Page by page, read again when a contact changes. */
function useContacts({ q, ownerId, bin, fact }: ContactFilter) {
  const client = useClient();
  const { live } = useServices();
  const { locale } = useLocale();
  // Another one is another list, which is shown anew.
  const known = useRef(fact);
  const read = useCallback(
    async (after: string | null, first: number) => {
      const variables = { search: q ?? null, ownerId, deleted: bin, fact: known.current, first, after };
      const { data, error } = await client.query(ContactListDocument, variables, { requestPolicy: 'network-only' }).toPromise();
      if (!data) return { page: null, error };
      const { nodes, pageInfo, position } = data.contacts;
      live.start(client, position, locale);
      return { page: { items: nodes, cursor: pageInfo.hasNextPage ? pageInfo.endCursor : null }, error };
    },
    [client, live, locale, q, ownerId, bin],
  );
  const list = usePages(read, PAGE);
  useFresh(list.again, ['contact.']);
  return list;
}

/** Has something done to all contacts that the list holds, by the server. */
function useWholeList({ q, ownerId, bin, fact }: ContactFilter) {
  const { wholes } = useServices();
  const filter = { search: q ?? null, ownerId, deleted: bin, fact };
  return ({ wire, done }: ContactBulkAction) => wholes.start({ of: 'CONTACTS', filter, action: wire }, done);
}

interface TableProps {
  filter: ContactFilter;
  columns: readonly Column<ContactFactsFragment>[];
  properties: readonly PropertyLineFragment[];
  filtered: boolean;
}

/** The list of contacts, row by row, with what can be done with several at once. */
export function ContactTable({ filter, columns, properties, filtered }: TableProps) {
  const t = useT();
  const list = useContacts(filter);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [whole, setWhole] = useState(false);
  const clear = () => {
    setPicked(new Set());
    setWhole(false);
  };
  const chosen = list.items.filter(({ id }) => picked.has(id));
  const pick = (ids: readonly string[], on: boolean) => {
    setWhole(false);
    setPicked(new Set(on ? [...picked, ...ids] : [...picked].filter((id) => !ids.includes(id))));
  };
  const nameOf = (contact: ContactFactsFragment) => personName(contact) ?? t('contact.unknown');
  const toWhole = useWholeList(filter);
  const bulk = useBulk({ chosen, toWhole: whole ? toWhole : null, nameOf, onDone: clear });
  return (
    <Loaded
      ready={list.phase !== 'first'}
      error={list.error}
      onRetry={list.again}
      empty={list.items.length === 0 && t(filtered ? 'crm.noneSuch' : 'crm.noContacts')}
    >
      {(chosen.length > 0 || bulk.progress) && (
        <BulkBar
          chosen={chosen.length}
          more={list.cursor !== null && chosen.length === list.items.length}
          whole={whole}
          onWhole={setWhole}
          bulk={bulk}
          onClear={clear}
        >
          <ContactBulk properties={properties} restore={filter.bin} run={bulk.run} />
        </BulkBar>
      )}
      <ListTable
        label={t('crm.contacts')}
        rows={list.items}
        columns={columns}
        nameLabel={t('field.name')}
        name={(contact) => (
          <span className="crm-name">
            <Avatar name={nameOf(contact)} />
            <Link to="/contacts/$id" params={{ id: contact.id }}>
              {nameOf(contact)}
            </Link>
          </span>
        )}
        title={nameOf}
        canPick={(contact) => contact.contactCan.includes('EDIT')}
        picked={picked}
        onPick={pick}
      />
      {list.cursor !== null && (
        <Button busy={list.phase === 'more'} onClick={list.more}>
          {t('more')}
        </Button>
      )}
    </Loaded>
  );
}

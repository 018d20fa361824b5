import { Avatar, Button } from '@balie/web-ui';
import { Link } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient, type CombinedError } from 'urql';
import { useLocale, useT } from '../../../app/intl.js';
import { useServices } from '../../../app/services.js';
import { ContactListDocument, type ContactFactsFragment, type PropertyLineFragment } from '../../../generated/crm.js';
import { personName } from '../../../lib/person.js';
import { Loaded } from '../../settings/Loaded.js';
import { useFresh } from '../useFresh.js';
import { BulkBar } from './BulkBar.js';
import { ContactBulk } from './ContactBulk.js';
import { type Column, ListTable } from './ListTable.js';
import { useBulk, type Page } from './useBulk.js';

interface State {
  items: readonly ContactFactsFragment[];
  cursor: string | null;
  phase: 'first' | 'ready' | 'more';
  error: CombinedError | undefined;
}
const EMPTY: State = { items: [], cursor: null, phase: 'first', error: undefined };

/** Which contacts are listed. */
export interface ContactFilter {
  q: string | undefined;
  ownerId: string | null;
  bin: boolean;
}

function useContacts({ q, ownerId, bin }: ContactFilter) {
  const client = useClient();
  const { live } = useServices();
  const { locale } = useLocale();
  const [state, setState] = useState(EMPTY);
  const run = useRef(0);
  const fetch = useCallback(
    async (after: string | null) => {
      const mine = after === null ? (run.current += 1) : run.current;
      const variables = { search: q ?? null, ownerId, deleted: bin, first: 50, after };
      const { data, error } = await client.query(ContactListDocument, variables, { requestPolicy: 'network-only' }).toPromise();
      if (mine !== run.current) return;
      const page = data?.contacts;
      if (page) live.start(client, page.position, locale);
      setState((before) => ({
        items: page ? [...(after === null ? [] : before.items), ...page.nodes] : before.items,
        cursor: page ? (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null) : before.cursor,
        phase: page || before.phase !== 'first' ? 'ready' : 'first',
        error,
      }));
    },
    [client, live, locale, q, ownerId, bin],
  );
  useEffect(() => {
    setState(EMPTY);
    void fetch(null);
  }, [fetch]);
  useFresh(() => void fetch(null), ['contact.']);
  const more = () => {
    setState((before) => ({ ...before, phase: 'more' }));
    void fetch(state.cursor);
  };
  return { ...state, again: () => void fetch(null), more };
}

/** Reads the list page by page, also what was never scrolled to. */
function usePages({ q, ownerId, bin }: ContactFilter) {
  const client = useClient();
  return async (after: string | null): Promise<Page<ContactFactsFragment> | null> => {
    const variables = { search: q ?? null, ownerId, deleted: bin, first: 100, after };
    const { data } = await client.query(ContactListDocument, variables, { requestPolicy: 'network-only' }).toPromise();
    if (!data) return null;
    const { nodes, pageInfo } = data.contacts;
    return { nodes, next: pageInfo.hasNextPage ? pageInfo.endCursor : null };
  };
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
  const read = usePages(filter);
  const bulk = useBulk({ chosen, whole, read, nameOf, onDone: clear });
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

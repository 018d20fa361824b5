import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useQuery } from 'urql';
import { useT } from '../../../app/intl.js';
import { PropertiesDocument, type ContactFactsFragment, type PropertyLineFragment } from '../../../generated/crm.js';
import { shownValue } from '../../../lib/person.js';
import { useTimes } from '../../../lib/useTimes.js';
import type { Column } from './ListTable.js';

/** Shown unless somebody chose. */
export const USUAL_CONTACT_COLUMNS: readonly string[] = ['addresses', 'owner', 'createdAt'];
const NONE: readonly PropertyLineFragment[] = [];

const valuesOf = ({ identities }: ContactFactsFragment, kind?: string): string =>
  identities
    .filter((identity) => kind === undefined || identity.kind === kind)
    .map(({ value }) => shownValue(value))
    .join(' · ');

/** The facts that the team keeps of each contact. */
export function useProperties(): readonly PropertyLineFragment[] {
  const [{ data }] = useQuery({ query: PropertiesDocument, requestPolicy: 'cache-and-network' });
  return data?.contactProperties ?? NONE;
}

/** All columns that the list of contacts can show, the team's own facts among them. */
export function useContactColumns(properties: readonly PropertyLineFragment[]): readonly Column<ContactFactsFragment>[] {
  const t = useT();
  const times = useTimes();
  const intl = useIntl();
  return useMemo(() => {
    const fact = ({ id, type }: PropertyLineFragment, contact: ContactFactsFragment) => {
      const value = ((contact.fields ?? {}) as Record<string, unknown>)[id];
      if (value === undefined || value === null) return null;
      if (type === 'YES_NO') return t(value === true ? 'crm.yes' : 'crm.no');
      if (type === 'NUMBER') return intl.formatNumber(Number(value));
      if (type === 'DATE') return <time dateTime={String(value)}>{intl.formatDate(`${String(value)}T12:00:00`)}</time>;
      return type === 'LINK' ? (
        <a href={String(value)} target="_blank" rel="noreferrer">
          {String(value)}
        </a>
      ) : (
        String(value)
      );
    };
    return [
      { key: 'addresses', label: t('crm.addresses'), cell: (contact) => valuesOf(contact) },
      { key: 'owner', label: t('crm.owner'), cell: ({ owner }) => owner?.name },
      {
        key: 'createdAt',
        label: t('crm.createdAt'),
        cell: ({ createdAt }) => <time dateTime={createdAt}>{times.date(createdAt)}</time>,
      },
      { key: 'email', label: t('identity.email'), cell: (contact) => valuesOf(contact, 'email') },
      { key: 'phone', label: t('identity.phone'), cell: (contact) => valuesOf(contact, 'phone') },
      ...properties.map((property) => ({
        key: property.id,
        label: property.label,
        number: property.type === 'NUMBER',
        cell: (contact: ContactFactsFragment) => fact(property, contact),
      })),
    ];
  }, [t, times, intl, properties]);
}

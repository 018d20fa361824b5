import DataLoader from 'dataloader';
import { visibleInboxes } from '../../kernel/access.js';
import type { GqlContext } from '../../kernel/request.js';
import { grouped, inOrder } from '../../kernel/rows.js';
import type { Reader } from '../../kernel/uow.js';
import type { ToldFact } from './told-fact.entity.js';
import { toldFactsOf } from './told-facts.js';
import type { ContactIdentity } from './contact-identity.entity.js';
import type { Contact } from './contact.entity.js';
import { findContacts, identitiesOf } from './contact.repository.js';

/** Contacts by id. */
export function contactLoader(gql: GqlContext, reader: Reader): DataLoader<string, Contact | null> {
  return gql.shared('contact', () => {
    return new DataLoader(async (ids: readonly string[]) =>
      inOrder(ids, await findContacts(reader, ids), (contact) => contact.id),
    );
  });
}

/** The identities of a contact. */
export function identityLoader(gql: GqlContext, reader: Reader): DataLoader<string, ContactIdentity[]> {
  return gql.shared('contact.identities', () => {
    return new DataLoader(async (ids: readonly string[]) => {
      return grouped(ids, await identitiesOf(reader, ids), (identity) => identity.contactId);
    });
  });
}

/** What channels tell of a contact, of inboxes that who asks may look into. */
export function toldFactLoader(gql: GqlContext, reader: Reader): DataLoader<string, ToldFact[]> {
  return gql.loader('contact.told', () => {
    return new DataLoader(async (ids: readonly string[]) =>
      grouped(ids, await toldFactsOf(reader, ids, visibleInboxes(gql.ctx.principal)), (fact) => fact.contactId),
    );
  });
}

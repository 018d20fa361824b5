import type { TextKey } from '../../app/intl.js';
import type { Scope } from '../../generated/graphql.js';

/** What a program may do with the API, in words. */
export const SCOPES: Record<Scope, TextKey> = {
  CONVERSATIONS_READ: 'scope.CONVERSATIONS_READ',
  CONVERSATIONS_WRITE: 'scope.CONVERSATIONS_WRITE',
  MESSAGES_WRITE: 'scope.MESSAGES_WRITE',
  CONTACTS_READ: 'scope.CONTACTS_READ',
  CONTACTS_WRITE: 'scope.CONTACTS_WRITE',
  ADMIN: 'scope.ADMIN',
};

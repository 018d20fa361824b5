import type { Client } from 'urql';
import type { Actions } from '../../app/actions.js';
import type { Translate } from '../../app/intl.js';

/** What doing something to a whole view needs of the app. */
export interface WholeParts {
  client: Client;
  actions: Actions;
  t: Translate;
}

import type { GraphqlAnswer, TestClient } from '../../server/client.js';
import { document, type Operation, type Variables } from './inventory.js';

/** Where what shows whether an id counted lies deeper than what is asked for elsewhere. */
const DEEPER: Record<string, string> = {
  // How far it is is another thing the next moment.
  contactListChange: '{ bulkChange { id } userErrors { code message path } }',
  recordListChange: '{ bulkChange { id } userErrors { code message path } }',
  conversationsChange: '{ bulkChange { id } userErrors { code message path } }',
  draftSave: '{ draft { id messageId inboxId text uploads { name mime bytes } } userErrors { code message path } }',
  // By a name of its own, as counts are made alike.
  savedViewSave: '{ savedView { name hits: count } userErrors { code message path } }',
};

/** Calls an operation and takes whatever is answered. */
export function ask(client: TestClient, operation: Operation, variables: Variables): Promise<GraphqlAnswer<Variables>> {
  return client.ask<Variables>(document(operation, variables, DEEPER[operation.name]), variables);
}

interface Refusal {
  code: string;
}
/** The codes with which something was refused, by the answer as a whole or by its payload; none when it was done. */
export function codesOf({ data, errors }: GraphqlAnswer<Variables>): string[] {
  const refused = Object.values(data ?? {}).flatMap((each) => (each as { userErrors?: Refusal[] } | null)?.userErrors ?? []);
  return [...errors.map(({ extensions }) => String(extensions['code'])), ...refused.map(({ code }) => code)];
}

/** What an answer says, with the one id, other ids, times and places in the journal made alike, so that two can be compared. */
export function meaning({ status, data, errors }: GraphqlAnswer<Variables>, id: string): string {
  const said = errors.map(({ message, path, extensions: { correlationId: _, ...rest } }) => ({ message, path, rest }));
  const known = new Map<string, string>();
  const alike = (found: string): string =>
    known.get(found) ?? (known.set(found, `<id ${String(known.size)}>`), known.get(found) ?? '');
  return JSON.stringify({ status, data, said })
    .replaceAll(id, '<the id>')
    .replaceAll(/\b[a-z]{3}_[0-9a-f]{32}\b/g, alike)
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, '<time>')
    .replaceAll(/"(unread|version|count)":\d+/g, '"$1":"<n>"')
    .replaceAll(/"(position|cursor|startCursor|endCursor)":"[^"]*"/g, '"$1":"<place>"');
}

/** An id that looks as this one and is of nothing. */
export function missing(id: string): string {
  return /_[0-9a-f]{32}$/.test(id) ? `${id.slice(0, -6)}${id.endsWith('ffffff') ? '000000' : 'ffffff'}` : `${id}-not`;
}

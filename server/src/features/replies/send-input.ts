import { createHash } from 'node:crypto';
import { DomainError } from '../../kernel/errors.js';
import { isId, newId } from '../../kernel/ids.js';
import { isIdentityValue } from '../../kernel/identity-kinds.js';
import type { Addressee } from './recipients.js';

/** `MessageSendInput` as it arrives. */
export interface MessageSendInput {
  id?: string | null;
  conversationId: string;
  direction: 'INBOUND' | 'OUTBOUND' | 'INTERNAL';
  text: string;
  html?: string | null;
  uploadIds?: string[] | null;
  routeId?: string | null;
  to?: string[] | null;
  cc?: string[] | null;
  bcc?: string[] | null;
  basedOn?: string | null;
  thenSetStatus?: 'OPEN' | 'SNOOZED' | 'CLOSED' | null;
  operationId?: string | null;
}

const MAX_TEXT = 200_000;

/** The id of the message and a hash by which a repeat of the same input is known. */
export function identify(input: MessageSendInput): { id: string; inputHash: string } {
  const id = input.id ?? newId('message');
  if (!isId('message', id))
    throw new DomainError('INVALID', 'The id must be msg_ and a UUIDv7 as 32 hex digits.', { path: ['id'] });
  const { conversationId, direction, text, html, uploadIds, routeId, to, cc, bcc } = input;
  const said = [
    conversationId,
    direction,
    text,
    html ?? null,
    uploadIds ?? [],
    routeId ?? null,
    to ?? null,
    cc ?? null,
    bcc ?? null,
  ];
  return { id, inputHash: createHash('sha256').update(JSON.stringify(said)).digest('base64url') };
}

/** What can be said about the input without looking at anything else. */
export function checkInput(input: MessageSendInput): void {
  const invalid = (field: string, message: string): never => {
    throw new DomainError('INVALID', message, { path: [field] });
  };
  if (input.direction === 'INBOUND')
    invalid('direction', 'What came in can not be sent. Use OUTBOUND, or INTERNAL for a comment.');
  if (input.text.length > MAX_TEXT) invalid('text', `The text may have ${MAX_TEXT} characters.`);
  if ((input.html?.length ?? 0) > 4 * MAX_TEXT) invalid('html', 'The formatted text is too long.');
  if (input.text.trim() === '' && (input.uploadIds ?? []).length === 0)
    invalid('text', 'There is nothing to send yet: write something.');
  if (input.thenSetStatus === 'SNOOZED') invalid('thenSetStatus', 'Snooze it afterwards, with the time at which it comes back.');
  if (input.direction === 'INTERNAL' && (input.routeId || input.to || input.cc || input.bcc))
    invalid('direction', 'A comment goes to nobody outside: leave out the recipients.');
}

/** Addresses that a person typed, of the kind that the route writes to. */
export function parseAddresses(
  values: readonly string[],
  kind: string,
  field: 'to' | 'cc' | 'bcc',
  isOwn: (address: Addressee) => boolean,
): Addressee[] {
  return values.map((value, index) => {
    const address = { kind, value: value.trim(), name: null };
    const path = [field, String(index)];
    if (!isIdentityValue(kind, address.value))
      throw new DomainError('INVALID', `“${value.slice(0, 100)}” is not an address.`, { path });
    if (isOwn(address)) throw new DomainError('INVALID', `${address.value} is one of our own addresses.`, { path });
    return address;
  });
}

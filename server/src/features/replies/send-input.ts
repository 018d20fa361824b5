import { createHash } from 'node:crypto';
import type { AnswerKind } from '@balie/plugin-sdk';
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
  choices?: { label: string; value: string }[] | null;
  asks?: Uppercase<AnswerKind> | null;
  routeId?: string | null;
  to?: string[] | null;
  cc?: string[] | null;
  bcc?: string[] | null;
  replyTo?: string | null;
  sendAt?: number | null;
  basedOn?: string | null;
  mentionIds?: string[] | null;
  thenSetStatus?: 'OPEN' | 'SNOOZED' | 'CLOSED' | null;
  operationId?: string | null;
}

const MAX_TEXT = 200_000;
const MAX_CHOICES = 13;
const MAX_CHOICE = 200;

/** The id of the message and a hash by which a repeat of the same input is known. */
export function identify(input: MessageSendInput): { id: string; inputHash: string } {
  const id = input.id ?? newId('message');
  if (!isId('message', id))
    throw new DomainError('INVALID', 'The id must be msg_ and a UUIDv7 as 32 hex digits.', { path: ['id'] });
  const { conversationId, direction, text, html, uploadIds, routeId, replyTo, sendAt, to, cc, bcc } = input;
  const said = [conversationId, direction, text, html, uploadIds ?? [], routeId, to, cc, bcc, replyTo, sendAt];
  // Only where there are any: the hash of what was sent before must stay what it was.
  const called = input.mentionIds && input.mentionIds.length > 0 ? [input.mentionIds] : [];
  const offered = input.choices && input.choices.length > 0 ? [{ choices: input.choices }] : [];
  const asked = input.asks ? [{ asks: input.asks }] : [];
  return { id, inputHash: hashOf([...said, ...called, ...offered, ...asked]) };
}

/** By which a repeat of the same input is known. */
export function hashOf(said: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify(said.map((one) => one ?? null)))
    .digest('base64url');
}

/** What can be said about the input without looking at anything else. */
export function checkInput(input: MessageSendInput): void {
  checkText(input);
  const invalid = (field: string, message: string): never => {
    throw new DomainError('INVALID', message, { path: [field] });
  };
  if (input.direction === 'INBOUND')
    invalid('direction', 'What came in can not be sent. Use OUTBOUND, or INTERNAL for a comment.');
  if (input.text.trim() === '' && (input.uploadIds ?? []).length === 0)
    invalid('text', 'There is nothing to send yet: write something.');
  if (input.thenSetStatus === 'SNOOZED') invalid('thenSetStatus', 'Snooze it afterwards, with the time at which it comes back.');
  if (input.direction === 'INTERNAL' && input.sendAt) invalid('sendAt', 'A comment is there at once: leave out the time.');
  if (input.direction === 'INTERNAL' && (input.routeId || input.to || input.cc || input.bcc))
    invalid('direction', 'A comment goes to nobody outside: leave out the recipients.');
  const { choices } = input;
  if (choices && choices.length > 0 && input.direction === 'INTERNAL') invalid('choices', 'A comment offers nothing to anybody.');
  if (input.asks && input.direction === 'INTERNAL') invalid('asks', 'A comment asks nobody outside for anything.');
  if (input.asks && choices && choices.length > 0) invalid('asks', 'Offer choices, or ask for an answer of a kind: not both.');
  if (choices && choices.length > MAX_CHOICES) invalid('choices', `At most ${MAX_CHOICES} choices.`);
  if (choices?.some(({ label, value }) => label.trim() === '' || label.length > MAX_CHOICE || value.length > MAX_CHOICE))
    invalid('choices', `A choice has 1 to ${MAX_CHOICE} characters.`);
  if (input.direction !== 'INTERNAL' && (input.mentionIds ?? []).length > 0)
    invalid('mentionIds', 'Colleagues are called by a comment, not by an answer.');
}

/** The size of what was written. */
export function checkText({ text, html }: { text: string; html?: string | null }): void {
  if (text.length > MAX_TEXT) throw new DomainError('INVALID', `The text may have ${MAX_TEXT} characters.`, { path: ['text'] });
  if ((html?.length ?? 0) > 4 * MAX_TEXT) throw new DomainError('INVALID', 'The formatted text is too long.', { path: ['html'] });
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

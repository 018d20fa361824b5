import { DomainError } from '../../kernel/errors.js';

/** How many inboxes a workspace holds (S71). */
export const INBOX_LIMIT = 100;

/** The longest time that a mail is held, in seconds (D5). */
export const MAX_UNDO_SECONDS = 60;

/** How long a mail is held where nobody chose otherwise. */
export const UNDO_SECONDS = 10;

/** The undo time as it is kept; INVALID when it is none. */
export function undoSeconds(input: number): number {
  if (!Number.isInteger(input) || input < 0 || input > MAX_UNDO_SECONDS)
    throw new DomainError('INVALID', `The time to undo is 0 to ${MAX_UNDO_SECONDS} seconds.`, { path: ['undoSeconds'] });
  return input;
}

/** What stands under each mail, as it is given. */
export interface SignatureInput {
  html?: string | null;
  text: string;
}

const MAX_SIGNATURE_TEXT = 2_000;
const MAX_SIGNATURE_HTML = 20_000;

/** The signature as it is kept, both null for none; INVALID when it is too long. */
export function signatureOf({ html, text }: SignatureInput): { signatureHtml: string | null; signatureText: string | null } {
  const tooLong = (field: string, most: number): never => {
    throw new DomainError('INVALID', `A signature has at most ${most} characters.`, { path: ['signature', field] });
  };
  if (text.length > MAX_SIGNATURE_TEXT) tooLong('text', MAX_SIGNATURE_TEXT);
  if ((html?.length ?? 0) > MAX_SIGNATURE_HTML) tooLong('html', MAX_SIGNATURE_HTML);
  if (text.trim() === '') return { signatureHtml: null, signatureText: null };
  return { signatureHtml: html?.trim() || null, signatureText: text.trim() };
}

/** Longer than any company keeps a case open. */
const MAX_REOPEN_DAYS = 3_650;

/** The days as they are kept, null for always; INVALID when they are none. */
export function reopenDays(input: number): number | null {
  if (!Number.isInteger(input) || input < 0 || input > MAX_REOPEN_DAYS)
    throw new DomainError('INVALID', `The days are 1 to ${MAX_REOPEN_DAYS}, or 0 for always.`, { path: ['reopenDays'] });
  return input === 0 ? null : input;
}

/** A hundred years, as good as for good. */
const MAX_KEPT_DAYS = 36_500;

/** The days as they are kept, null for good; INVALID when they are none. */
export function closedKeptDays(input: number): number | null {
  if (!Number.isInteger(input) || input < 0 || input > MAX_KEPT_DAYS)
    throw new DomainError('INVALID', `The days are 1 to ${MAX_KEPT_DAYS}, or 0 for good.`, { path: ['closedKeptDays'] });
  return input === 0 ? null : input;
}

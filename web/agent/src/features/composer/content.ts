import type { DraftMode, PersonalDraftFragment } from '../../generated/graphql.js';

/** What somebody is writing, as an editor keeps it. */
export interface DraftText {
  text: string;
  html: string | null;
}
/** A file that has arrived at the server and goes along. */
export interface DraftFile {
  id: string;
  name: string;
  mime: string;
  bytes: number;
}
/** Addresses that replace the ones the server would take; null keeps the server's. */
export interface Overrides {
  to: readonly string[] | null;
  cc: readonly string[] | null;
  bcc: readonly string[] | null;
}
/** All of a message that is being written. */
export interface DraftContent extends DraftText, Overrides {
  subject: string | null;
  files: readonly DraftFile[];
  /** The message that is answered or passed on. */
  messageId: string | null;
  /** For COMPOSE: the inbox that it leaves from, and which of its addresses. */
  inboxId: string | null;
  fromId: string | null;
  /** Files of the message that is passed on which stay behind. */
  without: readonly string[];
}
/** Where something is written: one text for each. */
export interface DraftKey {
  conversationId: string;
  mode: DraftMode;
}

export const NO_TEXT: DraftText = { text: '', html: null };
export const NO_OVERRIDES: Overrides = { to: null, cc: null, bcc: null };
export const EMPTY: DraftContent = {
  ...NO_TEXT,
  ...NO_OVERRIDES,
  subject: null,
  files: [],
  messageId: null,
  inboxId: null,
  fromId: null,
  without: [],
};

/** A draft as the server keeps it. */
export function contentOf(draft: PersonalDraftFragment): DraftContent {
  const { text, html, draftTo: to, draftCc: cc, draftBcc: bcc, draftSubject: subject, uploads, messageId, inboxId } = draft;
  const files = uploads.map(({ id, name, mime, bytes }) => ({ id, name, mime, bytes }));
  return { ...EMPTY, text, html, to, cc, bcc, subject, files, messageId, inboxId };
}

/** Whether nothing in it is worth keeping: the server's rule. */
export function isEmpty(content: DraftContent, mode: DraftMode): boolean {
  if (content.text.trim() !== '' || content.files.length > 0) return false;
  return mode !== 'COMPOSE' || ((content.to?.length ?? 0) === 0 && (content.subject ?? '').trim() === '');
}

/** By which two copies of the same content are known to be the same; what only this device keeps does not count. */
export function signatureOf({ text, html, to, cc, bcc, subject, files, messageId, inboxId }: DraftContent): string {
  const somebody = to || cc || bcc ? [to ?? [], cc ?? [], bcc ?? []] : null;
  return JSON.stringify([text, html, somebody, subject ?? '', files.map((file) => file.id), messageId, inboxId]);
}

/** Puts a content above another one, so that nothing of either is lost. */
export function joined(first: DraftContent, second: DraftContent): DraftContent {
  if (second.text.trim() === '' && second.files.length === 0) return first;
  const text = [first.text, second.text].filter((part) => part.trim() !== '').join('\n\n');
  return { ...first, text, html: joinedHtml(first, second), files: [...first.files, ...second.files] };
}

function joinedHtml(first: DraftText, second: DraftText): string | null {
  if (first.html === null && second.html === null) return null;
  return (first.html ?? asHtml(first.text)) + (second.html ?? asHtml(second.text));
}

/** Plain text as the simplest HTML that keeps its lines. */
export function asHtml(text: string): string {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return safe
    .split(/\n{2,}/)
    .map((part) => `<p>${part.replaceAll('\n', '<br>')}</p>`)
    .join('');
}

/** Whether a text shows this file as a picture. */
export const showsPicture = ({ html }: DraftText, fileId: string): boolean => html?.includes(`upload:${fileId}`) ?? false;

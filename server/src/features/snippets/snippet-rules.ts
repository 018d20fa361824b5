import { canInInbox, isAdmin, type Principal } from '../../kernel/access.js';
import { DomainError } from '../../kernel/errors.js';
import type { Snippet } from './snippet.entity.js';

/** What a snippet can say of whom it is for. The names are the contract with whoever inserts it. */
export const PLACEHOLDERS: ReadonlySet<string> = new Set([
  ...['contact.name', 'contact.first_name', 'contact.email', 'agent.name', 'agent.first_name', 'agent.email'],
  ...['inbox.name', 'conversation.number'],
]);
const TEXT_LENGTH = 20_000;
const HTML_LENGTH = 40_000;
const SHORTCUT = /^[\p{Ll}\p{N}][\p{Ll}\p{N}_-]{0,39}$/u;

/** Whether somebody is offered it: his own, or shared and in an inbox that he sees. */
export function maySee(principal: Principal, { scopeKey, inboxId }: Snippet): boolean {
  if (scopeKey !== '' && (principal.kind !== 'user' || principal.userId !== scopeKey)) return false;
  return inboxId === null || canInInbox(principal, 'view', inboxId);
}

/** Whether somebody may make, change and delete it: his own, one of an inbox that he manages, and admins all that are shared. */
export function mayChange(principal: Principal, { scopeKey, inboxId }: Pick<Snippet, 'scopeKey' | 'inboxId'>): boolean {
  if (principal.kind !== 'user') return false;
  if (scopeKey !== '') return principal.userId === scopeKey;
  return isAdmin(principal) || (inboxId !== null && canInInbox(principal, 'manage', inboxId));
}

/** The shortcut as it is kept; INVALID when nobody could type it. */
export function shortcutOf(input: string | null | undefined): string {
  const shortcut = (input ?? '').trim().replace(/^[/#]/, '').toLowerCase().normalize('NFC');
  if (SHORTCUT.test(shortcut)) return shortcut;
  const message = 'A shortcut has 1 to 40 letters, digits, - and _, and begins with a letter or a digit.';
  throw new DomainError('INVALID', message, { path: ['shortcut'] });
}

/** INVALID when it is empty, too long, or has a placeholder that nobody fills. */
export function checkText(text: string, html: string | null): void {
  const wrong = (message: string): never => {
    throw new DomainError('INVALID', message, { path: ['text'] });
  };
  if (text.trim() === '') wrong('Write what the snippet says.');
  if (text.length > TEXT_LENGTH || (html?.length ?? 0) > HTML_LENGTH) wrong(`A snippet has at most ${TEXT_LENGTH} characters.`);
  for (const [, name = ''] of text.matchAll(/\{([a-z]+\.[a-z_.]+)(?:\|[^{}]*)?\}/g))
    if (!PLACEHOLDERS.has(name)) wrong(`There is no placeholder {${name}}.`);
}

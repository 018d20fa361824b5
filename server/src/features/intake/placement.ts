import { wordsIn } from '../../kernel/language.js';
import type { FilterRuleInfo } from '../channels/index.js';
import { BLOCKED } from '../conversations/index.js';
import type { SenderRule } from '../filters/index.js';

/** Where a new conversation is put, and why. */
export interface Placed {
  placement: 'INBOX' | 'FILTERED' | 'SPAM';
  reason: string | null;
}

/** What speaks for or against a sender besides the rules of the channel. */
export interface Standing {
  /** A contact with whom there is a conversation, or one of us. */
  known: boolean;
  /** What a person decided about him. */
  decided: SenderRule['kind'] | null;
}

/**
 * Which of the rules that fired count: those that are on, and of these only the strict ones for a known contact (S25). Spam beats
 * filtered. A block beats all, then a refusal; whom a person lets in is held only by what strict rules say is forged.
 */
export function placeByFlags(
  flags: readonly { rule: string; detail: string }[],
  rules: Readonly<Record<string, FilterRuleInfo>>,
  { known, decided }: Standing,
): Placed {
  if (decided === 'BLOCK') return { placement: 'FILTERED', reason: BLOCKED };
  if (decided === 'DENY') return { placement: 'FILTERED', reason: 'DENY: on the list of senders that are kept out' };
  const fired = flags.flatMap(({ rule, detail }) => {
    const info = Object.hasOwn(rules, rule) ? rules[rule] : undefined;
    if (!info?.on || ((known || decided === 'ALLOW') && info.knownContact === 'yields')) return [];
    if (decided === 'ALLOW' && info.to === 'filtered' && info.sender !== 'machine') return [];
    const title = wordsIn(info.title, 'en');
    return [{ to: info.to, reason: detail ? `${title}: ${detail}` : title }];
  });
  const first = fired.find(({ to }) => to === 'spam') ?? fired[0];
  if (!first) return { placement: 'INBOX', reason: null };
  return { placement: first.to === 'spam' ? 'SPAM' : 'FILTERED', reason: first.reason };
}

import { wordsIn } from '../../kernel/language.js';
import type { FilterRuleInfo } from '../channels/index.js';

/** Where a new conversation is put, and why. */
export interface Placed {
  placement: 'INBOX' | 'FILTERED' | 'SPAM';
  reason: string | null;
}

/** Which of the rules that fired count: those that are on, and of these only the strict ones for a known contact (S25). Spam beats filtered. */
export function placeByFlags(
  flags: readonly { rule: string; detail: string }[],
  rules: Readonly<Record<string, FilterRuleInfo>>,
  knownContact: boolean,
): Placed {
  const fired = flags.flatMap(({ rule, detail }) => {
    const info = Object.hasOwn(rules, rule) ? rules[rule] : undefined;
    if (!info?.on || (knownContact && info.knownContact === 'yields')) return [];
    const title = wordsIn(info.title, 'en');
    return [{ to: info.to, reason: detail ? `${title}: ${detail}` : title }];
  });
  const first = fired.find(({ to }) => to === 'spam') ?? fired[0];
  if (!first) return { placement: 'INBOX', reason: null };
  return { placement: first.to === 'spam' ? 'SPAM' : 'FILTERED', reason: first.reason };
}

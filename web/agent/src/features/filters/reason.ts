import type { TextKey, Translate } from '../../app/intl.js';

const CODES: readonly [RegExp, TextKey][] = [
  [/^BLOCKED$/, 'reason.BLOCKED'],
  [/^DENY:/, 'reason.DENY'],
  [/^OWN_LOOP:/, 'reason.OWN_LOOP'],
  [/^PURGED:/, 'reason.PURGED'],
  [/^EMPTY:/, 'reason.EMPTY'],
  [/^It had come in before\.$/, 'reason.again'],
  [/^Our own message came back\.$/, 'reason.own'],
];

/** Why something was set aside, in words: ours for what the core decides, the plugin's title for a rule that fired. */
export function reasonText(t: Translate, reason: string): string {
  const by = /^BY_PERSON: (.*)$/s.exec(reason);
  if (by) return t('reason.BY_PERSON', { name: by[1] ?? '' });
  const rule = /^BY_RULE: (.*)$/s.exec(reason);
  if (rule) return t('reason.BY_RULE', { name: rule[1] ?? '' });
  const known = CODES.find(([pattern]) => pattern.test(reason));
  return known ? t(known[1]) : reason;
}

/** The same without what exactly the rule has found, where there is little place. */
export const shortReason = (t: Translate, reason: string): string => reasonText(t, reason).split(': ', 1)[0] ?? '';

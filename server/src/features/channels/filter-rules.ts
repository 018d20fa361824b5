import { wordsIn } from '../../kernel/language.js';
import type { FilterRuleInfo } from './plugin-gateway.js';

type Rules = Readonly<Record<string, FilterRuleInfo>>;

/** The rules of a channel's plugin as an admin has switched them; one that he has not touched stands as the plugin has it (S25). */
export function switchedRules(rules: Rules, switches: Readonly<Record<string, boolean>> | null): Rules {
  if (switches === null) return rules;
  return Object.fromEntries(Object.entries(rules).map(([key, rule]) => [key, { ...rule, on: switches[key] ?? rule.on }]));
}

/** A kept reason in the reader's language: it begins with the English title of the rule that fired. Any other reason stays as it is. */
export function reasonIn(reason: string, rules: Rules, language: string | null | undefined): string {
  for (const { title } of Object.values(rules)) {
    const kept = wordsIn(title, 'en');
    if (reason === kept || reason.startsWith(`${kept}: `)) return wordsIn(title, language) + reason.slice(kept.length);
  }
  return reason;
}

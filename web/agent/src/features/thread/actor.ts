import type { Translate } from '../../app/intl.js';
import type { WhoFragment } from '../../generated/graphql.js';

/** Whether it was a person who is erased: there is no name of him any more (O12). */
export function isErased(actor: WhoFragment): boolean {
  return actor.__typename === 'System' && actor.name === '';
}

/** The name of whoever did or wrote something. */
export function actorName(t: Translate, actor: WhoFragment): string {
  if (actor.__typename === 'Contact') return actor.fullName || t('contact.unknown');
  if (isErased(actor)) return t('contact.erased');
  if (actor.__typename === 'System') return actor.automation ? t('actor.rule', { name: actor.name }) : t('actor.system');
  return actor.name || t('contact.unknown');
}

import type { Translate } from '../../app/intl.js';
import type { WhoFragment } from '../../generated/graphql.js';

/** The name of whoever did or wrote something. */
export function actorName(t: Translate, actor: WhoFragment): string {
  if (actor.__typename === 'Contact') return actor.fullName || t('contact.unknown');
  if (actor.__typename === 'System') return t('actor.system');
  return actor.name || t('contact.unknown');
}

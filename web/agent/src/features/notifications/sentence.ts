import type { TextKey, Translate } from '../../app/intl.js';
import type { ToldFragment } from '../../generated/notifications.js';
import { personName } from '../../lib/person.js';

/** Sentences that name who did it; of several messages only the last has a name that is known. */
const BY: Partial<Record<ToldFragment['kind'], TextKey>> = {
  ASSIGNED: 'notify.ASSIGNED.by',
  TEAM_ASSIGNED: 'notify.TEAM_ASSIGNED.by',
  MENTIONED: 'notify.MENTIONED.by',
  MESSAGE: 'notify.MESSAGE.by',
};

/** Whom or what a notification is about. */
export function aboutOf(t: Translate, { conversation, task, note }: ToldFragment): string {
  if (task ?? note) return (task ?? note)?.title ?? '';
  return personName(conversation?.contact) ?? conversation?.subject ?? t('notify.gone');
}

/** What happened, in words. */
export function sentenceOf(t: Translate, { kind, times, byName }: ToldFragment): string {
  const by = kind === 'MESSAGE' && times > 1 ? undefined : BY[kind];
  return byName !== null && by ? t(by, { name: byName }) : t(`notify.${kind}`, { n: times });
}

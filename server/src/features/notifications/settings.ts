import { DomainError } from '../../kernel/errors.js';
import { KINDS, type NotificationKind } from './notification.entity.js';
import type { NotificationSettings, Ways } from './notification-settings.entity.js';

/** What can be changed about how one is told; what is not given stays. */
export interface NotificationSettingsSave {
  kinds?: readonly ({ kind: NotificationKind } & Ways)[] | null;
  follows?: NotificationSettings['follows'] | null;
  inboxIds?: readonly string[] | null;
  quiet?: boolean | null;
  sound?: boolean | null;
}

/** What nobody has chosen otherwise. */
const BOTH: Ways = { app: true, browser: true };
const MOST_INBOXES = 500;

/** The settings of who has chosen nothing. */
export function defaultsFor(userId: string): NotificationSettings {
  return { userId, kinds: {}, follows: 'NONE', inboxIds: [], quiet: false, sound: true, updatedAt: 0 };
}

/** By which ways somebody is told of a kind. */
export function waysOf({ kinds }: NotificationSettings, kind: NotificationKind): Ways {
  return kinds[kind] ?? BOTH;
}

/** Each kind with its ways, in the order of the schema. */
export function choicesOf(settings: NotificationSettings): ({ kind: NotificationKind } & Ways)[] {
  return KINDS.map((kind) => ({ kind, ...waysOf(settings, kind) }));
}

/** Whether he is told of what is new and nobody's in an inbox of his. */
export function followsInbox({ follows, inboxIds }: NotificationSettings, inboxId: string): boolean {
  return follows === 'ALL' || (follows === 'SOME' && inboxIds.includes(inboxId));
}

/** The settings with what was changed; INVALID names the field. `mayFollow`: the inboxes of which he is a member. */
export function changedSettings(
  before: NotificationSettings,
  input: NotificationSettingsSave,
  mayFollow: ReadonlySet<string>,
): NotificationSettings {
  const known = before.inboxIds.filter((id) => mayFollow.has(id));
  const inboxIds = input.inboxIds ? [...new Set(input.inboxIds)] : known;
  if (inboxIds.length > MOST_INBOXES)
    throw new DomainError('LIMIT', `At most ${MOST_INBOXES} inboxes are followed by name.`, { path: ['inboxIds'] });
  if (inboxIds.some((id) => !mayFollow.has(id)))
    throw new DomainError('INVALID', 'You follow only inboxes of which you are a member.', { path: ['inboxIds'] });
  const chosen = (input.kinds ?? []).map(({ kind, app, browser }) => [kind, { app, browser }] as const);
  return {
    ...before,
    kinds: { ...before.kinds, ...Object.fromEntries(chosen) },
    follows: input.follows ?? before.follows,
    inboxIds,
    quiet: input.quiet ?? before.quiet,
    sound: input.sound ?? before.sound,
  };
}

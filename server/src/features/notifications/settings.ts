import { DomainError } from '../../kernel/errors.js';
import { KINDS, type NotificationKind } from './notification.entity.js';
import type { NotificationSettings, Ways, WaysSave } from './notification-settings.entity.js';

/** What can be changed about how one is told; what is not given stays. */
export interface NotificationSettingsSave {
  kinds?: readonly ({ kind: NotificationKind } & WaysSave)[] | null;
  follows?: NotificationSettings['follows'] | null;
  inboxIds?: readonly string[] | null;
  quiet?: boolean | null;
  sound?: boolean | null;
  showText?: boolean | null;
}

/** What nobody has chosen otherwise. */
const WAYS = { app: true, browser: true };
const MOST_INBOXES = 500;
const MAIL_MINUTES = 5;
const MAIL_HOUR = 8;

/** The settings of who has chosen nothing. */
export function defaultsFor(userId: string): NotificationSettings {
  const told = { quiet: false, sound: true, showText: false, mailMinutes: MAIL_MINUTES, mailHour: MAIL_HOUR };
  return { userId, kinds: {}, follows: 'NONE', inboxIds: [], ...told, updatedAt: 0 };
}

/** By which ways somebody is told of a kind. */
export function waysOf({ kinds }: NotificationSettings, kind: NotificationKind): Ways {
  const chosen: Pick<Ways, 'app' | 'browser'> & Partial<Ways> = { ...WAYS, ...kinds[kind] };
  // Who chose before there was push is told by it as by the browser.
  return { ...chosen, push: chosen.push ?? chosen.browser };
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
  const chosen = (input.kinds ?? []).map(({ kind, app, browser, push }) => {
    const ways: Ways = { ...waysOf(before, kind), app, browser, ...(push == null ? {} : { push }) };
    return [kind, ways] as const;
  });
  return {
    ...before,
    kinds: { ...before.kinds, ...Object.fromEntries(chosen) },
    follows: input.follows ?? before.follows,
    inboxIds,
    quiet: input.quiet ?? before.quiet,
    sound: input.sound ?? before.sound,
    showText: input.showText ?? before.showText,
  };
}

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
  mailMinutes?: number | null;
  mailHour?: number | null;
}

/** What nobody has chosen otherwise. */
const WAYS = { app: true, browser: true };
/** What is told by mail as long as nobody has chosen otherwise: who is away looks at nothing else. */
const MAILED: ReadonlySet<NotificationKind> = new Set(['OWN_CONTACT']);
const MOST_INBOXES = 500;
const MAIL_MINUTES = 5;
const MAIL_HOUR = 8;
const LONGEST_MINUTES = 24 * 60;

/** The settings of who has chosen nothing. */
export function defaultsFor(userId: string): NotificationSettings {
  const told = { quiet: false, sound: true, showText: false, mailMinutes: MAIL_MINUTES, mailHour: MAIL_HOUR };
  return { userId, kinds: {}, follows: 'NONE', inboxIds: [], ...told, updatedAt: 0 };
}

/** By which ways somebody is told of a kind. */
export function waysOf({ kinds }: NotificationSettings, kind: NotificationKind): Ways {
  const chosen: Pick<Ways, 'app' | 'browser'> & Partial<Ways> = { ...WAYS, ...kinds[kind] };
  // Who chose before there was push is told by it as by the browser.
  return { ...chosen, push: chosen.push ?? chosen.browser, mail: chosen.mail ?? (MAILED.has(kind) ? 'SOON' : 'OFF') };
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
  const chosen = (input.kinds ?? []).map(({ kind, app, browser, push, mail }) => {
    const ways: Ways = {
      ...waysOf(before, kind),
      app,
      browser,
      ...(push == null ? {} : { push }),
      ...(mail == null ? {} : { mail }),
    };
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
    mailMinutes: within(input.mailMinutes ?? before.mailMinutes, 'mailMinutes', { from: 1, until: LONGEST_MINUTES }),
    mailHour: within(input.mailHour ?? before.mailHour, 'mailHour', { from: 0, until: 23 }),
  };
}

/** The kinds of which he is told by mail in this way. */
export function mailedKinds(settings: NotificationSettings, mail: Ways['mail']): NotificationKind[] {
  return KINDS.filter((kind) => waysOf(settings, kind).mail === mail);
}

/** The settings without any mail. */
export function withoutMail(settings: NotificationSettings): NotificationSettings {
  const kinds = KINDS.map((kind) => [kind, { ...waysOf(settings, kind), mail: 'OFF' as const }] as const);
  return { ...settings, kinds: Object.fromEntries(kinds) };
}

function within(value: number, field: string, { from, until }: { from: number; until: number }): number {
  if (Number.isInteger(value) && value >= from && value <= until) return value;
  throw new DomainError('INVALID', `Give a whole number from ${from} to ${until}.`, { path: [field] });
}

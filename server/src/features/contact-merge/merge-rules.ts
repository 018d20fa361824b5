import type { Contact, ContactIdentity, ContactMerge } from '../contacts/index.js';

/** How long two contacts that became one can be parted again. */
export const UNDO_MS = 30 * 24 * 3_600_000;

/** Whether each is proven by a network under a value of the same kind that the other does not have: perhaps two people (G14 72). */
export function verifiedDiffer(winner: readonly ContactIdentity[], loser: readonly ContactIdentity[]): boolean {
  const proven = (identities: readonly ContactIdentity[]): ContactIdentity[] => identities.filter(({ verified }) => verified);
  return proven(winner).some((one) => proven(loser).some((other) => one.kind === other.kind && one.valueKey !== other.valueKey));
}

/** Name, owner and facts of the one that two became: the winner's, the other's where he has none or where they were chosen. */
export function merged(
  winner: Contact,
  loser: Contact,
  chosen: { name?: string | null; takeFields?: readonly string[] | null },
): Pick<Contact, 'name' | 'ownerId' | 'fields'> {
  const taken = Object.fromEntries(
    (chosen.takeFields ?? []).filter((id) => id in loser.fields).map((id) => [id, loser.fields[id]]),
  );
  return {
    name: chosen.name ?? winner.name ?? loser.name,
    ownerId: winner.ownerId ?? loser.ownerId,
    fields: { ...loser.fields, ...winner.fields, ...taken },
  };
}

type Before = ContactMerge['before'];
type Facts = Contact['fields'];

/** The winner as he was before, but for what somebody changed since; of an older merge it is only known whether anything was. */
export function parted(
  now: Contact,
  { version, after, name, ownerId, fields }: Before,
): Pick<Contact, 'name' | 'ownerId' | 'fields'> {
  if (!after)
    return now.version === version ? { name, ownerId, fields } : { name: now.name, ownerId: now.ownerId, fields: now.fields };
  return {
    name: now.name === after.name ? name : now.name,
    ownerId: now.ownerId === after.ownerId ? ownerId : now.ownerId,
    fields: partedFields(now.fields, after.fields, fields),
  };
}

function partedFields(now: Facts, after: Facts, before: Facts): Facts {
  const ids = new Set([...Object.keys(now), ...Object.keys(before)]);
  const kept = [...ids].map((id) => [id, now[id] === after[id] ? before[id] : now[id]] as const);
  return Object.fromEntries(kept.filter(([, value]) => value !== undefined));
}

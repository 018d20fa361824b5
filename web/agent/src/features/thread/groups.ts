import type { Happening, Item, Mail } from './types.js';

type Group = { kind: 'message'; message: Mail } | { kind: 'events'; events: Happening[] };
export interface Day {
  key: string;
  at: string;
  groups: Group[];
}

/** Cuts a timeline into days, and puts events that follow each other together. */
export function groupItems(items: readonly Item[], dayKey: (iso: string) => string): Day[] {
  const days: Day[] = [];
  const times = new Map<string, number>();
  for (const item of items) {
    const date = dayKey(item.at);
    let day = days.at(-1);
    if (!day || dayKey(day.at) !== date) {
      // What arrived late, around midnight, makes a day come twice.
      const nth = (times.get(date) ?? 0) + 1;
      times.set(date, nth);
      day = { key: nth === 1 ? date : `${date} ${nth}`, at: item.at, groups: [] };
      days.push(day);
    }
    const last = day.groups.at(-1);
    if (item.__typename === 'Message') day.groups.push({ kind: 'message', message: item });
    else if (last?.kind === 'events') last.events.push(item);
    else day.groups.push({ kind: 'events', events: [item] });
  }
  return days;
}

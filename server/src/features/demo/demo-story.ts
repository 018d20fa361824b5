/** A line of a story: who says it, how many minutes after the one before, and the words. */
export interface DemoLine {
  /** `in`: the contact. `out` and `note`: the agent. `auto`: the contact's machine. */
  by: 'in' | 'out' | 'note' | 'auto';
  after: number;
  text: string;
}

/** A conversation of the demo. */
export interface DemoStory {
  /** Index into the demo's contacts. */
  contact: number;
  /** When it began, in minutes before now. */
  ago: number;
  subject: string;
  lines: DemoLine[];
  /** Index into the team, of who has it and who answers. Without one nobody has it yet. */
  agent?: number;
  closed?: boolean;
  unread?: boolean;
  /** Set aside for this reason, in words. */
  filtered?: string;
}

/** What the contact writes. */
export const says = (after: number, text: string): DemoLine => ({ by: 'in', after, text });

/** What the agent answers. */
export const answers = (after: number, text: string): DemoLine => ({ by: 'out', after, text });

/** What the agent notes for the team. */
export const notes = (after: number, text: string): DemoLine => ({ by: 'note', after, text });

/** What the contact's machine sends by itself. */
export const replies = (after: number, text: string): DemoLine => ({ by: 'auto', after, text });

/** Minutes in an hour and a day, for readable times. */
export const HOUR = 60;
export const DAY = 24 * HOUR;

/** The people of the demo; their addresses lie in domains that nobody can own (RFC 2606). */
export const DEMO_CONTACTS = [
  { name: 'Sanne de Vries', address: 'sanne.devries@example.org' },
  { name: 'Sem Smit', address: 'sem.smit@example.org' },
  { name: 'Joost van Dijk', address: 'joost@vandijk.example' },
  { name: 'Fatima El Amrani', address: 'f.elamrani@example.net' },
  { name: 'Lotte Jansen', address: 'lotte.jansen@gemeente.example' },
  { name: 'Emily Carter', address: 'emily.carter@example.com' },
  { name: 'Tom Becker', address: 'tom@becker-logistics.example' },
  { name: 'Priya Nair', address: 'priya.nair@example.com' },
  { name: 'Océane Dupont', address: 'oceane@fabrique.example' },
  { name: 'Wouter Peeters', address: 'wouter.peeters@example.net' },
] as const;

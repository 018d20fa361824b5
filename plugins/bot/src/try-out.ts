/** The world of a try-out: what would be done is told, and nothing is. */
import type { Json, TryOut, TryOutInput, TryOutLine } from '@balie/plugin-sdk';
import { newRun, Walk, type Facts, type Handover, type Run, type Wanted, type World } from './engine.js';
import { compile } from './program.js';
import type { Settings } from './settings.js';
import type { ActionStep, TicketStep, WebhookStep } from './steps.js';

const WORDS = {
  en: {
    keep: (name: string, value: string) => `Keeps at the contact: ${name} = ${value}`,
    ticket: (title: string) => `Creates a ticket: ${title}`,
    webhook: (host: string) => `Would call ${host}; taken as done`,
    action: 'Would let another plugin act; taken as done',
    handOver: 'Hands over to people',
    close: 'Closes the conversation',
    stay: 'Stays in the view Bots until somebody takes it',
    pause: 'Waits; skipped here',
    available: 'Somebody counts as available',
    open: 'The inbox counts as working',
  },
  nl: {
    keep: (name: string, value: string) => `Bewaart bij het contact: ${name} = ${value}`,
    ticket: (title: string) => `Maakt een ticket: ${title}`,
    webhook: (host: string) => `Zou ${host} aanroepen; telt als gelukt`,
    action: 'Zou een andere plugin laten werken; telt als gelukt',
    handOver: 'Draagt over aan mensen',
    close: 'Sluit het gesprek',
    stay: 'Blijft in de weergave Bots tot iemand het neemt',
    pause: 'Wacht; hier overgeslagen',
    available: 'Er telt iemand als beschikbaar',
    open: 'De inbox telt als werkend',
  },
} as const;

class TryWorld implements World {
  readonly lines: TryOutLine[] = [];
  private skipped = 0;

  constructor(
    private readonly words: (typeof WORDS)[keyof typeof WORDS],
    private readonly contact: Record<string, string>,
    private readonly at: number,
  ) {}

  now(): number {
    return this.at + this.skipped;
  }
  skipTo(time: number): void {
    this.skipped = Math.max(0, time - this.at);
    this.note(this.words.pause);
  }
  note(text: string): void {
    this.lines.push({ from: 'note', text });
  }
  facts(): Promise<Facts> {
    return Promise.resolve({ ...this.contact });
  }
  available(): Promise<boolean> {
    this.note(this.words.available);
    return Promise.resolve(true);
  }
  open(): Promise<boolean> {
    this.note(this.words.open);
    return Promise.resolve(true);
  }
  async say(_key: string, text: string, { options }: Wanted): Promise<void> {
    await Promise.resolve();
    this.lines.push({ from: 'responder', text, ...(options.length > 0 ? { options: [...options] } : {}) });
  }
  async keep(property: string, value: string): Promise<void> {
    await Promise.resolve();
    this.contact[property] = value;
    this.note(this.words.keep(property, value));
  }
  async ticket(_key: string, { title }: Pick<TicketStep, 'title'>): Promise<void> {
    await Promise.resolve();
    this.note(this.words.ticket(title));
  }
  async webhook(_key: string, { url }: WebhookStep): Promise<{ answers: Facts }> {
    await Promise.resolve();
    this.note(this.words.webhook(new URL(url).host));
    return { answers: {} };
  }
  async action(_step: ActionStep): Promise<Facts> {
    await Promise.resolve();
    this.note(this.words.action);
    return {};
  }
  async handOver({ note }: Handover): Promise<void> {
    await Promise.resolve();
    this.note(`${this.words.handOver}\n${note}`);
  }
  async close(): Promise<void> {
    await Promise.resolve();
    this.note(this.words.close);
  }
  save(): Promise<void> {
    return Promise.resolve();
  }
}

interface Kept {
  run: Run;
  contact: Record<string, string>;
}

/** One turn of a try-out; what it stands at goes to and fro with the page that shows it. */
export async function tryOut({ text, state }: TryOutInput, settings: Settings): Promise<TryOut> {
  const kept = state as unknown as Kept | null;
  const words = WORDS[settings.language];
  const begins = kept === null || text === null;
  const contact = begins ? { name: 'Sam' } : kept.contact;
  const world = new TryWorld(words, contact, Date.now());
  const run = begins ? newRun('try', world.now(), 'try', compile(settings.steps).start) : kept.run;
  const walk = new Walk(settings, run, world);
  if (begins) await walk.begin();
  else if (run.ended === 'stay') await walk.wroteAgain('try');
  else await walk.answer(`try ${run.heard.length}`, text);
  while (run.waits?.for === 'time') {
    world.skipTo(run.waits.until);
    await walk.time();
  }
  if (run.ended === 'stay') world.note(words.stay);
  const over = run.ended === 'handover' || run.ended === 'close';
  return { lines: world.lines, state: { run, contact } as unknown as Json, over };
}

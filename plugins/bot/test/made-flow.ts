import {
  LostWord,
  newRun,
  StepFailed,
  Walk,
  type Facts,
  type FlowSettings,
  type Handover,
  type Run,
  type Wanted,
  type World,
} from '../src/engine.js';
import { compile } from '../src/program.js';
import { flow, type Step } from '../src/steps.js';

/** Steps as an admin would give them, with their defaults. */
export const stepsOf = (given: unknown[]): Step[] => flow.parse(given);

export const settingsWith = (given: unknown[], more: Partial<FlowSettings> = {}): FlowSettings => ({
  steps: stepsOf(given),
  language: 'en',
  notUnderstood: 'Sorry?',
  retries: 2,
  waitMinutes: 60,
  onTimeout: 'handover',
  atEnd: 'handover',
  ...more,
});

/** The world in memory, with the promises of the real one: what has a key happens once, and what is kept is compared. */
export class MadeWorld implements World {
  readonly done = new Map<string, string>();
  readonly said: string[] = [];
  /** The kind of answer that goes with each of them. */
  readonly wanted: string[] = [];
  readonly handed: Handover[] = [];
  readonly called: string[] = [];
  contact: Record<string, string> = { name: 'Sem' };
  somebody = true;
  works = true;
  closed = false;
  clock = 1_000_000;
  kept: { run: Run; version: number } | null = null;
  /** Throws before so many effects or saves from now: the process dies. */
  dies = Infinity;
  /** What fails, by the name of the member. */
  fails: Record<string, string> = {};
  /** A person has the word. */
  lost = false;
  answer: { say?: string; answers: Facts } = { answers: {} };
  private version = 0;

  now(): number {
    return this.clock;
  }
  facts(): Promise<Facts> {
    return Promise.resolve(this.contact);
  }
  available(): Promise<boolean> {
    return Promise.resolve(this.somebody);
  }
  open(): Promise<boolean> {
    return Promise.resolve(this.works);
  }
  async say(key: string, text: string, { options, answer }: Wanted): Promise<void> {
    await this.effect('say', key, () => {
      this.said.push([text, ...options.map((one, at) => `${at + 1}. ${one}`)].join('\n'));
      this.wanted.push(answer);
    });
  }
  async keep(property: string, value: string): Promise<void> {
    await this.effect('keep', null, () => (this.contact = { ...this.contact, [property]: value }));
  }
  async ticket(key: string, { title }: { title: string }): Promise<void> {
    await this.effect('ticket', key, () => this.called.push(`ticket ${title}`));
  }
  async webhook(key: string): Promise<{ say?: string; answers: Facts }> {
    await this.effect('webhook', key, () => this.called.push('webhook'));
    return this.answer;
  }
  async action(_step: unknown, input: Record<string, string>): Promise<Facts> {
    await this.effect('action', null, () => this.called.push(`action ${JSON.stringify(input)}`));
    return { sum: '5' };
  }
  async handOver(to: Handover): Promise<void> {
    await this.effect('handOver', null, () => {
      this.handed.push(to);
      this.lost = true;
    });
  }
  async close(): Promise<void> {
    await this.effect('close', null, () => (this.closed = true));
  }
  async save(run: Run): Promise<void> {
    await this.tick();
    if (this.kept && this.kept.version !== this.version) throw new Error('overtaken');
    this.version++;
    this.kept = { run: structuredClone(run), version: this.version };
  }

  /** What a process finds that begins again. */
  walk(settings: FlowSettings): Walk {
    if (!this.kept) return new Walk(settings, newRun('evt_1', this.clock, 'v1', compile(settings.steps).start), this);
    this.version = this.kept.version;
    return new Walk(settings, structuredClone(this.kept.run), this);
  }

  private async tick(): Promise<void> {
    await Promise.resolve();
    if (--this.dies < 0) throw new Error('dead');
  }

  private async effect(name: string, key: string | null, work: () => unknown): Promise<void> {
    await this.tick();
    if (this.lost) throw new LostWord();
    const fault = this.fails[name];
    if (fault) throw new StepFailed(fault);
    if (key !== null && this.done.has(key)) return;
    if (key !== null) this.done.set(key, name);
    work();
    // The effect is there, and its author dies before he knows.
    await this.tick();
  }
}

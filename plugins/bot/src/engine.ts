/** Walks a flow for one conversation. It knows nothing of the API: what it does, it asks of a `World`. */
import { filled, holds, understood } from './answers.js';
import { compile, type Node, type Program } from './program.js';
import type {
  ActionStep,
  AnswerKind,
  BranchStep,
  HandoverStep,
  QuestionStep,
  SetStep,
  Step,
  TicketStep,
  WebhookStep,
} from './steps.js';

/** Where a conversation is in its flow. All of it is kept, so that it survives a restart. */
export interface Run {
  /** Of this walk: the event that began it, and when. Ids of what is done are made of it. */
  id: string;
  since: number;
  /** Which version of the flow it walks: one that is changed meanwhile is not walked half and half. */
  flow: string;
  /** The step that comes next, or waits; null at the end. */
  node: string | null;
  waits: { for: 'answer' | 'time'; until: number; misses: number } | null;
  /** The question at which it stands was answered, and what follows from the answer is not done yet. */
  taken: boolean;
  /** It no longer waits for the answer, and what follows from that is not done yet. */
  leaving: 'timeout' | 'lost' | null;
  /** How much was done: each thing has a number, the same on a repeat. */
  done: number;
  answers: Record<string, string>;
  /** Events that it has taken in. */
  heard: string[];
  /** An action that was begun: one that can't be asked again whether it happened is not called twice. */
  calling: string | null;
  ended: 'handover' | 'close' | 'stay' | null;
  /** Failures in a row that nobody expected. */
  fails: number;
  touched: number;
}

export interface FlowSettings {
  steps: Step[];
  language: 'en' | 'nl';
  notUnderstood: string;
  retries: number;
  waitMinutes: number;
  onTimeout: 'handover' | 'close';
  atEnd: 'handover' | 'stay';
}

/** What is known of the contact: by `name`, `email`, or the id of a property. */
export type Facts = Readonly<Record<string, string>>;
export interface Handover {
  person: string | null;
  team: string | null;
  note: string;
}
/** What goes with a question: answers to choose from, or the kind that is waited for. */
export interface Wanted {
  options: readonly string[];
  answer: AnswerKind;
}
/** A failure that is expected, in words for the note to the people who take over. */
export class StepFailed extends Error {}
/** A person has the word now, or the conversation is gone: nothing more is done. */
export class LostWord extends Error {}

/** What a flow can do. `key` is the same on each repeat of the same thing, so that it is done once. Failures are a StepFailed. */
export interface World {
  now(): number;
  facts(): Promise<Facts>;
  available(): Promise<boolean>;
  open(): Promise<boolean>;
  say(key: string, text: string, wanted: Wanted): Promise<void>;
  keep(property: string, value: string): Promise<void>;
  ticket(key: string, ticket: Pick<TicketStep, 'title' | 'body' | 'priority' | 'stage'>): Promise<void>;
  webhook(key: string, step: WebhookStep, answers: Facts): Promise<{ say?: string; answers: Facts }>;
  action(step: ActionStep, input: Record<string, string>): Promise<Facts>;
  handOver(to: Handover): Promise<void>;
  close(): Promise<void>;
  /** Keeps the run; rejects when somebody else has gone on with it. */
  save(run: Run): Promise<void>;
}

export const newRun = (id: string, since: number, flow: string, start: string | null): Run => ({
  id,
  since,
  flow,
  node: start,
  waits: null,
  taken: false,
  leaving: null,
  done: 0,
  answers: {},
  heard: [id],
  calling: null,
  ended: null,
  fails: 0,
  touched: since,
});

const NOTHING: Wanted = { options: [], answer: 'text' };
const HEARD = 30;
/** More in one go is a round that something outside feeds. */
const MAX_MOVES = 500;
const MINUTE_MS = 60_000;

const NOTES = {
  en: {
    timeout: 'No answer came in time.',
    lost: 'The answer was not understood.',
    end: 'The bot has come to its end.',
    failed: (what: string) => `A step failed: ${what}`,
    asked: 'Handed over by the flow.',
    stuck: 'The bot could not go on.',
  },
  nl: {
    timeout: 'Er kwam niet op tijd een antwoord.',
    lost: 'Het antwoord is niet begrepen.',
    end: 'De bot is aan het eind van zijn stappen.',
    failed: (what: string) => `Een stap is mislukt: ${what}`,
    asked: 'Overgedragen door de stappen.',
    stuck: 'De bot kon niet verder.',
  },
} as const;

/** One conversation's walk through a flow. */
export class Walk {
  private readonly program: Program;

  constructor(
    private readonly flow: FlowSettings,
    readonly run: Run,
    private readonly world: World,
  ) {
    this.program = compile(flow.steps);
  }

  /** From the first step; kept before anything is done, so that it begins once. */
  async begin(): Promise<void> {
    await this.keep();
    await this.go();
  }

  /** The flow is over and the contact has more to say: that is for people. */
  async wroteAgain(eventId: string): Promise<void> {
    this.run.heard = [...this.run.heard, eventId].slice(-HEARD);
    await this.handOver({ person: null, team: null, note: this.words.end });
  }

  /** From where it was cut off. */
  async go(): Promise<void> {
    await this.guarded(() => this.moves());
  }

  /** The contact wrote. The claim is kept before anything is done, so that an answer is taken once whoever else is at it. */
  async answer(eventId: string, text: string): Promise<void> {
    const { run } = this;
    run.heard = [...run.heard, eventId].slice(-HEARD);
    const node = this.current();
    if (run.waits?.for !== 'answer' || node?.step.type !== 'question') return this.keep();
    const { step } = node;
    const taken = understood(step.answer, text, step.options);
    if (taken === null) return this.guarded(() => this.miss(step));
    run.answers[step.name] = taken;
    run.waits = null;
    run.taken = true;
    await this.keep();
    await this.go();
  }

  /** What was waited for has not come, or the pause is over. */
  async time(): Promise<void> {
    const { run } = this;
    const node = this.current();
    if (!run.waits || !node || run.waits.until > this.world.now()) return;
    if (run.waits.for === 'time') {
      this.leave(node);
      await this.keep();
      return this.go();
    }
    await this.leaves('timeout');
  }

  /** Kept before it is done, so that nothing is asked again after a crash in between. */
  private async leaves(why: NonNullable<Run['leaving']>): Promise<void> {
    this.run.waits = null;
    this.run.leaving = why;
    await this.keep();
    await this.go();
  }

  /** Hands over because the bot itself does not work. */
  async giveUp(why: string): Promise<void> {
    await this.handOver({ person: null, team: null, note: `${this.words.stuck} ${why}`.trim() });
  }

  private get words() {
    return NOTES[this.flow.language];
  }

  private current(): Node | null {
    return this.run.node === null ? null : (this.program.nodes.get(this.run.node) ?? null);
  }

  /** Of the next thing that is done; it names the step, too, since a repeat may come to another arm of a branch. */
  private key(): string {
    return `${this.run.node} ${this.run.done}`;
  }

  /** Goes on to what comes next. */
  private leave(node: Node): void {
    this.run.node = node.next;
    this.run.waits = null;
  }

  private async keep(): Promise<void> {
    this.run.touched = this.world.now();
    await this.world.save(this.run);
  }

  /** A step that fails as failures go is handed to people, with what was said so far. */
  private async guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof StepFailed)) throw error;
      await this.handOver({ person: null, team: null, note: this.words.failed(error.message) });
    }
  }

  private async moves(): Promise<void> {
    const { leaving } = this.run;
    if (leaving === 'timeout' && this.flow.onTimeout === 'close') return this.close('');
    if (leaving) return this.handOver({ person: null, team: null, note: this.words[leaving] });
    for (let moves = 0; !this.run.ended; moves++) {
      if (moves > MAX_MOVES) throw new StepFailed('It went round and round.');
      const node = this.current();
      if (!node) return this.end();
      if (await this.take(node)) return;
    }
  }

  /** One step; true when it waits. */
  private async take(node: Node): Promise<boolean> {
    const { step } = node;
    switch (step.type) {
      case 'question':
        if (this.run.taken) return this.took(node, step);
        await this.say(step.text, wantedBy(step));
        await this.wait('answer', step.minutes || this.flow.waitMinutes);
        return true;
      case 'pause':
        await this.wait('time', step.minutes);
        return true;
      case 'branch':
        this.run.node = ((await this.decides(step)) ? node.then : node.otherwise) ?? null;
        return false;
      case 'handover':
        await this.handOverBy(step);
        return false;
      case 'close':
        await this.close(step.text);
        return false;
      default:
        await this.act(step);
        this.leave(node);
        await this.keep();
        return false;
    }
  }

  /** What is done and over. */
  private async act(step: Exclude<Step, { type: 'question' | 'pause' | 'branch' | 'handover' | 'close' }>): Promise<void> {
    switch (step.type) {
      case 'message':
        return this.say(step.text);
      case 'meeting':
        return this.say(`${step.text}\n${step.url}`);
      case 'set':
        return this.set(step);
      case 'ticket':
        return this.ticket(step);
      case 'webhook':
        return this.webhook(step);
      case 'action':
        return this.action(step);
      case 'goto':
        return;
    }
  }

  private async wait(what: 'answer' | 'time', minutes: number): Promise<void> {
    this.run.fails = 0;
    this.run.waits = { for: what, until: this.world.now() + minutes * MINUTE_MS, misses: 0 };
    await this.keep();
  }

  private async say(text: string, wanted: Wanted = NOTHING): Promise<void> {
    const words = filled(text, await this.values()).trim();
    if (words === '') return;
    await this.world.say(this.key(), words, wanted);
    this.run.done++;
  }

  /** What texts may cite. */
  private async values(): Promise<Facts> {
    const facts = Object.entries(await this.world.facts()).map(([name, value]) => [`contact.${name}`, value]);
    return { ...(Object.fromEntries(facts) as Facts), ...this.run.answers };
  }

  private async miss(step: QuestionStep): Promise<void> {
    const { run, flow } = this;
    if (!run.waits) return;
    run.waits.misses++;
    if (run.waits.misses > flow.retries) return this.leaves('lost');
    // Counted first: a crash between both may swallow the second asking, but never asks without end.
    await this.keep();
    const words = filled(flow.notUnderstood, await this.values());
    await this.world.say(`${this.key()} again ${run.waits.misses}`, words, wantedBy(step));
  }

  private async decides({ on, question, property, test, value }: BranchStep): Promise<boolean> {
    if (on === 'available') return this.world.available();
    if (on === 'open') return this.world.open();
    const known = on === 'answer' ? this.run.answers[question] : (await this.world.facts())[property];
    return holds(test, known ?? '', filled(value, await this.values()));
  }

  private async took(node: Node, { save, name }: QuestionStep): Promise<false> {
    if (save !== '') await this.world.keep(save, this.run.answers[name] ?? '');
    this.run.taken = false;
    this.leave(node);
    await this.keep();
    return false;
  }

  private async set({ property, value }: SetStep): Promise<void> {
    await this.world.keep(property, filled(value, await this.values()));
  }

  private async ticket(step: TicketStep): Promise<void> {
    const values = await this.values();
    const title = filled(step.title, values).trim().slice(0, 200);
    const ticket = { ...step, title: title || step.title, body: filled(step.body, values) };
    await this.world.ticket(this.key(), ticket);
    this.run.done++;
  }

  private async webhook(step: WebhookStep): Promise<void> {
    await this.called(step, async () => {
      const { say, answers } = await this.world.webhook(this.key(), step, this.run.answers);
      Object.assign(this.run.answers, answers);
      this.run.answers[step.name] ??= 'ok';
      this.run.done++;
      if (say) await this.say(say);
    });
  }

  private async action(step: ActionStep): Promise<void> {
    const { run } = this;
    await this.called(step, async () => {
      if (run.calling === this.key()) throw new StepFailed('It was cut off, and nobody knows whether it was done.');
      run.calling = this.key();
      await this.keep();
      const answers = await this.world.action(step, inputsOf(step.input, await this.values()));
      for (const [name, value] of Object.entries(answers)) run.answers[`${step.name}.${name}`] = value;
      run.answers[step.name] = 'ok';
      run.done++;
    });
  }

  /** A call that may fail by itself. */
  private async called(step: WebhookStep | ActionStep, work: () => Promise<void>): Promise<void> {
    delete this.run.answers[step.name];
    try {
      await work();
    } catch (error) {
      if (!(error instanceof StepFailed) || step.onFailure === 'handover') throw error;
      this.run.answers[step.name] = 'failed';
      this.run.done++;
    }
  }

  private async handOverBy(step: HandoverStep): Promise<void> {
    await this.say(step.text);
    await this.handOver({
      person: step.to === 'person' ? step.person : null,
      team: step.to === 'team' ? step.team : null,
      note: this.words.asked,
    });
  }

  /** The last thing that it does: from then on people have the word. */
  private async handOver(to: Handover): Promise<void> {
    await this.world.handOver({ ...to, note: [to.note, ...told(this.run.answers)].join('\n').slice(0, 2000) });
    await this.ended('handover');
  }

  private async close(text: string): Promise<void> {
    await this.say(text);
    await this.world.close();
    await this.ended('close');
  }

  private async end(): Promise<void> {
    if (this.flow.atEnd === 'handover') return this.handOver({ person: null, team: null, note: this.words.end });
    await this.ended('stay');
  }

  private async ended(how: NonNullable<Run['ended']>): Promise<void> {
    this.run.ended = how;
    this.run.fails = 0;
    this.run.node = null;
    this.run.waits = null;
    await this.keep();
  }
}

function wantedBy({ answer, options }: QuestionStep): Wanted {
  return { answer, options: answer === 'choice' ? options : [] };
}

function told(answers: Facts): string[] {
  return Object.entries(answers).map(([name, value]) => `${name}: ${value.slice(0, 300)}`);
}

/** Lines of “name = value”. */
function inputsOf(lines: string, values: Facts): Record<string, string> {
  const pairs = lines.split('\n').flatMap((line) => {
    const at = line.indexOf('=');
    return at < 1 ? [] : [[line.slice(0, at).trim(), filled(line.slice(at + 1).trim(), values)]];
  });
  return Object.fromEntries(pairs) as Record<string, string>;
}

/** What a flow is made of: typed steps, of which branches hold steps of their own. The words are what the editor shows. */
import type { Text } from '@balie/plugin-sdk';
import { z } from 'zod';
import { as, words } from './words.js';

export type AnswerKind = 'text' | 'email' | 'number' | 'phone' | 'date' | 'choice';
export type Test = 'filled' | 'equals' | 'contains' | 'more' | 'less';

export interface MessageStep {
  type: 'message';
  text: string;
}
export interface QuestionStep {
  type: 'question';
  name: string;
  text: string;
  answer: AnswerKind;
  options: string[];
  /** Which fact of the contact the answer becomes; empty for none. */
  save: string;
  /** How long an answer is waited for; 0 as long as the flow says. */
  minutes: number;
}
export interface SetStep {
  type: 'set';
  property: string;
  value: string;
}
export interface BranchStep {
  type: 'branch';
  on: 'answer' | 'property' | 'available' | 'open';
  question: string;
  property: string;
  test: Test;
  value: string;
  then: Step[];
  otherwise: Step[];
}
export interface TicketStep {
  type: 'ticket';
  title: string;
  body: string;
  priority: 'LOW' | 'MEDIUM' | 'HIGH' | 'URGENT';
  stage: string;
}
export interface MeetingStep {
  type: 'meeting';
  text: string;
  url: string;
}
export interface WebhookStep {
  type: 'webhook';
  name: string;
  url: string;
  seconds: number;
  onFailure: 'handover' | 'continue';
}
export interface ActionStep {
  type: 'action';
  name: string;
  action: string;
  input: string;
  onFailure: 'handover' | 'continue';
}
export interface PauseStep {
  type: 'pause';
  minutes: number;
}
export interface GotoStep {
  type: 'goto';
  step: string;
}
export interface HandoverStep {
  type: 'handover';
  to: 'anyone' | 'person' | 'team';
  person: string;
  team: string;
  text: string;
}
export interface CloseStep {
  type: 'close';
  text: string;
}
export type Step =
  | MessageStep
  | QuestionStep
  | SetStep
  | BranchStep
  | TicketStep
  | MeetingStep
  | WebhookStep
  | ActionStep
  | PauseStep
  | GotoStep
  | HandoverStep
  | CloseStep;
export type StepType = Step['type'];

const kind = <T extends StepType>(type: T, en: string, nl: string) => z.literal(type).meta(as({ title: words(en, nl) }));
const LONG = 4000;

const said = z.string().trim().min(1, 'Say something.').max(LONG);
const maybe = z.string().max(LONG).default('');
/** What answers are kept under, and what `{{…}}` and jumps cite. */
const name = z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/, 'A name has small letters, digits, - and _, and begins with a letter.');
const NAME_HELP = words(
  'Small letters; {{name}} stands for the answer in later texts.',
  'Kleine letters; {{naam}} staat in latere teksten voor het antwoord.',
);
const TEXT_HELP = words(
  '{{name}} stands for an answer, {{contact.name}} for who is written to.',
  '{{naam}} staat voor een antwoord, {{contact.name}} voor wie het leest.',
);
const httpUrl = z.url({ protocol: /^https?$/, error: 'An address begins with https://.' }).max(2000);
const MONTH_MINUTES = 60 * 24 * 31;

const message = z.object({
  type: kind('message', 'Message', 'Bericht'),
  text: said.meta(as({ title: words('Text', 'Tekst'), description: TEXT_HELP, multiline: true })),
});
const question = z.object({
  type: kind('question', 'Question', 'Vraag'),
  text: said.meta(as({ title: words('Question', 'Vraag'), description: TEXT_HELP, multiline: true })),
  name: name.meta(as({ title: words('Name of the answer', 'Naam van het antwoord'), description: NAME_HELP })),
  answer: z
    .enum(['text', 'email', 'number', 'phone', 'date', 'choice'])
    .default('text')
    .meta(
      as({
        title: words('Kind of answer', 'Soort antwoord'),
        labels: {
          text: words('Text', 'Tekst'),
          email: words('E-mail address', 'E-mailadres'),
          number: words('Number', 'Getal'),
          phone: words('Phone number', 'Telefoonnummer'),
          date: words('Date', 'Datum'),
          choice: words('Choice', 'Keuze'),
        },
      }),
    ),
  options: z
    .array(z.string().trim().min(1).max(60))
    .max(13)
    .default([])
    .meta(
      as({
        title: words('Choices', 'Keuzes'),
        description: words(
          'With commas between them; buttons where the channel has them, else a numbered list.',
          'Met komma’s ertussen; knoppen waar het kanaal die heeft, anders een genummerde lijst.',
        ),
        when: { answer: ['choice'] },
        needed: { answer: ['choice'] },
      }),
    ),
  save: z
    .string()
    .max(80)
    .default('')
    .meta(as({ title: words('Keep at the contact as', 'Bewaren bij het contact als'), pick: 'contactProperty' })),
  minutes: z
    .number()
    .min(0)
    .max(MONTH_MINUTES)
    .default(0)
    .meta(
      as({
        title: words('Minutes to wait for an answer', 'Minuten wachten op een antwoord'),
        description: words('0: as long as the bot waits elsewhere.', '0: zo lang als de bot elders wacht.'),
        advanced: true,
      }),
    ),
});
const set = z.object({
  type: kind('set', 'Set a contact property', 'Contactgegeven vastleggen'),
  property: z
    .string()
    .min(1, 'Choose a property.')
    .max(80)
    .meta(as({ title: words('Property', 'Gegeven'), pick: 'contactProperty' })),
  value: said.meta(as({ title: words('Value', 'Waarde'), description: TEXT_HELP })),
});
const steps = (title: Text): z.ZodType<Step[], unknown> =>
  z
    .lazy(() => z.array(step).max(100))
    .default([])
    .meta(as({ title, widget: 'steps' }));
const branch = z.object({
  type: kind('branch', 'If … then', 'Als … dan'),
  on: z
    .enum(['answer', 'property', 'available', 'open'])
    .default('answer')
    .meta(
      as({
        title: words('Decide by', 'Beslissen op'),
        labels: {
          answer: words('An answer', 'Een antwoord'),
          property: words('A contact property', 'Een contactgegeven'),
          available: words('Whether somebody is available', 'Of er iemand beschikbaar is'),
          open: words('Whether the inbox works now', 'Of de inbox nu werkt'),
        },
      }),
    ),
  question: z
    .string()
    .max(40)
    .default('')
    .meta(
      as({
        title: words('Name of the answer', 'Naam van het antwoord'),
        pick: 'stepName',
        when: { on: ['answer'] },
        needed: { on: ['answer'] },
      }),
    ),
  property: z
    .string()
    .max(80)
    .default('')
    .meta(
      as({
        title: words('Property', 'Gegeven'),
        pick: 'contactProperty',
        when: { on: ['property'] },
        needed: { on: ['property'] },
      }),
    ),
  test: z
    .enum(['filled', 'equals', 'contains', 'more', 'less'])
    .default('equals')
    .meta(
      as({
        title: words('Condition', 'Voorwaarde'),
        labels: {
          filled: words('is filled in', 'is ingevuld'),
          equals: words('is', 'is'),
          contains: words('contains', 'bevat'),
          more: words('is more than', 'is meer dan'),
          less: words('is less than', 'is minder dan'),
        },
        when: { on: ['answer', 'property'] },
      }),
    ),
  value: z
    .string()
    .max(200)
    .default('')
    .meta(
      as({
        title: words('Compared with', 'Vergeleken met'),
        when: { on: ['answer', 'property'], test: ['equals', 'contains', 'more', 'less'] },
      }),
    ),
  then: steps(words('Then', 'Dan')),
  otherwise: steps(words('Otherwise', 'Anders')),
});
const ticket = z.object({
  type: kind('ticket', 'Create a ticket', 'Ticket maken'),
  title: said.max(200).meta(as({ title: words('Title', 'Titel'), description: TEXT_HELP })),
  body: maybe.meta(as({ title: words('Description', 'Beschrijving'), multiline: true })),
  priority: z
    .enum(['LOW', 'MEDIUM', 'HIGH', 'URGENT'])
    .default('MEDIUM')
    .meta(
      as({
        title: words('Priority', 'Prioriteit'),
        labels: {
          LOW: words('Low', 'Laag'),
          MEDIUM: words('Medium', 'Gemiddeld'),
          HIGH: words('High', 'Hoog'),
          URGENT: words('Urgent', 'Dringend'),
        },
      }),
    ),
  stage: z
    .string()
    .max(80)
    .default('')
    .meta(as({ title: words('Stage', 'Fase'), pick: 'ticketStage', advanced: true })),
});
const meeting = z.object({
  type: kind('meeting', 'Offer a meeting', 'Afspraak aanbieden'),
  text: said.meta(as({ title: words('Text', 'Tekst'), multiline: true })),
  url: httpUrl.meta(as({ title: words('Address of the calendar', 'Adres van de agenda') })),
});
const onFailure = z
  .enum(['handover', 'continue'])
  .default('handover')
  .meta(
    as({
      title: words('If it fails', 'Als het mislukt'),
      labels: {
        handover: words('Hand over to people', 'Overdragen aan mensen'),
        continue: words('Go on; its name then says “failed”', 'Doorgaan; de naam zegt dan “failed”'),
      },
    }),
  );
const webhook = z.object({
  type: kind('webhook', 'Call a webhook', 'Webhook aanroepen'),
  name: name.meta(as({ title: words('Name of what it answers', 'Naam van wat het antwoordt') })),
  url: httpUrl.meta(as({ title: words('Address', 'Adres') })),
  seconds: z
    .number()
    .int()
    .min(1)
    .max(30)
    .default(10)
    .meta(as({ title: words('Seconds to wait', 'Seconden wachten'), advanced: true })),
  onFailure,
});
const action = z.object({
  type: kind('action', 'Let another plugin act', 'Andere plugin laten werken'),
  name: name.meta(as({ title: words('Name of what it answers', 'Naam van wat het antwoordt') })),
  action: z
    .string()
    .min(1, 'Choose an action.')
    .max(200)
    .meta(as({ title: words('Action', 'Actie'), pick: 'pluginAction' })),
  input: maybe.meta(
    as({
      title: words('What it is given', 'Wat het meekrijgt'),
      description: words('One on each line, as “name = value”.', 'Eén per regel, als “naam = waarde”.'),
      multiline: true,
    }),
  ),
  onFailure,
});
const pause = z.object({
  type: kind('pause', 'Wait', 'Wachten'),
  minutes: z
    .number()
    .min(0.1)
    .max(MONTH_MINUTES)
    .default(5)
    .meta(as({ title: words('Minutes', 'Minuten') })),
});
const goto = z.object({
  type: kind('goto', 'Go to another step', 'Naar een andere stap'),
  step: z
    .string()
    .min(1, 'Choose a step.')
    .max(40)
    .meta(as({ title: words('Step', 'Stap'), pick: 'stepName' })),
});
const handover = z.object({
  type: kind('handover', 'Hand over', 'Overdragen'),
  to: z
    .enum(['anyone', 'person', 'team'])
    .default('anyone')
    .meta(
      as({
        title: words('To', 'Aan'),
        labels: {
          anyone: words('Whoever the inbox says', 'Wie de inbox aanwijst'),
          person: words('A person', 'Een persoon'),
          team: words('A team', 'Een team'),
        },
      }),
    ),
  person: z
    .string()
    .max(80)
    .default('')
    .meta(as({ title: words('Person', 'Persoon'), pick: 'agent', when: { to: ['person'] }, needed: { to: ['person'] } })),
  team: z
    .string()
    .max(80)
    .default('')
    .meta(as({ title: words('Team', 'Team'), pick: 'team', when: { to: ['team'] }, needed: { to: ['team'] } })),
  text: maybe.meta(as({ title: words('What is said first', 'Wat eerst wordt gezegd'), multiline: true })),
});
const close = z.object({
  type: kind('close', 'Close', 'Sluiten'),
  text: maybe.meta(as({ title: words('What is said first', 'Wat eerst wordt gezegd'), multiline: true })),
});

const step: z.ZodType<Step, unknown> = z.discriminatedUnion('type', [
  message,
  question,
  set,
  branch,
  ticket,
  meeting,
  webhook,
  action,
  pause,
  goto,
  handover,
  close,
]) as never;

/** The flow as a setting. */
export const flow = z
  .array(step)
  .min(1, 'A bot has at least one step.')
  .max(100)
  .meta(as({ title: words('Steps', 'Stappen'), widget: 'steps' }));

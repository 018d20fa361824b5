import type { Context, Responder, SettingChoices } from '../index.js';
import { ask, failureOf, type Check, within } from './checks.js';
import { SimulatedHost } from './simulated-host.js';

/** Somebody waits for the list, and the host no longer than this. */
const PATIENCE_MS = 25_000;

interface Schema {
  properties?: Record<string, Schema>;
  items?: Schema;
  oneOf?: Schema[];
  anyOf?: Schema[];
  $defs?: Record<string, Schema>;
  choicesFrom?: unknown;
}

/** Each list that a setting is chosen out of is there, and a form that is still empty gets an answer or words, never a crash. */
export const choicesAnswer: Check = async ({ channel }) => {
  const responder = channel as unknown as Responder;
  const lists = responder.settingChoices ?? {};
  const wanted = namedIn(responder.settings.toJSONSchema({ io: 'input', unrepresentable: 'any' }) as Schema);
  for (const name of wanted) ask(Object.hasOwn(lists, name), `A setting is chosen from “${name}”, which settingChoices has not.`);
  for (const name of Object.keys(lists)) ask(wanted.has(name), `No setting is chosen from “${name}”, which settingChoices has.`);
  for (const [name, list] of Object.entries(lists)) {
    const context = new SimulatedHost('rsp_1').context(startOf(responder)) as unknown as Context<never>;
    let answer: SettingChoices | undefined;
    await failureOf(
      within(
        PATIENCE_MS,
        `The list “${name}”`,
        Promise.resolve().then(async () => void (answer = await list(context))),
      ),
    );
    if (answer) checkList(name, answer);
  }
  return Object.keys(lists).length === 0 ? 'no setting is chosen from a list' : `${Object.keys(lists).length} lists`;
};

/** What an empty form has: the defaults of those that have one. */
function startOf({ settings }: Responder): Record<string, unknown> {
  const fields = Object.entries(settings.shape).map(([name, field]) => [name, field.safeParse(undefined)] as const);
  return Object.fromEntries(fields.flatMap(([name, parsed]) => (parsed.success ? [[name, parsed.data]] : [])));
}

function checkList(name: string, { choices }: SettingChoices): void {
  ask(Array.isArray(choices), `The list “${name}” has no choices.`);
  ask(choices.length <= 5000, `The list “${name}” has ${choices.length} choices; 5,000 are taken.`);
  for (const { value, label } of choices)
    ask(
      typeof value === 'string' && value && typeof label === 'string' && label,
      `A choice of “${name}” has no value or no label.`,
    );
  ask(new Set(choices.map(({ value }) => value)).size === choices.length, `Two choices of “${name}” have the same value.`);
}

/** The names of lists, however deep they stand. */
function namedIn(schema: Schema): Set<string> {
  const { properties, items, oneOf = [], anyOf = [], $defs, choicesFrom } = schema;
  const inside = [
    ...Object.values(properties ?? {}),
    ...(items ? [items] : []),
    ...oneOf,
    ...anyOf,
    ...Object.values($defs ?? {}),
  ];
  return new Set([...(typeof choicesFrom === 'string' ? [choicesFrom] : []), ...inside.flatMap((one) => [...namedIn(one)])]);
}

/** A flow as it is walked: each step with where it goes on, and what is wrong with it. */
import type { Step } from './steps.js';

/** `then` and `otherwise` are those of a branch; null is the end of the flow. */
export interface Node {
  id: string;
  path: (string | number)[];
  step: Step;
  next: string | null;
  then?: string | null;
  otherwise?: string | null;
}
export interface Program {
  start: string | null;
  nodes: ReadonlyMap<string, Node>;
}
/** What is wrong, and where in the settings. */
export interface Flaw {
  path: (string | number)[];
  message: string;
}

const idOf = (path: readonly (string | number)[]): string => path.join('.');

/** Where a step goes on is known once what comes after it is. */
export function compile(steps: readonly Step[]): Program {
  const nodes = new Map<string, Node>();
  const names = namesIn(steps);
  const list = (of: readonly Step[], path: (string | number)[], after: string | null): string | null => {
    of.forEach((step, index) => {
      const at = [...path, index];
      const next = index + 1 < of.length ? idOf([...path, index + 1]) : after;
      const node: Node = { id: idOf(at), path: at, step, next };
      nodes.set(node.id, node);
      if (step.type === 'goto') node.next = names.get(step.step) ?? null;
      if (step.type !== 'branch') return;
      node.then = list(step.then, [...at, 'then'], next);
      node.otherwise = list(step.otherwise, [...at, 'otherwise'], next);
    });
    return of.length > 0 ? idOf([...path, 0]) : after;
  };
  return { start: list(steps, [], null), nodes };
}

/** Steps that are cited by a name: questions, and what is called. The first of a name counts. */
export function namesIn(steps: readonly Step[], path: (string | number)[] = []): Map<string, string> {
  const names = new Map<string, string>();
  const keep = (name: string, id: string) => names.has(name) || names.set(name, id);
  steps.forEach((step, index) => {
    const at = [...path, index];
    if ('name' in step) keep(step.name, idOf(at));
    if (step.type !== 'branch') return;
    for (const arm of ['then', 'otherwise'] as const) for (const [name, id] of namesIn(step[arm], [...at, arm])) keep(name, id);
  });
  return names;
}

/** All steps, outer ones first. */
export function* walk(
  steps: readonly Step[],
  path: (string | number)[] = [],
): Generator<{ step: Step; path: (string | number)[] }> {
  for (const [index, step] of steps.entries()) {
    const at = [...path, index];
    yield { step, path: at };
    if (step.type !== 'branch') continue;
    yield* walk(step.then, [...at, 'then']);
    yield* walk(step.otherwise, [...at, 'otherwise']);
  }
}

const MAX_STEPS = 200;

/** Unknown targets, steps that nothing leads to, and rounds in which nobody is waited for. */
export function flawsOf(steps: readonly Step[]): Flaw[] {
  const all = [...walk(steps)];
  if (all.length > MAX_STEPS) return [{ path: [], message: `A bot has at most ${MAX_STEPS} steps; these are ${all.length}.` }];
  const program = compile(steps);
  return [...doubleNames(all), ...unknownTargets(all), ...missing(all), ...unreachable(program), ...endless(program)];
}

type Placed = { step: Step; path: (string | number)[] };

function doubleNames(all: readonly Placed[]): Flaw[] {
  const seen = new Set<string>();
  return all.flatMap(({ step, path }) => {
    if (!('name' in step)) return [];
    if (!seen.has(step.name)) {
      seen.add(step.name);
      return [];
    }
    return [{ path: [...path, 'name'], message: `Another step is called “${step.name}” already.` }];
  });
}

function unknownTargets(all: readonly Placed[]): Flaw[] {
  const names = new Set(all.flatMap(({ step }) => ('name' in step ? [step.name] : [])));
  return all.flatMap(({ step, path }) => {
    if (step.type === 'goto' && !names.has(step.step))
      return [{ path: [...path, 'step'], message: `There is no step “${step.step}” to go to.` }];
    if (step.type === 'branch' && step.on === 'answer' && !names.has(step.question))
      return [
        { path: [...path, 'question'], message: step.question ? `Nothing is called “${step.question}”.` : 'Choose an answer.' },
      ];
    return [];
  });
}

/** What is asked for only under some condition, and so has an empty default. */
function missing(all: readonly Placed[]): Flaw[] {
  return all.flatMap(({ step, path }): Flaw[] => {
    const flaw = (field: string, message: string) => [{ path: [...path, field], message }];
    if (step.type === 'question' && step.answer === 'choice') {
      if (step.options.length < 2) return flaw('options', 'Give at least two choices.');
      if (new Set(step.options.map((option) => option.toLowerCase())).size < step.options.length)
        return flaw('options', 'Each choice is there once.');
    }
    if (step.type === 'branch' && step.on === 'property' && !step.property) return flaw('property', 'Choose a property.');
    if (
      step.type === 'branch' &&
      (step.on === 'answer' || step.on === 'property') &&
      step.test !== 'filled' &&
      step.value.trim() === ''
    )
      return flaw('value', 'Say what it is compared with.');
    if (step.type === 'handover' && step.to === 'person' && !step.person) return flaw('person', 'Choose a person.');
    if (step.type === 'handover' && step.to === 'team' && !step.team) return flaw('team', 'Choose a team.');
    return [];
  });
}

/** Where a walk may go on from a step. */
export function nextOf({ step, next, then, otherwise }: Node): (string | null)[] {
  if (step.type === 'handover' || step.type === 'close') return [];
  return step.type === 'branch' ? [then ?? null, otherwise ?? null] : [next];
}

function unreachable({ start, nodes }: Program): Flaw[] {
  const seen = new Set<string>();
  const open = start === null ? [] : [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = nodes.get(id);
    if (!node || seen.has(id)) continue;
    seen.add(id);
    open.push(...nextOf(node).filter((next) => next !== null));
  }
  return [...nodes.values()]
    .filter(({ id }) => !seen.has(id))
    .map(({ path }) => ({
      path: [...path, 'type'],
      message: 'Nothing leads to this step: what is before it always ends or goes elsewhere.',
    }));
}

const waits = ({ step }: Node): boolean => step.type === 'question' || step.type === 'pause';

/** A round without a question or a pause would never end. */
function endless({ nodes }: Program): Flaw[] {
  const state = new Map<string, 'open' | 'done'>();
  const flaws: Flaw[] = [];
  const visit = (id: string): void => {
    const node = nodes.get(id);
    if (!node || state.has(id)) return;
    state.set(id, 'open');
    for (const next of waits(node) ? [] : nextOf(node)) {
      if (next === null) continue;
      if (state.get(next) === 'open')
        flaws.push({ path: [...node.path, 'type'], message: 'This goes round without ever waiting for somebody.' });
      else visit(next);
    }
    state.set(id, 'done');
  };
  for (const id of nodes.keys()) visit(id);
  return flaws;
}

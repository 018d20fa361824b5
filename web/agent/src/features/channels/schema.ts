/** A part of a JSON Schema, with our own words (ux 4.7). */
export interface Schema {
  type?: string | string[];
  title?: unknown;
  description?: unknown;
  default?: unknown;
  enum?: unknown[];
  format?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  const?: unknown;
  pattern?: string;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  oneOf?: Schema[];
  anyOf?: Schema[];
  $ref?: string;
  $defs?: Record<string, Schema>;
  [extra: `x-${string}`]: unknown;
}
export type Kind =
  | 'text'
  | 'copy'
  | 'secret'
  | 'long'
  | 'number'
  | 'boolean'
  | 'choice'
  | 'tags'
  | 'lines'
  | 'group'
  | 'items'
  | 'steps'
  | 'pick'
  | 'chosen'
  | 'preview';
/** One value of a choice, with what it is called. */
export interface Option {
  value: string;
  label: string;
}
/** One type of the things in a list, with the form of each. `marks`: what says that a thing is of it. */
export interface Variant {
  key: string;
  title: string;
  help: string | null;
  marks: Values;
  fields: Field[];
}
/** One thing to fill in, as the form draws it. */
export interface Field {
  name: string;
  kind: Kind;
  title: string;
  help: string | null;
  placeholder: string | null;
  required: boolean;
  /** Required only then, where it depends. */
  needed: When | null;
  /** Asked for only then. */
  when: When | null;
  advanced: boolean;
  options: Option[];
  /** Where more is told. */
  link: string | null;
  schema: Schema;
  fields: Field[];
  /** Of a list of things: what can be in it, what one is called, and which of its settings names it. */
  variants: Variant[];
  itemTitle: string;
  itemName: string | null;
}
export type Values = Record<string, unknown>;
/** Holds when each of the settings that it names has one of the values. */
export type When = Record<string, unknown[]>;

/** A text that may be said in several languages. */
export function wordsOf(text: unknown, language: string): string | null {
  if (typeof text === 'string') return text || null;
  if (typeof text !== 'object' || text === null) return null;
  const said = text as Record<string, unknown>;
  const best = said[language] ?? said['en'] ?? Object.values(said)[0];
  return typeof best === 'string' ? best : null;
}

const spaced = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, (_all, a: string, b: string) => `${a} ${b.toLowerCase()}`)
    .replace(/^./, (letter) => letter.toUpperCase());

const isThing = (schema: Schema | undefined): boolean =>
  schema !== undefined && (schema.properties !== undefined || (schema.oneOf ?? schema.anyOf) !== undefined);

function kindOf(schema: Schema): Kind {
  const type = Array.isArray(schema.type) ? schema.type.find((one) => one !== 'null') : schema.type;
  if (schema['x-copy']) return 'copy';
  if (schema['x-preview']) return 'preview';
  if (schema['x-widget'] === 'steps') return 'steps';
  if (schema['x-pick']) return 'pick';
  if (schema['x-choicesFrom']) return 'chosen';
  if (schema['x-secret'] || schema.format === 'password') return 'secret';
  if (schema.enum) return 'choice';
  if (type === 'boolean') return 'boolean';
  if (type === 'number' || type === 'integer') return 'number';
  if (type === 'array') return isThing(schema.items) ? 'items' : schema['x-multiline'] ? 'lines' : 'tags';
  if (type === 'object') return 'group';
  return schema['x-multiline'] || schema.format === 'textarea' || schema.format === 'code' ? 'long' : 'text';
}

const orderOf = (schema: Schema, position: number): number =>
  typeof schema['x-order'] === 'number' ? schema['x-order'] : 1000 + position;

/** The values of a choice; one that the plugin has no words for is shown as it is. */
function optionsOf(schema: Schema, language: string): Option[] {
  const labels = (schema['x-labels'] ?? {}) as Record<string, unknown>;
  return (schema.enum ?? []).map(String).map((value) => ({ value, label: wordsOf(labels[value], language) ?? value }));
}

const whenOf = (condition: unknown): When | null =>
  typeof condition === 'object' && condition !== null ? (condition as When) : null;

const holds = (when: When | null, values: Values): boolean =>
  Object.entries(when ?? {}).every(([name, wanted]) => wanted.includes(values[name]));

/** The fields that are asked for while the form has these values, each required where it is now. */
export function shownFields(fields: readonly Field[], values: Values): Field[] {
  return fields
    .filter(({ when }) => holds(when, values))
    .map((field) => (field.needed ? { ...field, required: holds(field.needed, values) } : field));
}

type Defs = Record<string, Schema>;

/** What a reference stands for; its own words come first. */
function resolved(schema: Schema, defs: Defs): Schema {
  const name = schema.$ref?.replace('#/$defs/', '');
  return name ? { ...resolved(defs[name] ?? {}, defs), ...schema } : schema;
}

/** Steps hold steps: what can be in them is looked at when it is asked for, and once. */
const known = new WeakMap<Schema, Map<string, Variant[]>>();
function stepsOf(schema: Schema, language: string, defs: Defs): Variant[] {
  const items = schema.items ?? {};
  const step = defs[items.$ref?.replace('#/$defs/', '') ?? ''] ?? items;
  const byLanguage = known.get(step) ?? new Map<string, Variant[]>();
  known.set(step, byLanguage);
  const before = byLanguage.get(language);
  if (before) return before;
  const variants = variantsOf({ items: resolved(items, defs) }, language, defs).map((variant, index) => {
    const mark = (step.oneOf ?? [])[index]?.properties ?? {};
    const title = Object.values(mark).find((one) => one.const !== undefined)?.title;
    return { ...variant, title: wordsOf(title, language) ?? variant.title };
  });
  byLanguage.set(language, variants);
  return variants;
}

/** The types of things that a list may hold; those of a union differ in what their constants say. */
function variantsOf(schema: Schema, language: string, defs: Defs): Variant[] {
  const things = schema.items?.oneOf ?? schema.items?.anyOf ?? (schema.items ? [schema.items] : []);
  return things.map((thing, index) => {
    const constants = Object.entries(thing.properties ?? {}).filter(([, one]) => one.const !== undefined);
    const marks = Object.fromEntries(constants.map(([name, one]) => [name, one.const]));
    const key = Object.values(marks).map(String).join(' ') || String(index);
    const asked = Object.entries(thing.properties ?? {}).filter(([name]) => !(name in marks));
    const fields = fieldsOf({ ...thing, properties: Object.fromEntries(asked) }, language, defs);
    return {
      key,
      title: wordsOf(thing.title, language) ?? spaced(key),
      help: wordsOf(thing.description, language),
      marks,
      fields,
    };
  });
}

/** Of which type a thing is; null for one that this form does not know: it is shown by its name only, and kept. */
export const variantOf = (field: Field, thing: Values): Variant | null =>
  field.variants.find(({ marks }) => Object.entries(marks).every(([name, value]) => thing[name] === value)) ?? null;

/** What a new thing starts with. */
export const newThing = (variant: Variant): Values => ({ ...startValues(variant.fields, {}), ...variant.marks });

/** The things of a list, whatever stands there. */
export const thingsOf = (value: unknown): Values[] =>
  Array.isArray(value) ? value.filter((one): one is Values => typeof one === 'object' && one !== null) : [];

function itemWords(schema: Schema, language: string, defs: Defs): Pick<Field, 'variants' | 'itemTitle' | 'itemName'> {
  const said = (schema['x-item'] ?? {}) as { title?: unknown; name?: unknown };
  const kind = kindOf(schema);
  return {
    get variants() {
      return kind === 'steps' ? stepsOf(schema, language, defs) : kind === 'items' ? variantsOf(schema, language, defs) : [];
    },
    itemTitle: wordsOf(said.title, language) ?? '',
    itemName: typeof said.name === 'string' ? said.name : null,
  };
}

/** What a form for this schema asks, in order and in the language. */
export function fieldsOf(schema: Schema, language: string, defs: Defs = schema.$defs ?? {}): Field[] {
  const entries = Object.entries(schema.properties ?? {});
  const sorted = entries
    .map(([name, given], position) => ({ name, one: resolved(given, defs), order: orderOf(given, position) }))
    .sort((a, b) => a.order - b.order);
  return sorted.map(({ name, one }) => {
    const field = {
      name,
      kind: kindOf(one),
      title: wordsOf(one.title, language) ?? spaced(name),
      help: wordsOf(one.description, language),
      placeholder: wordsOf(one['x-placeholder'], language),
      required: one['x-needed'] === true || ((schema.required ?? []).includes(name) && one.default === undefined),
      needed: whenOf(one['x-needed']),
      when: whenOf(one['x-when']),
      advanced: one['x-advanced'] === true,
      options: optionsOf(one, language),
      link: typeof one['x-link'] === 'string' && one['x-link'].startsWith('https:') ? one['x-link'] : null,
      schema: one,
      fields: kindOf(one) === 'group' ? fieldsOf(one, language, defs) : [],
    };
    // Not spread: what can be in a list of steps is looked at only when it is asked for.
    return Object.defineProperties(field, Object.getOwnPropertyDescriptors(itemWords(one, language, defs))) as Field;
  });
}

/** What a form starts with: what is set, else the defaults. */
export function startValues(fields: readonly Field[], set: Values): Values {
  const values: Values = {};
  for (const field of fields) {
    if (field.kind === 'group') values[field.name] = startValues(field.fields, (set[field.name] ?? {}) as Values);
    else if (isList(field)) values[field.name] = startThings(field, set[field.name] ?? field.schema.default);
    else if (set[field.name] !== undefined) values[field.name] = set[field.name];
    else if (field.schema.default !== undefined) values[field.name] = field.schema.default;
    else if (field.kind === 'boolean') values[field.name] = false;
  }
  return values;
}

const startThings = (field: Field, set: unknown): Values[] =>
  thingsOf(set).map((thing) => {
    const variant = variantOf(field, thing);
    return variant ? { ...thing, ...startValues(variant.fields, thing) } : thing;
  });

export type Flaw = 'required' | 'number' | 'range' | 'format' | 'few' | 'many';

function countFlaw({ schema: { minItems = 0, maxItems = Infinity } }: Field, count: number): Flaw | null {
  if (count < minItems) return 'few';
  return count > maxItems ? 'many' : null;
}

/** Whether all that is asked for is filled in as it must be, also inside groups and lists. */
export function isComplete(fields: readonly Field[], values: Values, secretsSet: readonly string[], path = ''): boolean {
  return shownFields(fields, values).every((field) => {
    const value = values[field.name];
    const place = path + field.name;
    if (field.kind === 'group') return isComplete(field.fields, (value ?? {}) as Values, secretsSet, `${place}.`);
    if (flawOf(field, value, secretsSet.includes(place)) !== null) return false;
    return !isList(field) || thingsOf(value).every((thing) => isComplete(variantOf(field, thing)?.fields ?? [], thing, []));
  });
}

/** What is wrong with a value, before the server is asked; a secret that is set already may stay empty. */
export function flawOf(field: Field, value: unknown, isSet: boolean): Flaw | null {
  if (isList(field)) return countFlaw(field, thingsOf(value).length);
  const empty = value === undefined || value === null || value === '';
  if (empty) return field.required && !isSet ? 'required' : null;
  if (field.kind === 'number') {
    if (typeof value !== 'number' || Number.isNaN(value)) return 'number';
    const { minimum = -Infinity, maximum = Infinity } = field.schema;
    return value < minimum || value > maximum ? 'range' : null;
  }
  if (field.schema.pattern && typeof value === 'string' && !new RegExp(field.schema.pattern, 'u').test(value)) return 'format';
  if (field.schema.format === 'email' && !/^[^\s@]+@[^\s@]+$/u.test(String(value))) return 'format';
  return null;
}

/** Whether it holds things, each with a form of its own. */
export const isList = ({ kind }: Field): boolean => kind === 'items' || kind === 'steps';

/** What is sent: empty optional texts, untouched secrets and what is not asked for are left out. */
export function toSend(fields: readonly Field[], values: Values): Values {
  const sent: Values = {};
  for (const field of shownFields(fields, values)) {
    const value = values[field.name];
    if (field.kind === 'group') sent[field.name] = toSend(field.fields, (value ?? {}) as Values);
    else if (isList(field)) sent[field.name] = thingsOf(value).map((thing) => sentThing(field, thing));
    else if (field.kind === 'lines') sent[field.name] = linesOf(value);
    else if (
      field.kind === 'copy' ||
      field.kind === 'preview' ||
      value === undefined ||
      (value === '' && (field.kind === 'secret' || !field.required))
    )
      continue;
    else sent[field.name] = value;
  }
  return sent;
}

function sentThing(field: Field, thing: Values): Values {
  const variant = variantOf(field, thing);
  return variant ? { ...variant.marks, ...toSend(variant.fields, thing) } : thing;
}

const linesOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value.map((line) => String(line).trim()).filter((line) => line !== '') : [];

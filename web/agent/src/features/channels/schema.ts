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
  pattern?: string;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  [extra: `x-${string}`]: unknown;
}
export type Kind = 'text' | 'secret' | 'long' | 'number' | 'boolean' | 'choice' | 'tags' | 'group';
/** One value of a choice, with what it is called. */
export interface Option {
  value: string;
  label: string;
}
/** One thing to fill in, as the form draws it. */
export interface Field {
  name: string;
  kind: Kind;
  title: string;
  help: string | null;
  placeholder: string | null;
  required: boolean;
  advanced: boolean;
  options: Option[];
  schema: Schema;
  fields: Field[];
}
export type Values = Record<string, unknown>;

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

function kindOf(schema: Schema): Kind {
  const type = Array.isArray(schema.type) ? schema.type.find((one) => one !== 'null') : schema.type;
  if (schema['x-secret'] || schema.format === 'password') return 'secret';
  if (schema.enum) return 'choice';
  if (type === 'boolean') return 'boolean';
  if (type === 'number' || type === 'integer') return 'number';
  if (type === 'array') return 'tags';
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

/** What a form for this schema asks, in order and in the language. */
export function fieldsOf(schema: Schema, language: string): Field[] {
  const entries = Object.entries(schema.properties ?? {});
  const sorted = entries
    .map(([name, one], position) => ({ name, one, order: orderOf(one, position) }))
    .sort((a, b) => a.order - b.order);
  return sorted.map(({ name, one }) => ({
    name,
    kind: kindOf(one),
    title: wordsOf(one.title, language) ?? spaced(name),
    help: wordsOf(one.description, language),
    placeholder: wordsOf(one['x-placeholder'], language),
    required: (schema.required ?? []).includes(name) && one.default === undefined,
    advanced: one['x-advanced'] === true,
    options: optionsOf(one, language),
    schema: one,
    fields: kindOf(one) === 'group' ? fieldsOf(one, language) : [],
  }));
}

/** What a form starts with: what is set, else the defaults. */
export function startValues(fields: readonly Field[], set: Values): Values {
  const values: Values = {};
  for (const field of fields) {
    if (field.kind === 'group') values[field.name] = startValues(field.fields, (set[field.name] ?? {}) as Values);
    else if (set[field.name] !== undefined) values[field.name] = set[field.name];
    else if (field.schema.default !== undefined) values[field.name] = field.schema.default;
    else if (field.kind === 'boolean') values[field.name] = false;
  }
  return values;
}

export type Flaw = 'required' | 'number' | 'range' | 'format';

/** What is wrong with a value, before the server is asked; a secret that is set already may stay empty. */
export function flawOf(field: Field, value: unknown, isSet: boolean): Flaw | null {
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

/** What is sent: empty optional texts and untouched secrets are left out. */
export function toSend(fields: readonly Field[], values: Values): Values {
  const sent: Values = {};
  for (const field of fields) {
    const value = values[field.name];
    if (field.kind === 'group') sent[field.name] = toSend(field.fields, (value ?? {}) as Values);
    else if (value === undefined || (value === '' && (field.kind === 'secret' || !field.required))) continue;
    else sent[field.name] = value;
  }
  return sent;
}

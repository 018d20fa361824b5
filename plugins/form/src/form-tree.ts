import type { Settings } from './settings.js';
import { named, type NamedField } from './settings-fields.js';
import { paragraphs, type Tree } from './tree.js';
import { TEXTS, type Words } from './words.js';
import { ACCEPT } from './files.js';

/** What stands in the form already, and what is wrong with it. */
export interface Filled {
  values: Readonly<Record<string, readonly string[]>>;
  errors: Readonly<Record<string, string>>;
  message: string;
}
export const EMPTY: Filled = { values: {}, errors: {}, message: '' };

/** The input that no person sees; what fills it in is a machine. */
export const HONEYPOT = 'website_address';

interface FormOptions {
  action: string;
  token: string;
  filled?: Filled;
}

/** The whole form (S22): each field with its label, help and place for what is wrong. */
export function formTree(settings: Settings, { action, token, filled = EMPTY }: FormOptions): Tree {
  const texts = TEXTS[settings.language];
  const attributes = { method: 'post', action, enctype: 'multipart/form-data', novalidate: '', 'accept-charset': 'utf-8' };
  return [
    'div',
    { class: 'form', lang: settings.language, 'data-theme': settings.theme },
    [
      'form',
      attributes,
      ['h2', {}, settings.name],
      ...paragraphs(settings.intro),
      ['p', { class: 'status', role: 'alert' }, filled.message],
      ...named(settings.fields).map((field) => fieldTree(field, texts, filled)),
      [
        'div',
        { class: 'away', 'aria-hidden': 'true' },
        ['label', {}, texts.leaveEmpty, input({ name: HONEYPOT, type: 'text', tabindex: '-1', autocomplete: 'off' })],
      ],
      input({ type: 'hidden', name: '_token', value: token }),
      input({ type: 'hidden', name: '_proof', value: '' }),
      ['button', { type: 'submit' }, settings.button || texts.send],
    ],
  ];
}

/** What is there in its place once it was sent. */
export function thanksTree(settings: Settings): Tree {
  const said = settings.thanks || TEXTS[settings.language].thanks;
  return [
    'div',
    { class: 'form', lang: settings.language, 'data-theme': settings.theme },
    ['div', { class: 'thanks', role: 'status', tabindex: '-1' }, ...paragraphs(said)],
  ];
}

const input = (attributes: Record<string, string>): Tree => ['input', attributes];

function fieldTree(field: NamedField, texts: Words, { values, errors }: Filled): Tree {
  const id = `f-${field.name}`;
  const error = errors[field.name] ?? '';
  const described = [field.help && `${id}-help`, `${id}-error`].filter(Boolean).join(' ');
  const shared: Record<string, string> = { 'aria-describedby': described, ...(error ? { 'aria-invalid': 'true' } : {}) };
  const value = values[field.name] ?? [];
  const around: Tree[] = [];
  if (field.help) around.push(['p', { class: 'help', id: `${id}-help` }, field.help]);
  const wrong: Tree = ['p', { class: 'error', id: `${id}-error`, 'data-error': field.name }, error];
  const must = field.type === 'consent' || field.required;
  const label: (string | Tree)[] = must ? [field.label] : [field.label, ' ', ['small', {}, texts.optional]];
  const needed: Record<string, string> = must ? { 'aria-required': 'true' } : {};
  if (field.type === 'checkbox' || field.type === 'consent') {
    const on: Record<string, string> = value.length > 0 ? { checked: '' } : {};
    const box = input({ id, type: 'checkbox', name: field.name, value: 'yes', ...on, ...shared, ...needed });
    return ['div', { class: 'field' }, ['div', { class: 'tick' }, box, ['label', { for: id }, ...label]], ...around, wrong];
  }
  if (field.type === 'choice' && (field.several || field.options.length <= 5)) {
    const ticks = field.options.map((option, at): Tree => {
      const type = field.several ? 'checkbox' : 'radio';
      const on: Record<string, string> = value.includes(option) ? { checked: '' } : {};
      return [
        'div',
        { class: 'tick' },
        input({ id: `${id}-${at}`, type, name: field.name, value: option, ...on }),
        ['label', { for: `${id}-${at}` }, option],
      ];
    });
    return ['fieldset', { class: 'field', 'aria-describedby': described }, ['legend', {}, ...label], ...around, ...ticks, wrong];
  }
  return [
    'div',
    { class: 'field' },
    ['label', { for: id }, ...label],
    ...around,
    control(field, { id, name: field.name, ...shared, ...needed }, value, texts),
    wrong,
  ];
}

const TYPES = {
  text: { type: 'text', maxlength: '500' },
  email: { type: 'email', autocomplete: 'email', maxlength: '254' },
  phone: { type: 'tel', autocomplete: 'tel', maxlength: '40' },
};

function control(field: NamedField, attributes: Record<string, string>, value: readonly string[], texts: Words): Tree {
  switch (field.type) {
    case 'long':
      return ['textarea', { ...attributes, rows: '6', maxlength: '20000' }, value[0] ?? ''];
    case 'choice': {
      const options = field.options.map((one): Tree => [
        'option',
        { value: one, ...(value.includes(one) ? { selected: '' } : {}) },
        one,
      ]);
      return ['select', attributes, ['option', { value: '' }, texts.pick], ...options];
    }
    case 'file':
      return input({
        ...attributes,
        type: 'file',
        ...(field.count > 1 ? { multiple: '' } : {}),
        ...(ACCEPT[field.kinds] ? { accept: ACCEPT[field.kinds] } : {}),
      });
    case 'text':
    case 'email':
    case 'phone':
      return input({ ...attributes, ...TYPES[field.type], ...(value[0] ? { value: value[0] } : {}) });
    case 'checkbox':
    case 'consent':
      return input(attributes);
  }
}

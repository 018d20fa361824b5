import { describe, expect, it } from '@jest/globals';
import { fieldsOf, flawOf, shownFields, startValues, toSend, type Schema } from './schema.js';

const schema: Schema = {
  type: 'object',
  required: ['host', 'port', 'password'],
  properties: {
    password: { type: 'string', title: { en: 'Password', nl: 'Wachtwoord' }, 'x-secret': true, 'x-order': 3 },
    host: { type: 'string', title: { en: 'Server', nl: 'Server' }, description: { nl: 'Waar?' }, 'x-order': 1 },
    port: { type: 'integer', minimum: 1, maximum: 65535, default: 993, 'x-order': 2 },
    security: {
      type: 'string',
      enum: ['tls', 'starttls', 'none'],
      default: 'tls',
      'x-order': 4,
      'x-labels': { tls: { en: 'TLS (recommended)', nl: 'TLS (aanbevolen)' }, none: 'Plain' },
    },
    caFile: { type: 'string', 'x-advanced': true, 'x-multiline': true, 'x-order': 6 },
    allow: { type: 'boolean', 'x-advanced': true, 'x-order': 5 },
  },
};
const fields = fieldsOf(schema, 'nl');
const field = (name: string) => fields.find((one) => one.name === name)!;

describe('a form out of a JSON Schema', () => {
  it('asks in the order of the schema and in the language', () => {
    expect(fields.map((one) => [one.name, one.title, one.kind])).toEqual([
      ['host', 'Server', 'text'],
      ['port', 'Port', 'number'],
      ['password', 'Wachtwoord', 'secret'],
      ['security', 'Security', 'choice'],
      ['allow', 'Allow', 'boolean'],
      ['caFile', 'Ca file', 'long'],
    ]);
    expect(field('caFile').advanced).toBe(true);
    expect(field('host').help).toBe('Waar?');
  });

  it('names the values of a choice in the language, and one without words by itself', () => {
    expect(field('security').options).toEqual([
      { value: 'tls', label: 'TLS (aanbevolen)' },
      { value: 'starttls', label: 'starttls' },
      { value: 'none', label: 'Plain' },
    ]);
    const bare = fieldsOf({ properties: { mode: { enum: ['a', 1] } } }, 'nl');
    expect(bare[0]?.options).toEqual([
      { value: 'a', label: 'a' },
      { value: '1', label: '1' },
    ]);
  });

  it('starts with what is set, else with the defaults', () => {
    expect(startValues(fields, { host: 'mail.example' })).toEqual({
      host: 'mail.example',
      port: 993,
      security: 'tls',
      allow: false,
    });
  });

  it('says what is wrong before the server is asked', () => {
    expect(flawOf(field('host'), '', false)).toBe('required');
    expect(flawOf(field('password'), '', true)).toBeNull();
    expect(flawOf(field('port'), 70000, false)).toBe('range');
    expect(flawOf(field('port'), 'x', false)).toBe('number');
    expect(flawOf(field('port'), 993, false)).toBeNull();
  });

  it('leaves out what was left empty, so that a kept secret stays', () => {
    expect(toSend(fields, { host: 'a', port: 1, password: '', caFile: '', allow: false })).toEqual({
      host: 'a',
      port: 1,
      allow: false,
    });
  });

  it('asks only for what a choice needs, and sends nothing else', () => {
    const conditional = fieldsOf(
      {
        properties: {
          way: { enum: ['fetch', 'wait'], default: 'fetch' },
          host: { type: 'string', default: '', 'x-when': { way: ['fetch'] }, 'x-needed': true },
          password: { type: 'string', default: '', 'x-secret': true, 'x-needed': { way: ['fetch'] } },
        },
      },
      'en',
    );
    const asked = (way: string) => shownFields(conditional, { way }).map(({ name, required }) => [name, required]);
    expect(asked('fetch')).toEqual([
      ['way', false],
      ['host', true],
      ['password', true],
    ]);
    expect(asked('wait')).toEqual([
      ['way', false],
      ['password', false],
    ]);
    expect(toSend(conditional, { way: 'wait', host: 'old', password: 'p' })).toEqual({ way: 'wait', password: 'p' });
  });

  it('never sends what is only there to be copied', () => {
    const copied = fieldsOf({ properties: { back: { type: 'string', default: 'https://us/back', 'x-copy': true } } }, 'en');
    expect(copied[0]?.kind).toBe('copy');
    expect(toSend(copied, startValues(copied, {}))).toEqual({});
  });
});

import { describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { IntlProvider } from 'react-intl';
import first from '../../i18n/en.json' with { type: 'json' };
import part from '../../i18n/settings.en.json' with { type: 'json' };
import { fieldsOf, type Schema, type Values } from './schema.js';
import { SchemaForm } from './SchemaForm.js';

const schema: Schema = {
  required: ['host', 'password'],
  properties: {
    host: { type: 'string', title: 'Server', 'x-order': 1 },
    password: { type: 'string', title: 'Password', 'x-secret': true, 'x-order': 2 },
    port: { type: 'integer', title: 'Port', minimum: 1, maximum: 65535, default: 993, 'x-order': 3 },
    security: {
      type: 'string',
      title: 'Encryption',
      enum: ['tls', 'none'],
      'x-labels': { tls: { en: 'TLS (recommended)' }, none: { en: 'No encryption' } },
      'x-order': 3,
    },
    private: { type: 'boolean', title: 'Allow private servers', 'x-advanced': true, 'x-order': 4 },
  },
};

function show(errors: Record<string, string> = {}, strict = false) {
  let last: Values = {};
  function Form() {
    const [values, setValues] = useState<Values>({});
    last = values;
    return (
      <SchemaForm
        fields={fieldsOf(schema, 'en')}
        values={values}
        onChange={setValues}
        secretsSet={['password']}
        errors={errors}
        strict={strict}
      />
    );
  }
  cleanup();
  render(
    <IntlProvider locale="en" messages={{ ...first, ...part }}>
      <Form />
    </IntlProvider>,
  );
  return () => last;
}

describe('SchemaForm', () => {
  it('keeps numbers as numbers and switches as booleans', () => {
    const values = show();
    fireEvent.change(screen.getByLabelText('Port'), { target: { value: '143' } });
    fireEvent.click(screen.getByRole('switch', { name: 'Allow private servers' }));
    expect(values()).toEqual({ port: 143, private: true });
  });

  it('says of a secret that it is set, and does not ask for it again', () => {
    show({}, true);
    expect(screen.getByLabelText('Password').getAttribute('placeholder')).toContain('set');
    expect(screen.getByLabelText('Password').getAttribute('aria-invalid')).toBeNull();
    expect(screen.getByLabelText('Server').getAttribute('aria-invalid')).toBe('true');
  });

  it('offers the words of a choice and keeps its value', () => {
    const values = show();
    const choice = screen.getByRole('combobox', { name: /Encryption/ });
    expect([...choice.querySelectorAll('option')].map((option) => option.textContent)).toEqual([
      'TLS (recommended)',
      'No encryption',
    ]);
    fireEvent.change(choice, { target: { value: 'none' } });
    expect(values()).toEqual({ security: 'none' });
  });

  it("shows the server's words at the field", () => {
    show({ host: 'No such host.' });
    const field = screen.getByLabelText('Server');
    expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe('No such host.');
  });
});

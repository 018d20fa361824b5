import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { IntlProvider } from 'react-intl';
import { Provider, type Client } from 'urql';
import en from '../../i18n/en.json' with { type: 'json' };
import { AddressField } from './AddressField.js';

const person = (fullName: string, value: string) => ({ fullName, identities: [{ kind: 'email', value, verified: true }] });
const contacts = { nodes: [person('Anna de Vries', 'anna@cust.test'), person('Annabel', 'annabel@cust.test')] };
const client = { query: () => ({ toPromise: () => Promise.resolve({ data: { contacts } }) }) } as unknown as Client;

function show(start: string[] = [], known: ReadonlySet<string> | null = null) {
  const seen = { values: start, sent: [] as boolean[] };
  function Form() {
    const [values, setValues] = useState(start);
    seen.values = values;
    return (
      <AddressField
        label="To"
        kind="email"
        values={values}
        known={known}
        onChange={setValues}
        onSubmit={(thenClose) => seen.sent.push(thenClose)}
      />
    );
  }
  render(
    <IntlProvider locale="en" messages={en}>
      <Provider value={client}>
        <Form />
      </Provider>
    </IntlProvider>,
  );
  return seen;
}
const field = () => screen.getByRole('combobox', { name: 'To' });
const type = (value: string) => fireEvent.change(field(), { target: { value } });
const press = (key: string, more = {}) => fireEvent.keyDown(field(), { key, ...more });
afterEach(cleanup);

describe('AddressField', () => {
  it('takes an address with a comma, with Enter, with Tab and when it is left', () => {
    const seen = show();
    type('a@x.nl,');
    type('b@x.nl');
    press('Enter');
    type('c@x.nl');
    press('Tab');
    type('d@x.nl');
    fireEvent.blur(field());
    expect(seen.values).toEqual(['a@x.nl', 'b@x.nl', 'c@x.nl', 'd@x.nl']);
  });

  it('takes a pasted list once each, and takes out by button and by Backspace', () => {
    const seen = show(['a@x.nl']);
    fireEvent.paste(field(), { clipboardData: { getData: () => 'A@x.nl; Bob <b@x.nl>\nc@x.nl' } });
    expect(seen.values).toEqual(['a@x.nl', 'b@x.nl', 'c@x.nl']);
    fireEvent.click(screen.getByRole('button', { name: 'Remove b@x.nl' }));
    press('Backspace');
    expect(seen.values).toEqual(['a@x.nl']);
  });

  it('says which of them can be no address, and who was not on the mail', () => {
    show(['a@x.nl', 'nonsense', 'new@x.nl'], new Set(['a@x.nl']));
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('Not an address: nonsense')).toBeTruthy();
    expect(screen.getAllByText('new').map((mark) => mark.parentElement?.title)).toEqual(['new@x.nl']);
  });

  it('offers contacts, to be chosen with the arrows, and never in the place of a whole address', async () => {
    const seen = show();
    type('ann');
    await screen.findByRole('option', { name: /Annabel/ }, { timeout: 10_000 });
    press('ArrowDown');
    expect(screen.getByRole('option', { selected: true }).textContent).toContain('annabel@cust.test');
    press('Enter');
    expect(seen.values).toEqual(['annabel@cust.test']);
    type('anna@cust.te');
    await screen.findByRole('option', { name: /Anna de Vries/ }, { timeout: 10_000 });
    press('Enter');
    expect(seen.values).toEqual(['annabel@cust.test', 'anna@cust.te']);
  });

  it('sends from the field, with what is still being typed', () => {
    const seen = show();
    type('a@x.nl');
    press('Enter', { ctrlKey: true });
    expect([seen.values, seen.sent]).toEqual([['a@x.nl'], [false]]);
  });
});

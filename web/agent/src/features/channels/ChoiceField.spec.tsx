import { beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { IntlProvider } from 'react-intl';
import first from '../../i18n/en.json' with { type: 'json' };
import part from '../../i18n/settings.en.json' with { type: 'json' };
import { PicksContext, pickedOf } from './picks.js';
import { fieldsOf, toSend, type Schema, type Values } from './schema.js';
import { SchemaForm } from './SchemaForm.js';
import { ChoicesContext, meant, type ChoiceList } from './settingChoices.js';

const schema: Schema = {
  required: ['channel'],
  properties: {
    channel: { type: 'string', title: 'Channel', pattern: '^C[A-Z0-9]+$', 'x-choicesFrom': 'channels', 'x-order': 1 },
    inbox: { type: 'string', title: 'Inbox', 'x-pick': 'inbox', 'x-order': 2 },
    own: {
      type: 'array',
      title: 'Own channels',
      'x-item': { title: { en: 'inbox' }, name: 'inbox' },
      'x-order': 3,
      items: { type: 'object', properties: { inbox: { type: 'string', title: 'Inbox', 'x-pick': 'inbox' } } },
    },
  },
};
const CHANNELS = [
  { value: 'C01', label: '#alerts', help: 'The app is not in it yet' },
  { value: 'C02', label: '#sales' },
  { value: 'C03', label: '#support' },
];
const THERE: ChoiceList = { loading: false, choices: CHANNELS, note: null, problem: null };
const ask = jest.fn<(name: string, again?: boolean) => void>();

beforeAll(async () => {
  Element.prototype.scrollIntoView = () => undefined;
  await Promise.all([import('./ChoiceField.js'), import('./PickField.js'), import('./ItemsField.js')]);
});
beforeEach(() => {
  cleanup();
  ask.mockClear();
});

async function show(list: ChoiceList | undefined | null, start: Values = {}) {
  let last: Values = {};
  const fields = fieldsOf(schema, 'en');
  function Form() {
    const [values, setValues] = useState<Values>(start);
    last = values;
    const form = <SchemaForm fields={fields} values={values} onChange={setValues} secretsSet={[]} errors={{}} strict={false} />;
    const lists = list === null ? null : { of: () => list, ask };
    return (
      <PicksContext value={{ inbox: [{ value: 'inb_1', label: 'Sales' }] }}>
        <ChoicesContext value={lists}>{form}</ChoicesContext>
      </PicksContext>
    );
  }
  render(
    <IntlProvider locale="en" messages={{ ...first, ...part }}>
      <Form />
    </IntlProvider>,
  );
  const box = await screen.findByLabelText<HTMLInputElement>('Channel');
  return { box, values: () => toSend(fields, last) };
}
const options = () => [...document.querySelectorAll('li[role=option]')].map((option) => option.textContent);

it('is asked for when somebody comes to it, found by typing, and taken by keyboard', async () => {
  const { box, values } = await show(THERE);
  expect([box.getAttribute('role'), ask.mock.calls.length]).toEqual(['combobox', 0]);
  fireEvent.focus(box);
  expect(ask).toHaveBeenCalledWith('channels');
  expect(box.getAttribute('aria-expanded')).toBe('false');
  fireEvent.keyDown(box, { key: 'ArrowDown' });
  expect(options()).toEqual(['#alertsThe app is not in it yet', '#sales', '#support']);
  fireEvent.change(box, { target: { value: 's' } });
  fireEvent.change(box, { target: { value: 'su' } });
  expect(options()).toEqual(['#support']);
  expect(screen.getByText('1 found').closest('[role=status]')).not.toBeNull();
  fireEvent.keyDown(box, { key: 'ArrowDown' });
  const [support] = screen.getAllByRole('option');
  expect(box.getAttribute('aria-activedescendant')).toBe(support?.id);
  fireEvent.keyDown(box, { key: 'Enter' });
  expect([box.value, values()['channel'], options()]).toEqual(['#support', 'C03', []]);
});

it('is taken by a click; Escape closes the list and keeps what is set', async () => {
  const { box, values } = await show(THERE, { channel: 'C02' });
  expect([box.value, ask.mock.calls]).toEqual(['#sales', [['channels']]]);
  fireEvent.click(box);
  fireEvent.keyDown(box, { key: 'Escape' });
  expect([box.value, options()]).toEqual(['#sales', []]);
  fireEvent.click(box);
  fireEvent.mouseDown(screen.getByRole('option', { name: /#alerts/ }));
  expect([box.value, values()['channel']]).toEqual(['#alerts', 'C01']);
});

it('an id may be typed, and so may a name', async () => {
  const { box, values } = await show(THERE);
  fireEvent.focus(box);
  fireEvent.change(box, { target: { value: 'C0ELSEWHERE' } });
  fireEvent.blur(box);
  expect([box.value, values()['channel']]).toEqual(['C0ELSEWHERE', 'C0ELSEWHERE']);
  fireEvent.change(box, { target: { value: 'Sales' } });
  fireEvent.blur(box);
  expect([box.value, values()['channel']]).toEqual(['#sales', 'C02']);
  fireEvent.change(box, { target: { value: 'no such thing' } });
  fireEvent.blur(box);
  await screen.findByText('This does not have the right form.');
});

it('says that it is loading, what is to be done first, and what went wrong', async () => {
  const { box } = await show({ ...THERE, choices: [], loading: true }, { channel: 'C09' });
  expect([box.value, box.getAttribute('aria-busy')]).toEqual(['C09', 'true']);
  await screen.findByText('Loading what can be chosen…');
  cleanup();
  await show({ ...THERE, choices: [], note: 'Fill in the token first.' });
  const note = screen.getByText(/Fill in the token first\./);
  fireEvent.click(within(note).getByRole('button', { name: 'Load the list again' }));
  expect(ask).toHaveBeenLastCalledWith('channels', true);
  cleanup();
  await show({ ...THERE, choices: [], problem: 'Slack no longer lets the app in.' });
  expect(screen.getByText(/Slack no longer lets the app in\..*You can type the id/).className).toBe('field-error');
});

it('of very many only some are shown, and it is said that there are more', async () => {
  const many = Array.from({ length: 80 }, (_, at) => ({ value: `C${at}`, label: `#many-${at}` }));
  const { box } = await show({ ...THERE, choices: many });
  fireEvent.click(box);
  expect(options()).toHaveLength(50);
  await screen.findByText('30 more: type to find one.');
});

it('where nobody can be asked it is a line of text', async () => {
  const { box, values } = await show(null);
  fireEvent.change(box, { target: { value: 'C01' } });
  expect([box.getAttribute('role'), values()['channel']]).toEqual([null, 'C01']);
});

it('an inbox is picked by its name, and one that was typed is the one of this name', async () => {
  const { values } = await show(THERE, { channel: 'C01', inbox: ' sales', own: [{ inbox: 'inb_1' }, { inbox: 'SALES' }] });
  const select = await screen.findByLabelText<HTMLSelectElement>('Inbox (optional)');
  expect([select.selectedOptions[0]?.textContent, values()['inbox']]).toEqual(['Sales', ' sales']);
  expect(screen.getAllByRole('button', { name: /^Sales/ })).toHaveLength(2);
  fireEvent.change(select, { target: { value: 'inb_1' } });
  expect(values()['inbox']).toBe('inb_1');
  expect(pickedOf([{ value: '1', label: '' }], '')).toBeUndefined();
});

it('a name that two have is nobody’s', () => {
  const twice = [...CHANNELS, { value: 'C04', label: '@sales' }];
  expect([meant(twice, 'sales'), meant(twice, '#sales'), meant(twice, ' C02 '), meant(twice, '')]).toEqual([
    'sales',
    'C02',
    'C02',
    '',
  ]);
});

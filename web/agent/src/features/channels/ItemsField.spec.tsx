import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { act, cleanup, createEvent, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { IntlProvider } from 'react-intl';
import first from '../../i18n/en.json' with { type: 'json' };
import part from '../../i18n/settings.en.json' with { type: 'json' };
import { Preview } from './Preview.js';
import { fieldsOf, isComplete, startValues, toSend, type Field, type Schema, type Values } from './schema.js';
import { SchemaForm } from './SchemaForm.js';

const thing = (type: string, title: string, more: Record<string, Schema> = {}, required: string[] = []): Schema => ({
  type: 'object',
  title: { en: title },
  required: ['type', 'label', ...required],
  properties: {
    type: { type: 'string', const: type },
    label: { type: 'string', title: 'Label', 'x-order': 1 },
    ...more,
  },
});
const schema: Schema = {
  required: ['list'],
  properties: {
    list: {
      type: 'array',
      title: 'Fields',
      description: 'What is asked.',
      minItems: 1,
      maxItems: 3,
      'x-item': { title: { en: 'field' }, name: 'label' },
      items: {
        oneOf: [
          thing('text', 'Text'),
          thing('choice', 'Choice', {
            options: { type: 'array', items: { type: 'string' }, title: 'Options', 'x-multiline': true, 'x-order': 2 },
            many: { type: 'boolean', default: false, title: 'More than one', 'x-order': 3 },
          }),
        ],
      },
    },
  },
};
const FIELDS = fieldsOf(schema, 'en');
const three: Values[] = [
  { type: 'text', label: 'Name' },
  { type: 'choice', label: 'Colour', options: ['red, or so', 'blue'], many: true },
  { type: 'text', label: 'Story' },
];

beforeAll(async () => {
  // The part that the form loads when it is needed: how long that takes is not what is tested.
  await import('./ItemsField.js');
  // What Mantine asks a browser, and jsdom does not have.
  window.matchMedia = ((media: string) => ({ media, matches: false, addEventListener() {}, removeEventListener() {} })) as never;
  window.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  } as never;
});

async function show(list: Values[], o: { errors?: Record<string, string>; strict?: boolean } = {}) {
  let last: Values = {};
  function Form() {
    const [values, setValues] = useState<Values>(startValues(FIELDS, { list }));
    last = values;
    return (
      <SchemaForm
        fields={FIELDS}
        values={values}
        onChange={setValues}
        secretsSet={[]}
        errors={o.errors ?? {}}
        strict={o.strict ?? false}
      />
    );
  }
  cleanup();
  render(
    <MantineProvider env="test">
      <IntlProvider locale="en" messages={{ ...first, ...part }}>
        <Form />
      </IntlProvider>
    </MantineProvider>,
  );
  await screen.findByRole('group', { name: 'Fields' });
  return () => toSend(FIELDS, last)['list'] as Values[];
}
const named = (name: string) => screen.getByRole('button', { name });
const labels = (list: Values[]) => list.map(({ label }) => label);
const toggle = (name: string) => screen.getByRole('button', { name: new RegExp(`^${name}`), expanded: undefined });

describe('a list of things in an order', () => {
  it('adds one of a chosen type, open, with the focus in it and its type kept', async () => {
    const sent = await show([]);
    expect(screen.queryByRole('listitem')).toBeNull();
    fireEvent.click(named('Add field'));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Choice' }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Label')));
    fireEvent.change(screen.getByLabelText('Label'), { target: { value: 'Size' } });
    fireEvent.change(screen.getByLabelText(/Options/), { target: { value: 'S, small\n\n L ' } });
    expect(sent()).toEqual([{ type: 'choice', label: 'Size', options: ['S, small', 'L'], many: false }]);
    expect(screen.getByRole('status').textContent).toBe('field 1 was added');
  });

  it('moves by buttons and by the keyboard; the focus stays with what moves and the new place is said', async () => {
    const sent = await show(three);
    fireEvent.click(named('Move Story up'));
    expect(labels(sent())).toEqual(['Name', 'Story', 'Colour']);
    expect(document.activeElement).toBe(named('Move Story up'));
    expect(screen.getByRole('status').textContent).toBe('Story is now 2 of 3');
    fireEvent.keyDown(toggle('Story'), { key: 'ArrowUp', altKey: true });
    expect(labels(sent())).toEqual(['Story', 'Name', 'Colour']);
    expect(document.activeElement).toBe(toggle('Story'));
    fireEvent.click(named('Move Story up'));
    expect(labels(sent())).toEqual(['Story', 'Name', 'Colour']);
    expect(sent()[2]).toEqual(three[1]);
  });

  it('moves by its handle with the mouse', async () => {
    const sent = await show(three);
    const [name, colour] = screen.getAllByRole('listitem');
    fireEvent.pointerDown(name!.querySelector('.grip')!);
    expect(name!.draggable).toBe(true);
    const data = { dataTransfer: { effectAllowed: '', setData: jest.fn() } };
    fireEvent.dragStart(name!, data);
    const over = createEvent.dragOver(colour!, data);
    Object.defineProperty(over, 'clientY', { value: 30 });
    colour!.getBoundingClientRect = () => ({ top: 0, height: 40 }) as DOMRect;
    fireEvent(colour!, over);
    fireEvent.dragEnd(name!, data);
    expect(labels(sent())).toEqual(['Colour', 'Name', 'Story']);
  });

  it('takes one away, keeps the forms of the others open, and gives the focus to the next', async () => {
    const sent = await show(three);
    fireEvent.click(toggle('Story'));
    fireEvent.click(named('Remove Colour'));
    expect(labels(sent())).toEqual(['Name', 'Story']);
    expect(document.activeElement).toBe(toggle('Story'));
    expect(within(screen.getAllByRole('listitem')[1]!).getByLabelText('Label')).toHaveProperty('value', 'Story');
  });

  it('stops at the most there may be, and says when there are too few', async () => {
    await show(three);
    expect(named('Add field')).toHaveProperty('disabled', true);
    await show([], { strict: true });
    expect(screen.getByRole('group', { name: 'Fields' }).textContent).toContain('At least 1 needed.');
    expect(isComplete(FIELDS, { list: [] }, [])).toBe(false);
  });

  it('marks the thing in which something is wrong, and says it at its field', async () => {
    const list = [{ type: 'text', label: 'Name' }, { type: 'text' }];
    await show(list, { errors: { 'list.0.label': 'Twice.' }, strict: true });
    expect(screen.getAllByText('needs attention')).toHaveLength(2);
    fireEvent.click(toggle('Name'));
    const field = screen.getByLabelText('Label');
    const said = (field.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent);
    expect(said).toContain('Twice.');
    expect(isComplete(FIELDS, { list }, [])).toBe(false);
  });

  it('leaves what it does not know as it is', async () => {
    const foreign = { type: 'map', label: 'Where', zoom: 3 };
    const sent = await show([foreign]);
    fireEvent.click(toggle('Where'));
    expect(screen.getByText(/can’t show what this is/)).toBeTruthy();
    expect(sent()).toEqual([foreign]);
  });
});

describe('a preview', () => {
  it('hands the page of the unsaved settings to a frame of its own, and says when there is none yet', async () => {
    const [field] = fieldsOf({ properties: { preview: { type: 'string', title: 'Preview', 'x-preview': 'page' } } }, 'en');
    const asked: unknown[] = [];
    const ask = (route: string, settings: Values) => {
      asked.push([route, settings]);
      return Promise.resolve(settings['name'] === '' ? null : `<p>${String(settings['name'])}</p>`);
    };
    const view = (name: string) => (
      <IntlProvider locale="en" messages={{ ...first, ...part }}>
        <Preview field={field as Field} settings={{ name }} ask={ask} />
      </IntlProvider>
    );
    cleanup();
    const { rerender } = render(view('One'));
    const frame = screen.getByTitle<HTMLIFrameElement>('Preview');
    expect(frame.getAttribute('sandbox')).toBe('allow-scripts allow-forms');
    const post = jest.spyOn(frame.contentWindow!, 'postMessage');
    act(() => {
      window.dispatchEvent(new MessageEvent('message', { data: { frame: 'ready' }, source: frame.contentWindow }));
    });
    await waitFor(() => expect(post.mock.lastCall as unknown).toEqual([{ page: '<p>One</p>', title: 'Preview' }, '*']));
    rerender(view(''));
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('once the settings are complete'));
    rerender(view('Two'));
    await waitFor(() => expect(post.mock.lastCall as unknown).toEqual([{ page: '<p>Two</p>', title: 'Preview' }, '*']));
    expect(asked).toEqual([
      ['page', { name: 'One' }],
      ['page', { name: '' }],
      ['page', { name: 'Two' }],
    ]);
    expect(toSend([field as Field], { preview: 'x' })).toEqual({});
  });
});

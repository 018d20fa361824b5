import { beforeAll, describe, expect, it } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { IntlProvider } from 'react-intl';
import first from '../../i18n/en.json' with { type: 'json' };
import part from '../../i18n/settings.en.json' with { type: 'json' };
import { namesIn, PicksContext } from './picks.js';
import { fieldsOf, isComplete, startValues, toSend, type Schema, type Values } from './schema.js';
import { SchemaForm } from './SchemaForm.js';

const STEPS = { type: 'array', items: { $ref: '#/$defs/step' } };
const step = (type: string, title: string, properties: Record<string, Schema>, required: string[] = []): Schema => ({
  type: 'object',
  required: ['type', ...required],
  properties: { type: { type: 'string', const: type, title: { en: title } }, ...properties },
});
/** As zod writes it down: steps that hold steps, by reference. */
const schema: Schema = {
  required: ['steps'],
  properties: { steps: { ...STEPS, title: { en: 'Steps' }, minItems: 1, 'x-widget': 'steps' } },
  $defs: {
    step: {
      oneOf: [
        step('message', 'Message', { text: { type: 'string', title: 'Text' } }, ['text']),
        step('question', 'Question', { text: { type: 'string', title: 'Text' }, name: { type: 'string', title: 'Name' } }, [
          'text',
          'name',
        ]),
        step('branch', 'If … then', {
          question: { type: 'string', default: '', title: 'Answer', 'x-pick': 'stepName' },
          then: { $ref: '#/$defs/inner', default: [], title: { en: 'Then' }, 'x-widget': 'steps' },
          otherwise: { $ref: '#/$defs/inner', default: [], title: { en: 'Otherwise' }, 'x-widget': 'steps' },
        }),
      ],
    },
    inner: STEPS,
  },
};
const FIELDS = fieldsOf(schema, 'en');
const START: Values = {
  steps: [
    { type: 'question', text: 'What is it about?', name: 'topic' },
    { type: 'branch', question: 'topic', then: [{ type: 'message', text: 'Yes' }], otherwise: [] },
  ],
};

beforeAll(async () => {
  // Loaded later in the app; a test that waits for them would measure the machine.
  await Promise.all([import('./StepsField.js'), import('./PickField.js')]);
  // What Mantine asks a browser, and jsdom does not have.
  window.matchMedia = ((media: string) => ({ media, matches: false, addEventListener() {}, removeEventListener() {} })) as never;
  window.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  } as never;
});

async function shown(errors: Record<string, string> = {}, start: Values = START) {
  cleanup();
  const kept: { values: Values } = { values: startValues(FIELDS, start) };
  const Form = () => {
    const [values, setValues] = useState(kept.values);
    const change = (next: Values) => setValues((kept.values = next));
    const picks = { stepName: namesIn(values).map((name) => ({ value: name, label: name })) };
    return (
      <PicksContext value={picks}>
        <SchemaForm fields={FIELDS} values={values} onChange={change} secretsSet={[]} errors={errors} strict={false} />
      </PicksContext>
    );
  };
  await act(async () => {
    render(
      <MantineProvider env="test">
        <IntlProvider locale="en" messages={{ ...first, ...part }}>
          <Form />
        </IntlProvider>
      </MantineProvider>,
    );
    await Promise.resolve();
  });
  await waitFor(() => screen.getByRole('group', { name: 'Steps' }));
  return () => toSend(FIELDS, kept.values)['steps'] as Values[];
}

const group = (name: string) => screen.getByRole('group', { name });
const add = async (within_: HTMLElement, kind: string) => {
  const buttons = within(within_).getAllByRole('button', { name: 'Add step' });
  fireEvent.click(buttons.at(-1)!);
  fireEvent.click(await screen.findByRole('menuitem', { name: kind }));
};

describe('steps', () => {
  it('are a list in which branches stand indented, each told by what it says', async () => {
    await shown();
    const outer = group('Steps');
    expect(within(outer).getByRole('button', { name: 'Question What is it about?' })).toBeTruthy();
    expect(outer.contains(group('Then'))).toBe(true);
    expect(within(group('Then')).getByRole('button', { name: 'Message Yes' })).toBeTruthy();
    expect(within(group('Otherwise')).queryByRole('listitem')).toBeNull();
  });

  it('are added to a branch by type, with the focus in the first field, and filled in', async () => {
    const sent = await shown();
    await add(group('Otherwise'), 'Message');
    const field = await within(group('Otherwise')).findByLabelText('Text');
    await waitFor(() => expect(document.activeElement).toBe(field));
    fireEvent.change(field, { target: { value: 'No' } });
    expect(sent()[1]).toEqual({
      type: 'branch',
      question: 'topic',
      then: [{ type: 'message', text: 'Yes' }],
      otherwise: [{ type: 'message', text: 'No' }],
    });
  });

  it('hold branches within branches', async () => {
    const sent = await shown();
    await add(group('Then'), 'If … then');
    const inner = screen.getAllByRole('group', { name: 'Then' })[1]!;
    await add(inner, 'Message');
    fireEvent.change(await within(inner).findByLabelText('Text'), { target: { value: 'Deep' } });
    expect(sent()[1]).toMatchObject({
      then: [{ type: 'message' }, { type: 'branch', then: [{ type: 'message', text: 'Deep' }] }],
    });
  });

  it('are moved by the keyboard, with what a branch holds, and keep the focus', async () => {
    const sent = await shown();
    const head = within(group('Steps')).getByRole('button', { name: /^Question/ });
    head.focus();
    fireEvent.keyDown(head, { key: 'ArrowDown', altKey: true });
    expect(sent().map(({ type }) => type)).toEqual(['branch', 'question']);
    expect(sent()[0]).toMatchObject({ then: [{ text: 'Yes' }] });
    await waitFor(() => expect(document.activeElement?.textContent).toContain('What is it about?'));
    expect(screen.getAllByRole('status')[0]?.textContent ?? '').toBe('');
    expect(
      screen.getAllByRole('status').some(({ textContent }) => textContent === 'Question: What is it about? is now 2 of 2'),
    ).toBe(true);
  });

  it('are taken away', async () => {
    const sent = await shown();
    fireEvent.click(within(group('Then')).getByRole('button', { name: 'Remove Message: Yes' }));
    expect(sent()[1]).toMatchObject({ then: [] });
    await waitFor(() => expect(group('Then').contains(document.activeElement)).toBe(true));
  });

  it('choose an answer out of the names that there are', async () => {
    const sent = await shown();
    fireEvent.click(within(group('Steps')).getByRole('button', { name: /^If/ }));
    const choice = await screen.findByLabelText(/^Answer/);
    expect(
      within(choice)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['Choose…', 'topic']);
    fireEvent.change(choice, { target: { value: '' } });
    expect(sent()[1]?.['question']).toBeUndefined();
  });

  it('show what is wrong where it stands, and not at the branch around it', async () => {
    await shown({ 'steps.1.then.0.text': 'Say something.', 'steps.0.type': 'Nothing leads to this step.' });
    const wrong = within(group('Steps'))
      .getAllByRole('button', { expanded: false })
      .filter(({ textContent }) => textContent?.includes('needs attention'))
      .map(({ textContent }) => textContent);
    expect(wrong).toEqual(['QuestionWhat is it about?needs attention', 'MessageYesneeds attention']);
    expect(screen.getByText('Nothing leads to this step.')).toBeTruthy();
    fireEvent.click(within(group('Then')).getByRole('button', { name: /^Message/ }));
    expect(await screen.findByText('Say something.')).toBeTruthy();
  });

  it('are complete when all that they ask is there, also deep inside', () => {
    expect(isComplete(FIELDS, startValues(FIELDS, START), [])).toBe(true);
    const lacking = { steps: [{ type: 'branch', then: [{ type: 'branch', then: [{ type: 'message' }] }] }] };
    expect(isComplete(FIELDS, startValues(FIELDS, lacking), [])).toBe(false);
    expect(isComplete(FIELDS, startValues(FIELDS, {}), [])).toBe(false);
  });
});

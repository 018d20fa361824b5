import { afterEach, expect, it } from '@jest/globals';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { useCalling } from './useCalling.js';

const among = [
  { id: 'bob', name: 'Bob' },
  { id: 'bo', name: 'Bo de Wit' },
];

function Field({ start }: { start: string }) {
  const [text, setText] = useState(start);
  const { look, onKey } = useCalling({ among, onPick: setText });
  return (
    <textarea
      value={text}
      onChange={({ target }) => {
        setText(target.value);
        look(target);
      }}
      onKeyDown={onKey}
    />
  );
}
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox');

function type(text: string, caret: number) {
  // React hears of a change by an event on a field whose value is new; the caret is where the last letter went.
  fireEvent.change(field(), { target: { value: text, selectionStart: caret, selectionEnd: caret } });
}

afterEach(cleanup);

it('who is chosen stands in the text with the caret behind him at once, so that typing straight on loses its place nowhere (S64)', () => {
  render(<Field start="" />);
  type('Ask @bob', 8);
  fireEvent.keyDown(field(), { key: 'Enter' });
  expect(field().value).toBe('Ask @Bob ');
  expect(field().selectionStart).toBe(9);
  // What a hurried hand types before the next picture is drawn.
  field().setRangeText('t', 9, 9, 'end');
  fireEvent.input(field());
  expect(field().selectionStart).toBe(10);
});

it('in the middle of a text it takes the place of what was typed and of the space behind it', () => {
  render(<Field start="Ask  to call" />);
  type('Ask @de w to call', 9);
  fireEvent.keyDown(field(), { key: 'Tab' });
  expect(field().value).toBe('Ask @Bo de Wit to call');
  expect(field().selectionStart).toBe('Ask @Bo de Wit '.length);
});

import { useEffect, useRef, useState, type DragEvent } from 'react';
import { useT } from '../../app/intl.js';
import { newThing, thingsOf, type Values, type Variant } from './schema.js';

interface ThingsProps {
  value: unknown;
  onChange: (value: Values[]) => void;
  nameOf: (thing: Values, index: number) => string;
}

/** A thing of this list, not of one within it. */
const own = (key: number): string => `:scope > ol > [data-key="${key}"]`;

/** A list of things with what a person does to it. Keys are of this form only: they say which is which while the order changes. */
export function useThings({ value, onChange, nameOf }: ThingsProps) {
  const t = useT();
  const { ref, focus } = useNextFocus();
  const [keys, setKeys] = useState<readonly number[]>([]);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const [lifted, setLifted] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const list = thingsOf(value).map((thing, index) => ({ key: keys[index] ?? -1 - index, thing }));
  const put = (next: { key: number; thing: Values }[]) => {
    setKeys(next.map(({ key }) => key));
    onChange(next.map(({ thing }) => thing));
  };
  const toggle = (key: number, to = !open.has(key)) =>
    setOpen((before) => new Set([...before].filter((one) => one !== key).concat(to ? [key] : [])));
  const move = (from: number, to: number, act: string | null) => {
    const next = [...list];
    const [moved] = next.splice(from, 1);
    if (!moved || to < 0 || to > next.length) return;
    next.splice(to, 0, moved);
    if (act) focus.current = `${own(moved.key)} [data-act="${act}"]`;
    setSaid(t('items.moved', { name: nameOf(moved.thing, from), n: to + 1, all: next.length }));
    put(next);
  };
  return {
    ref,
    list,
    open,
    lifted,
    said,
    toggle,
    move,
    lift: setLifted,
    replace: (index: number, thing: Values) => put(list.map((one, at) => (at === index ? { ...one, thing } : one))),
    add: (variant: Variant) => {
      const key = Math.max(0, ...list.map((one) => one.key)) + 1;
      const thing = newThing(variant);
      focus.current = `${own(key)} :is(input, textarea, select)`;
      setSaid(t('items.added', { name: nameOf(thing, list.length) }));
      toggle(key, true);
      put([...list, { key, thing }]);
    },
    remove: (index: number) => {
      const gone = list[index];
      if (!gone) return;
      const next = list[index + 1] ?? list[index - 1];
      focus.current = next ? `${own(next.key)} [data-act="toggle"]` : ':scope > div > [data-act="add"]';
      setSaid(t('items.removed', { name: nameOf(gone.thing, index) }));
      put(list.filter((_, at) => at !== index));
    },
    /** What is lifted goes where the pointer is, once that is past the middle of another. */
    over: (event: DragEvent, index: number) => {
      const from = list.findIndex(({ key }) => key === lifted);
      if (from < 0) return;
      event.preventDefault();
      if (isPastMiddle(event, from, index)) move(from, index, null);
    },
  };
}
export type Things = ReturnType<typeof useThings>;

/** Moving takes the focus away from what moves, and a thing that goes takes it with it: what is to have it next is named here. */
function useNextFocus() {
  const ref = useRef<HTMLDivElement>(null);
  const focus = useRef<string | null>(null);
  useEffect(() => {
    if (focus.current === null) return;
    ref.current?.querySelector<HTMLElement>(focus.current)?.focus();
    focus.current = null;
  });
  return { ref, focus };
}

function isPastMiddle({ currentTarget, clientY }: DragEvent, from: number, index: number): boolean {
  if (from === index) return false;
  const { top, height } = currentTarget.getBoundingClientRect();
  return from < index ? clientY > top + height / 2 : clientY < top + height / 2;
}

import { useRef, useState, type KeyboardEvent } from 'react';
import { calling, type Callable } from './mentions.js';

const MOST = 6;

interface Calling<One> {
  /** Who can be called, the likeliest first. */
  among: readonly One[];
  /** What stands in the field, now that the name is in it. */
  onPick: (text: string) => void;
}

/** Who is meant by what is typed after an @ in a field of plain text (S64): arrows and Enter choose, Escape leaves the list. */
export function useCalling<One extends Callable>({ among, onPick }: Calling<One>) {
  const [open, setOpen] = useState<{ query: string; start: number; caret: number } | null>(null);
  const [at, setAt] = useState(0);
  const field = useRef<HTMLTextAreaElement>(null);
  const needle = open?.query.toLowerCase() ?? '';
  const found = open ? among.filter(({ name }) => name.toLowerCase().includes(needle)).slice(0, MOST) : [];
  const look = (looked: HTMLTextAreaElement) => {
    const caret = looked.selectionStart;
    const call = calling(looked.value, caret);
    field.current = looked;
    setOpen(call && { ...call, caret });
    setAt(0);
  };
  const leave = () => setOpen(null);
  const pick = (one: One) => {
    const written = field.current;
    if (!open || !written) return;
    const end = written.value[open.caret] === ' ' ? open.caret + 1 : open.caret;
    // Into the field itself: a caret that is set after the next render jumps back over what was typed meanwhile.
    written.setRangeText(`@${one.name} `, open.start, end, 'end');
    onPick(written.value);
    leave();
  };
  const onKey = (event: KeyboardEvent) => {
    if (found.length === 0 || event.ctrlKey || event.metaKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = event.key === 'Enter' || event.key === 'Tab' ? found[at] : undefined;
    if (step === undefined && !chosen && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (step !== undefined) setAt((at + step + found.length) % found.length);
    else if (chosen) pick(chosen);
    else leave();
  };
  return { found, at, look, leave, pick, onKey };
}

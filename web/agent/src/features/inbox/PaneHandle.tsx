import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import type { Preferences } from '../../app/preferences.js';

type Pane = 'views' | 'list' | 'about';
const DEFAULTS: Record<Pane, number> = { views: 232, list: 344, about: 312 };

interface HandleProps {
  pane: Pane;
  sizes: Preferences;
  onSize: (part: Partial<Preferences>) => void;
  label: string;
  min: number;
  max: number;
}

/** The border of a pane: dragged, moved by arrow keys, set back by a double click. */
export function PaneHandle({ pane, sizes, onSize, label, min, max }: HandleProps) {
  const start = useRef<{ x: number; size: number } | null>(null);
  const size = sizes[pane];
  const side = pane === 'about' ? -1 : 1;
  const set = (next: number) => onSize({ [pane]: Math.round(Math.min(max, Math.max(min, next))) });
  const down = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, size };
  };
  const move = (event: PointerEvent) => {
    if (start.current) set(start.current.size + (event.clientX - start.current.x) * side);
  };
  const key = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 16 : event.key === 'ArrowLeft' ? -16 : 0;
    if (step === 0) return;
    event.preventDefault();
    set(size + step * side);
  };
  return (
    <div
      className="pane-handle"
      data-pane-of={pane}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={size}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={() => (start.current = null)}
      onDoubleClick={() => set(DEFAULTS[pane])}
      onKeyDown={key}
    />
  );
}

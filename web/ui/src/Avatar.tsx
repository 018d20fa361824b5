import type { ReactNode } from 'react';
import { initials } from './initials.js';

/** Initials in a circle, with a small mark at its corner. Decoration: the name stands beside it in text. */
export function Avatar({ name, small, mark }: { name: string; small?: boolean; mark?: ReactNode }) {
  return (
    <span className={small ? 'av sm' : 'av'} aria-hidden>
      {initials(name)}
      {mark}
    </span>
  );
}

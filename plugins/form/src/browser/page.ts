/// <reference lib="dom" />
import { solve } from './solve.js';

/** On a page of our own: the proof is worked out while somebody fills in, and the browser sends the form as it would without us. */
export function start(form: HTMLFormElement, bits: number): void {
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
  let proof: Promise<void> | undefined;
  const prove = () =>
    (proof ??= solve(field('_token').value, bits).then((found) => {
      field('_proof').value = found;
    }));
  form.addEventListener('focusin', () => void prove(), { once: true });
  form.addEventListener('submit', (event) => {
    if (field('_proof').value !== '') return;
    event.preventDefault();
    void prove().then(() => form.submit());
  });
}

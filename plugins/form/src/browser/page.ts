/// <reference lib="dom" />
import { solve } from './solve.js';

/** On a page of our own: the proof is worked out while somebody fills in, and the browser sends the form as it would without us. */
export function start(form: HTMLFormElement | null, bits: number): void {
  tellHeight();
  if (form) prove(form, bits);
}

function prove(form: HTMLFormElement, bits: number): void {
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
  let proof: Promise<void> | undefined;
  const work = () =>
    (proof ??= solve(field('_token').value, bits).then((found) => {
      field('_proof').value = found;
    }));
  form.addEventListener('focusin', () => void work(), { once: true });
  form.addEventListener('submit', (event) => {
    if (field('_proof').value !== '') return;
    event.preventDefault();
    void work().then(() => form.submit());
  });
}

/** Says how high it is to the page around it, now, whenever that changes, and when it is asked: a height is no secret. */
function tellHeight(): void {
  if (parent === window) return;
  const tell = () => parent.postMessage({ balieHeight: document.body.offsetHeight }, '*');
  new ResizeObserver(tell).observe(document.body);
  addEventListener('message', ({ source }) => source === parent && tell());
}

/// <reference lib="dom" />
import { solve } from './solve.js';

/** An element as the server writes it down: its name, its attributes, and what is in it. */
type Tree = [string, Record<string, string>, ...(Tree | string)[]];
interface Config {
  tree: Tree;
  css: string;
  /** Where it is sent, and where a token comes from. */
  action: string;
  token: string;
  words: { sending: string; failed: string };
}
interface Answer {
  ok: boolean;
  message: string;
  errors?: Record<string, string>;
  /** Sent too late or twice: a new one for the next try. */
  token?: string;
  tree?: Tree;
}

/** Element by element, so that a page that trusts no strings of HTML, and no styles, takes it. */
function build([name, attributes, ...inner]: Tree): HTMLElement {
  const element = document.createElement(name);
  for (const key in attributes) element.setAttribute(key, attributes[key]!);
  element.append(...inner.map((one) => (typeof one === 'string' ? one : build(one))));
  return element;
}

/** Puts the form where its script stands, apart from the styles of the page. */
export function mount(config: Config, script: HTMLScriptElement): void {
  const host = document.createElement('div');
  script.after(host);
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(config.css);
  root.adoptedStyleSheets = [sheet];
  const shown = build(config.tree);
  root.append(shown);
  follow(shown.querySelector('form')!, shown, config);
}

function follow(form: HTMLFormElement, shown: HTMLElement, { action, token, words }: Config): void {
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
  const status = form.querySelector<HTMLElement>('.status')!;
  const button = form.querySelector('button')!;
  let proof: Promise<void> | null = null;
  const prove = async () => {
    if (!field('_token').value) {
      const given = (await (await fetch(token)).json()) as { token: string; bits: number };
      field('_token').value = given.token;
      field('_proof').value = await solve(given.token, given.bits);
    }
  };
  const proven = () =>
    (proof ??= prove().catch((error: unknown) => {
      proof = null;
      throw error;
    }));
  form.addEventListener('focusin', () => void proven().catch(() => undefined));
  const send = async () => {
    await proven();
    const response = await fetch(action, { method: 'POST', body: new FormData(form), headers: { accept: 'application/json' } });
    const answer = (await response.json()) as Answer;
    tellErrors(form, answer.errors ?? {});
    if (answer.tree) {
      const thanks = build(answer.tree);
      shown.replaceWith(thanks);
      thanks.querySelector<HTMLElement>('[tabindex]')?.focus();
      return;
    }
    if (answer.token !== undefined) {
      field('_token').value = '';
      proof = null;
    }
    status.textContent = answer.message ?? words.failed;
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (button.getAttribute('aria-disabled')) return;
    button.setAttribute('aria-disabled', 'true');
    status.textContent = words.sending;
    // What did not arrive may be sent again as it is: the server knows it by its token.
    void send()
      .catch(() => (status.textContent = words.failed))
      .then(() => button.removeAttribute('aria-disabled'));
  });
}

/** What is wrong stands at its field, and the first one has the focus. */
function tellErrors(form: HTMLFormElement, errors: Record<string, string>): void {
  let first = true;
  for (const place of form.querySelectorAll<HTMLElement>('[data-error]')) {
    const message = errors[place.dataset['error']!] ?? '';
    place.textContent = message;
    const control = form.querySelector<HTMLElement>(`[aria-describedby~="${place.id}"]`);
    // A group is not wrong by itself: its description says what is.
    const group = control?.matches('fieldset');
    if (message && !group) control?.setAttribute('aria-invalid', 'true');
    else control?.removeAttribute('aria-invalid');
    if (message && first) {
      first = false;
      (group ? control?.querySelector('input') : control)?.focus();
    }
  }
}

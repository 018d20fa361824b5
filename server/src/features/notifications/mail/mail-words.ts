import type { Told } from '../teller.js';
import { isDutch } from '../words.js';

/** What the mail says. */
export interface MailFacts {
  name: string;
  workspace: string;
  address: string;
  told: readonly Told[];
  showText: boolean;
  /** The address that ends these mails. */
  off: string;
}

const EN = {
  subject: (n: number, workspace: string) => (n === 1 ? `A notification in ${workspace}` : `${n} notifications in ${workspace}`),
  hello: (name: string) => `Hello ${name},`,
  unread: 'You have not read this yet:',
  settings: 'Where and how you are told:',
  off: 'No more of these mails:',
};
const NL: typeof EN = {
  subject: (n, workspace) => (n === 1 ? `Een melding in ${workspace}` : `${n} meldingen in ${workspace}`),
  hello: (name) => `Hallo ${name},`,
  unread: 'Dit heb je nog niet gelezen:',
  settings: 'Waar en hoe je ervan hoort:',
  off: 'Geen mails meer zoals deze:',
};

/** Subject and text, plain: nothing that others wrote can be more than words in it. */
export function mailWords(language: string, facts: MailFacts): { subject: string; text: string } {
  const words = isDutch(language) ? NL : EN;
  const { name, workspace, address, told, showText, off } = facts;
  const lines = told.map(({ title, sentence, text, inbox, path }) => {
    const head = [title, sentence, inbox].filter(Boolean).join(' · ');
    return [`- ${head}`, ...(showText && text !== null ? [`  “${text}”`] : []), `  ${address}${path}`].join('\n');
  });
  const end = `${words.settings}\n${address}/settings/notifications\n\n${words.off}\n${off}`;
  return {
    subject: words.subject(told.length, workspace),
    text: [words.hello(name), words.unread, ...lines, `-- \n${end}`].join('\n\n'),
  };
}

import type { Settings } from './settings.js';

const en = {
  assign: 'Assign to me',
  close: 'Close',
  reopen: 'Reopen',
  open: 'Open in Balie',
  status: { OPEN: 'Open', SNOOZED: 'Snoozed', CLOSED: 'Closed' },
  nobody: 'nobody yet',
  assignee: 'Assigned to',
  noSubject: 'No subject',
  someone: 'Somebody',
  sent: (name: string) => `${name} answered`,
  received: (name: string) => `${name} wrote`,
  comment: (name: string) => `${name} commented`,
  more: 'There is more of it in Balie.',
  hint: 'What you write in this thread goes to the customer. Begin with // for an internal comment.',
  keptAsComment:
    'This was kept as an internal comment and *not sent to the customer*, because Slack and Balie do not know that you are the same person yet.',
  mayNot: 'Balie does not know yet that you are you.',
  link: 'Link my account',
  linkHelp: 'Link your account once; it takes a minute.',
  noMember: 'Nobody in Balie has the e-mail address of your Slack profile. Ask an admin.',
  notSent: (why: string) => `This was *not sent*: ${why}`,
  failed: (why: string) => `That did not work: ${why}`,
  files: 'Files from Slack are not sent along. Add them in Balie.',
  onlyFiles: 'The message has a file and no text, so nothing was sent. Files from Slack are not sent along: add them in Balie.',
  revoked: 'Slack no longer lets Balie in. Put the app back into the workspace and fill in its new bot token.',
  noChannel: (channel: string) => `The app can't write in the channel ${channel}. Invite it there: /invite @Balie`,
};
const nl: typeof en = {
  assign: 'Aan mij toewijzen',
  close: 'Sluiten',
  reopen: 'Heropenen',
  open: 'Openen in Balie',
  status: { OPEN: 'Open', SNOOZED: 'Uitgesteld', CLOSED: 'Gesloten' },
  nobody: 'nog niemand',
  assignee: 'Toegewezen aan',
  noSubject: 'Geen onderwerp',
  someone: 'Iemand',
  sent: (name) => `${name} antwoordde`,
  received: (name) => `${name} schreef`,
  comment: (name) => `${name} schreef een opmerking`,
  more: 'De rest staat in Balie.',
  hint: 'Wat je in deze thread schrijft, gaat naar de klant. Begin met // voor een interne opmerking.',
  keptAsComment:
    'Dit is bewaard als interne opmerking en *niet naar de klant gestuurd*, omdat Slack en Balie nog niet weten dat jij dezelfde bent.',
  mayNot: 'Balie weet nog niet dat jij het bent.',
  link: 'Mijn account koppelen',
  linkHelp: 'Koppel je account eenmalig; het duurt een minuut.',
  noMember: 'Niemand in Balie heeft het e-mailadres van je Slack-profiel. Vraag het een beheerder.',
  notSent: (why) => `Dit is *niet verstuurd*: ${why}`,
  failed: (why) => `Dat lukte niet: ${why}`,
  files: 'Bestanden uit Slack gaan niet mee. Voeg ze toe in Balie.',
  onlyFiles:
    'Het bericht heeft een bestand en geen tekst, dus er is niets verstuurd. Bestanden uit Slack gaan niet mee: voeg ze toe in Balie.',
  revoked: 'Slack laat Balie niet meer toe. Zet de app terug in de werkruimte en vul het nieuwe bot-token in.',
  noChannel: (channel) => `De app kan niet schrijven in kanaal ${channel}. Nodig hem daar uit: /invite @Balie`,
};

export type Texts = typeof en;
export const textsOf = ({ language }: Pick<Settings, 'language'>): Texts => (language === 'nl' ? nl : en);

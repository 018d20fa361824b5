import { ChannelError, defineChannel, type Channel } from '@balie/plugin-sdk';
import { check } from './check.js';
import { decodeItem } from './decode-item.js';
import { extractFile, parseFileRef } from './decode/parts.js';
import { listen } from './listen.js';
import { paceOf } from './pace.js';
import { send } from './send.js';
import { setup } from './oauth/setup.js';
import { settings } from './settings.js';
import { receiveBySmtp, smtpHealth } from './smtp-in/receive.js';
import { noticingLoss } from './sign-in.js';
import { healthOf } from './states.js';

const MAX_FILES_BYTES = 25 * 1024 * 1024;

/** Which rules put a mail aside (S25); whether each is on, and its exceptions, are the core's. */
const filterRules: NonNullable<Channel['filterRules']> = {
  AUTO_RESPONSE: {
    title: { en: 'Automatic replies', nl: 'Automatische antwoorden' },
    to: 'filtered',
    on: true,
    knownContact: 'beaten',
  },
  MARKETING: {
    title: { en: 'Marketing and list mail', nl: 'Reclame en mailinglijsten' },
    to: 'filtered',
    on: true,
    knownContact: 'yields',
  },
  ROLE_ADDRESS: {
    title: { en: 'Mail from role addresses, such as marketing@', nl: 'Mail van functieadressen, zoals marketing@' },
    to: 'filtered',
    on: true,
    knownContact: 'yields',
  },
  UNSUBSCRIBE_LINK: {
    title: { en: 'Mail with an unsubscribe link', nl: 'Mail met een afmeldlink' },
    to: 'filtered',
    on: true,
    knownContact: 'yields',
  },
  BOUNCE: {
    title: { en: 'Delivery reports about unknown mail', nl: 'Bezorgberichten over onbekende mail' },
    to: 'filtered',
    on: true,
    knownContact: 'beaten',
    sender: 'machine',
  },
  COMPLAINT: {
    title: { en: 'Spam complaints', nl: 'Spamklachten' },
    to: 'filtered',
    on: true,
    knownContact: 'beaten',
    sender: 'machine',
  },
  SPAM: {
    title: { en: 'Marked as spam by the mail server', nl: 'Door de mailserver als spam gemerkt' },
    to: 'spam',
    on: true,
    knownContact: 'yields',
  },
  DMARC_FAIL: {
    title: { en: 'Forged sender (DMARC)', nl: 'Vervalste afzender (DMARC)' },
    to: 'spam',
    on: true,
    knownContact: 'beaten',
  },
};

/** E-mail: read by IMAP or taken in by SMTP, sent by SMTP. */
export const email = defineChannel({
  type: 'email',
  title: { en: 'Email', nl: 'E-mail' },
  icon: 'mail',
  view: { id: 'email', title: { en: 'Email', nl: 'E-mail' } },
  identities: ['email'],
  settings,
  settingsVersion: 1,
  capabilities: {
    outbound: 'initiate',
    continuity: 'threads',
    text: { formats: ['bold', 'italic', 'link', 'list', 'code', 'image'] },
    files: { maxBytes: MAX_FILES_BYTES, maxCount: 50, mime: ['*/*'] },
    choices: 'fallback',
    calendar: 'full',
    edit: 'none',
    delete: 'none',
    reaction: 'none',
    typing: { in: false, out: false },
    receipts: ['delivered'],
    compose: ['subject', 'to', 'cc', 'bcc'],
  },
  filterRules,
  check,
  setup,
  listen: (context) =>
    noticingLoss(context, () => (context.settings.incoming === 'smtp' ? receiveBySmtp(context) : listen(context))),
  health: ({ settings: { incoming }, instance: { id } }) => {
    const pace = paceOf(id).words();
    return Promise.resolve(incoming === 'smtp' ? smtpHealth(id, pace) : healthOf(id, pace));
  },
  send: (message, context) => noticingLoss(context, () => send(message, context)),
  decode: decodeItem,
  async fetchFile(ref, context) {
    const wanted = parseFileRef(ref);
    if (!wanted) throw new ChannelError('rejected', 'This is not a file of a mail.');
    const file = await extractFile(await context.files.open({ stored: wanted.stored }), wanted.index, wanted.inside);
    if (!file) throw new ChannelError('rejected', 'The mail has no such file.');
    return file;
  },
});

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

/** What must be seen in the inbox after a mail; see `email.md` §5. */
export interface Expected {
  conversation?: string;
  messagesInConversation?: number;
  mustNotJoin?: number;
  contact?: { email: string; name?: string };
  contacts?: number;
  contactsCreated?: number;
  noteByAgent?: string;
  subject?: string;
  text?: string;
  textFile?: string;
  textIncludes?: string;
  textExcludes?: string;
  preview?: string;
  quotedHidden?: string;
  view?: string;
  reason?: string;
  automatic?: boolean;
  autoReply?: boolean;
  autoRepliesSent?: string;
  outgoing?: number;
  conversationStatus?: string;
  notifyAgents?: boolean;
  attachedTo?: string;
  deliveryState?: string;
  status?: string;
  bounce?: boolean;
  complaint?: string;
  conversations?: number;
  messages?: number;
  perInbox?: Record<string, number>;
  linked?: boolean;
  uidValidityChanged?: boolean;
  cc?: string[];
  replyAll?: { to: string[]; cc: string[] };
  replyAllNever?: string[];
  date?: string;
  attachments?: string[];
  attachmentsCount?: number;
  names?: string[];
  servedWith?: Record<string, string>;
  neverInline?: string[];
  inlineImages?: number;
  signature?: string;
  invite?: { summary: string };
  shown?: boolean;
  rawDownload?: boolean;
  noElements?: string[];
  pwnedUndefined?: boolean;
  remoteRequestsBeforeConsent?: number;
}

/** One acceptance case. */
export interface Case {
  id: string;
  group: string;
  file: string;
  rule: string;
  setup?: string;
  steps?: string[];
  wrap?: string;
  expect: Expected;
}

const here = path.dirname(fileURLToPath(import.meta.url));
const plugin = path.resolve(here, '../../../plugins/email/test');
const corpora = path.resolve(here, '../../../../shared/corpora');

/** The cases whose mails are files; those that need a live counterpart have tests of their own. */
export const cases: readonly Case[] = (JSON.parse(readFileSync(path.join(plugin, 'cases.json'), 'utf8')) as Case[]).filter(
  ({ file }) => !/^(live|generated):/.test(file),
);

/** Says in one sentence what is missing, or null when the mails of other projects can be read. */
export function whyNoCorpora(): string | null {
  return existsSync(path.join(corpora, 'cases.json'))
    ? null
    : 'The mails of other projects are read from ../shared/corpora beside the repository, and it is not there.';
}

/** A mail of ours, or of the other sources. */
export function readMail(file: string): Buffer {
  return readFileSync(path.join(file.startsWith('made/') ? plugin : corpora, file));
}

/** Whether the case's mail is one of ours. */
export const isMade = ({ file }: Pick<Case, 'file'>): boolean => file.startsWith('made/');

/** The bytes of the case's mail; a bare body gets a head around it. */
export function mailOf(one: Case): Buffer {
  const bytes = readMail(one.file);
  if (!one.wrap) return bytes;
  const head = [
    'From: Anna Berg <anna@cust.test>',
    'To: Support <support@shop.test>',
    'Subject: A body from a corpus',
    `Message-ID: <wrapped.${one.id}@cust.test>`,
    'MIME-Version: 1.0',
    `Content-Type: ${one.wrap.split(' ')[0]}; charset=utf-8`,
    'Content-Transfer-Encoding: 8bit',
    '',
    '',
  ];
  return Buffer.concat([Buffer.from(head.join('\r\n')), bytes]);
}

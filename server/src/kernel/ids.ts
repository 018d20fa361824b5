import { v7 } from 'uuid';

/** The three letters that an id begins with, by the kind of thing it names. */
export const ID_PREFIXES = {
  workspace: 'wsp',
  user: 'usr',
  session: 'ses',
  apiToken: 'tok',
  personalToken: 'ptk',
  team: 'tea',
  accessLink: 'acl',
  recoveryCode: 'rcc',
  signInIdentity: 'sid',
  passkey: 'pky',
  auditEntry: 'aud',
  inbox: 'inb',
  inboxMember: 'ibm',
  channel: 'chn',
  contact: 'con',
  identity: 'idn',
  conversation: 'cnv',
  thread: 'thr',
  participant: 'par',
  message: 'msg',
  recipient: 'rcp',
  delivery: 'dlv',
  attachment: 'att',
  blob: 'blb',
  upload: 'upl',
  inboundItem: 'inm',
  event: 'evt',
  job: 'job',
  draft: 'drf',
  senderRule: 'sru',
  routingDecision: 'rde',
  conversationLink: 'lnk',
  savedView: 'svw',
  snippet: 'snp',
  issue: 'iss',
  plugin: 'plg',
  pluginPublisher: 'pub',
  ticket: 'tkt',
  deal: 'dea',
  task: 'tsk',
  note: 'not',
  call: 'cll',
  meeting: 'mtg',
  company: 'cmp',
  pipeline: 'pip',
  stage: 'stg',
  contactProperty: 'prp',
  contactMerge: 'mrg',
  contactChange: 'cch',
  conversationMerge: 'cmg',
  responder: 'rsp',
  tag: 'tag',
  mention: 'mnt',
  linkedAccount: 'lac',
  alarm: 'alm',
  backup: 'bak',
  erasure: 'ers',
  webhook: 'whk',
  webhookDelivery: 'whd',
  notification: 'ntf',
  listImport: 'imp',
  contactExport: 'cex',
  automationRule: 'aru',
  automationRun: 'arn',
  pushSubscription: 'psh',
  bulkChange: 'blk',
} as const;

/** A kind of thing that has ids. */
export type IdKind = keyof typeof ID_PREFIXES;

/** A new id: prefix, underscore, and a UUIDv7 as 32 hex digits, so that ids sort by the time they were made. */
export function newId(kind: IdKind): string {
  return `${ID_PREFIXES[kind]}_${v7().replaceAll('-', '')}`;
}

/** Whether a client-made id has the form of ours for this kind (RFC 9562 version 7; dashes are allowed and dropped by `normalizeId`). */
export function isId(kind: IdKind, id: string): boolean {
  return id.startsWith(`${ID_PREFIXES[kind]}_`) && /^[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}$/.test(id.slice(4));
}

/** The kind that an id names by its prefix; null when it is none of ours. */
export function kindOfId(id: string): IdKind | null {
  const prefix = id.slice(0, 3);
  for (const [kind, value] of Object.entries(ID_PREFIXES)) if (value === prefix && id[3] === '_') return kind as IdKind;
  return null;
}

import { createHash } from 'node:crypto';
import type { ExternalId, Identity, InboundEvent, Part, StoredFile } from '@balie/plugin-sdk';
import type { Answers } from './answers.js';
import type { Sent } from './body.js';
import type { Token } from './guard.js';
import type { Settings } from './settings.js';
import type { Words } from './words.js';

/** What a submission is made of, once it is known to be one. */
export interface Submission {
  settings: Settings;
  answers: Answers;
  sent: Sent;
  token: Token;
  proven: boolean;
  /** What filled in the input that no person sees. */
  lured: boolean;
  at: Date;
  words: Words;
}

const LINK = /\bhttps?:\/\/|\bwww\./gi;
/** Inputs of a form of somebody's own that this one does not have. */
const EXTRAS = 20;

/**
 * The same submission has the same id, however often it is sent: the page it was filled in on, or the id that a program gave it, and
 * what it says. Without either of them it is what it says and the minute.
 */
export function idOf({ sent, token, answers, at }: Submission): ExternalId {
  const digest = createHash('sha256');
  for (const { field, texts, files } of answers.given) {
    digest.update(JSON.stringify([field.name, texts, files.map(({ name, data }) => [name, data.length])]));
    for (const { data } of files) digest.update(data);
  }
  digest.update(JSON.stringify(extras({ sent, answers })));
  const page = sent.id ?? ('id' in token ? token.id : String(Math.floor(at.getTime() / 60_000)));
  return `form:${page}:${digest.digest('base64url').slice(0, 20)}` as ExternalId;
}

/** The message of a submission (S22): its longest text is what it says, everything else are fields; who sends it is only claimed (D15). */
export function eventOf(submission: Submission, stored: ReadonlyMap<string, StoredFile[]>): InboundEvent {
  const { settings, answers, at, words } = submission;
  const said = answers.given.find(({ field, texts }) => field.type === 'long' && texts.length > 0);
  const fields = answers.given.flatMap(({ field, texts }) => {
    if (field === said?.field || field.type === 'file') return [];
    const value =
      field.type === 'checkbox' || field.type === 'consent' ? words[texts.length > 0 ? 'yes' : 'no'] : texts.join(', ');
    return value === '' ? [] : [{ name: field.name, label: field.label, value }];
  });
  const all = [...fields, ...extras(submission)];
  const text = said?.texts[0] ?? all.find(({ value }) => value.includes(' '))?.value ?? all[0]?.value ?? '';
  const files = [...stored.values()].flat().map((file): Part => ({ type: 'file', file }));
  return {
    type: 'message',
    id: idOf(submission),
    at,
    sender: senderOf(submission),
    thread: { subject: settings.name },
    parts: [{ type: 'text', text }, ...(all.length > 0 ? [{ type: 'fields' as const, fields: all }] : []), ...files],
    flags: flagsOf(submission, text),
    // Whoever fills in somebody else's address must not make us write to him.
    noAutoReply: true,
    ...(settings.ticket ? { opens: { record: 'ticket' as const, title: settings.name, source: 'form' } } : {}),
  };
}

function senderOf(submission: Submission): Identity {
  const { given } = submission.answers;
  const first = (type: string) => given.find(({ field, texts }) => field.type === type && texts.length > 0)?.texts[0];
  const email = first('email');
  const named = given.find(
    ({ field, texts }) =>
      field.type === 'text' && texts.length > 0 && /\b(?:name|naam)\b/i.test(`${field.label} ${field.name.replaceAll('_', ' ')}`),
  );
  const name = named?.texts[0];
  return {
    ...(email ? { kind: 'email', value: email } : { kind: 'visitor', value: idOf(submission) }),
    trust: 'claimed',
    ...(name ? { name: name.slice(0, 200) } : {}),
  };
}

/** What somebody's own form sends besides, such as the page on which it stands. */
function extras({ sent, answers }: Pick<Submission, 'sent' | 'answers'>): { name: string; label: string; value: string }[] {
  const known = new Set(answers.given.map(({ field }) => field.name));
  return Object.entries(sent.texts)
    .filter(([name]) => !known.has(name) && /^[a-zA-Z][\w .-]{0,60}$/.test(name) && name !== 'website_address')
    .slice(0, EXTRAS)
    .map(([name, texts]) => ({ name, label: name, value: texts.join(', ').slice(0, 500) }))
    .filter(({ value }) => value.trim() !== '');
}

/** Which rules fire; whether they are on, and for whom, is the host's. */
function flagsOf({ lured, token, proven }: Submission, text: string): { rule: string; detail: string }[] {
  const links = text.match(LINK)?.length ?? 0;
  const flags: { rule: string; detail: string }[] = [];
  if (lured) flags.push({ rule: 'lured', detail: '' });
  if (token.state === 'hasty') flags.push({ rule: 'hasty', detail: '' });
  if (!proven && links >= 3) flags.push({ rule: 'links', detail: `${links} links` });
  if (!proven) flags.push({ rule: 'unproven', detail: '' });
  return flags;
}

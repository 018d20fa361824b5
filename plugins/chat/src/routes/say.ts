import type { ExternalId, FileRef, Part, RawRequest, RawResponse } from '@balie/plugin-sdk';
import { z } from 'zod';
import { bodyOf, type ChatContext, json, Refusal } from '../answer.js';
import { spend } from '../budgets.js';
import { address, detailsOf, shown, tell, tie } from '../details.js';
import { externalIdOf, itemOf } from '../items.js';
import { keyOf } from '../keys.js';
import { FILES, limitsOf, TEXT_LENGTH } from '../limits.js';
import { pageOf, saidPage } from '../page.js';
import { seal, unseal } from '../seal.js';
import { identityOf, requireVisitor, topicOf, type Visitor } from '../visitor.js';

/** Few enough that a question before them is no longer the one that is answered. */
const ASKED_WITHIN = 5;
const HOUR_MS = 3_600_000;
const said = z.object({
  id: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/, 'An id has 8 to 64 letters and digits.'),
  text: z.string().max(TEXT_LENGTH, `At most ${TEXT_LENGTH} characters.`).default(''),
  files: z.array(z.string().max(4000)).max(FILES, `At most ${FILES} files.`).default([]),
  page: saidPage.optional(),
});
const lent = z.object({
  visitor: z.string(),
  stored: z.string(),
  name: z.string(),
  mime: z.string(),
  bytes: z.number(),
  until: z.number(),
});

/** Takes in what a visitor writes: it is kept when this answers, and the same id again is the same message. */
export async function say(request: RawRequest, context: ChatContext): Promise<RawResponse> {
  const visitor = await requireVisitor(request, context);
  spend('say', request, context, { visitor });
  const { id, text, files, page: saidOf } = bodyOf(request, said);
  const words = text.trim();
  if (words === '' && files.length === 0) throw new Refusal('INVALID', 'Write something, or add a file.', { field: 'text' });
  const refs = await Promise.all(files.map((file) => fileFrom(file, visitor, request, context)));
  const parts: Part[] = [
    ...(words === '' ? [] : [{ type: 'text' as const, text: words }]),
    ...refs.map((file) => ({ type: 'file' as const, file })),
  ];
  const at = request.receivedAt;
  const page = pageOf(saidOf, context.settings);
  await context.ingest([
    {
      type: 'message',
      id: externalIdOf(visitor.id, id) as ExternalId,
      at,
      sender: identityOf(visitor),
      thread: { key: visitor.id, ...(page ? { page } : {}) },
      parts,
    },
    ...(await tie(visitor, context)),
  ]);
  const about = { id, at: at.toISOString(), from: 'visitor' as const, author: { name: '' } };
  const item = await itemOf(context, about, parts);
  await context.publish(topicOf(visitor.id), { kind: 'item', item });
  await keepAnswer(visitor, words, context);
  return json({ item });
}

/** An address that he answered a question with is his address: he is not asked for it again. Known for one only after that question. */
async function keepAnswer(visitor: Visitor, words: string, context: ChatContext): Promise<void> {
  const { success, data: email } = address.safeParse(words);
  if (!success) return;
  const before = await detailsOf(visitor, context);
  if (before.email === email || visitor.email !== null) return;
  const asked = (await context.history(visitor.id, { limit: ASKED_WITHIN })).findLast(({ from }) => from !== 'contact');
  if (!asked?.parts.some((part) => part.type === 'text' && part.asks === 'email')) return;
  await tell(visitor, { ...before, email }, context);
  await context.publish(topicOf(visitor.id), { kind: 'visitor', visitor: await shown(visitor, context) });
}

/** Keeps a file, which only this visitor can then send, within an hour. */
export async function upload(request: RawRequest, context: ChatContext): Promise<RawResponse> {
  const visitor = await requireVisitor(request, context);
  const limits = limitsOf(context.settings);
  const bytes = request.body.length;
  if (limits.files === 0) throw new Refusal('INVALID', 'Files are not taken here.', { field: 'files' });
  if (bytes === 0) throw new Refusal('INVALID', 'The file is empty.', { field: 'files' });
  if (bytes > limits.fileBytes)
    throw new Refusal('TOO_LARGE', `A file may have ${limits.fileBytes / 1_000_000} MB.`, { field: 'files' });
  spend('files', request, context, { visitor });
  spend('bytes', request, context, { visitor, amount: bytes });
  const name = (request.query['name'] ?? '').trim().slice(0, 200) || 'file';
  const mime = /^[\w.+-]+\/[\w.+-]+/.exec(request.headers['content-type'] ?? '')?.[0] ?? 'application/octet-stream';
  const { stored } = await context.files.put(request.body, { name, mime });
  const until = request.receivedAt.getTime() + HOUR_MS;
  const file = seal(await keyOf(context), 'file', { visitor: visitor.id, stored, name, mime, bytes, until });
  return json({ file, name, mime, bytes });
}

/** A file that this visitor has uploaded; what others have stays theirs. */
async function fileFrom(text: string, { id }: Visitor, request: RawRequest, context: ChatContext): Promise<FileRef> {
  const read = lent.safeParse(unseal(await keyOf(context), 'file', text));
  if (!read.success || read.data.visitor !== id || read.data.until <= request.receivedAt.getTime())
    throw new Refusal('INVALID', 'Upload the file again.', { field: 'files' });
  const { stored, name, mime, bytes } = read.data;
  return { stored, name, mime, bytes };
}

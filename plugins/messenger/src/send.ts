import { ChannelError, type ExternalId, type Json, type OutboundMessage, type SendResult } from '@balie/plugin-sdk';
import { z } from 'zod';
import { graph, type Context } from './graph.js';
import { metadataFor } from './metadata.js';
import { type Piece, piecesOf } from './pieces.js';

/** Longer than the core tries to send anything. */
const KEPT_MS = 7 * 24 * 3_600_000;
const answer = z.object({ message_id: z.string().min(1), recipient_id: z.string().optional() });
/** How far a message has got: the ids of the pieces that are out, and how many calls were begun. */
interface Progress {
  ids: string[];
  begun: number;
}

/**
 * Sends a message as the pieces that Messenger takes (Meta, "Send API"). How far it got is written down before and after each call, so
 * that a retry goes on where it stopped, and only a call whose answer nobody heard is uncertain: then the echo of it says that it went out.
 */
export async function send(message: OutboundMessage, context: Context): Promise<SendResult> {
  const pieces = await piecesOf(message.parts, context);
  const [to] = message.to;
  if (!to || pieces.length === 0) throw new ChannelError('rejected', 'There is nothing to send.');
  const key = `sent.${message.sendKey}`;
  const progress = ((await context.state.get(key))?.value ?? { ids: [], begun: 0 }) as unknown as Progress;
  if (message.uncertain && progress.begun > progress.ids.length)
    throw new ChannelError('uncertain', 'Messenger can’t be asked whether it has this message; nothing of it has come back.');
  const keep = () => context.state.set(key, { ...progress } as unknown as Json, { ttlMs: KEPT_MS });
  const way: Way = { to: to.value, byPerson: !message.author.bot && !message.automatic, late: false };
  for (let at = progress.ids.length; at < pieces.length; at++) {
    progress.begun = at + 1;
    await keep();
    const metadata = metadataFor(message.sendKey, at + 1, pieces.length);
    progress.ids.push(await sendPiece(context, pieces[at]!, way, metadata).catch((error: unknown) => explained(error, at)));
  }
  await keep();
  return { ids: progress.ids as ExternalId[], threadKey: to.value, status: 'accepted' };
}

/** To whom, and by which right. */
interface Way {
  to: string;
  byPerson: boolean;
  /** The usual window is over, and the longer one for people holds. */
  late: boolean;
}

/**
 * As an answer; when that is refused because the day is over and a person wrote it, under the tag for people, where the app has it
 * (Meta, "Message Tags: HUMAN_AGENT", 7 days). Never under the tag before, and never what a machine wrote.
 */
async function sendPiece(context: Context, piece: Piece, way: Way, metadata: string): Promise<string> {
  if (way.late) return call(context, piece, way, metadata);
  try {
    return await call(context, piece, way, metadata);
  } catch (error) {
    const closed = error instanceof ChannelError && error.kind === 'window_closed';
    if (!closed || !way.byPerson || !context.settings.humanAgent) throw error;
    way.late = true;
    return call(context, piece, way, metadata);
  }
}

async function call(context: Context, piece: Piece, { to, late }: Way, metadata: string): Promise<string> {
  const type = late ? { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' } : { messaging_type: 'RESPONSE' };
  const recipient = { id: to };
  const path = messagesOf(context);
  const message = { ...piece.message, metadata };
  const body = piece.file
    ? { form: formOf({ ...type, recipient, message }, piece.file) }
    : { json: { ...type, recipient, message } as Json };
  return answer.parse(await graph(context, { method: 'POST', to: path, ...body })).message_id;
}

/** A file goes along in the request itself, so that this server need not be reachable for it (Meta, "Send API: upload from a file"). */
function formOf(fields: Record<string, unknown>, file: File): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  form.set('filedata', file);
  return form;
}

function explained(error: unknown, sent: number): never {
  if (!(error instanceof ChannelError) || sent === 0) throw error;
  const words = `The first ${sent === 1 ? 'part' : `${sent} parts`} of this message went out, the rest did not. ${error.message}`;
  throw new ChannelError(error.kind, words, error.detail);
}

/** Shows or hides on the far side that we write, or that we have read (Meta, "Sender Actions"). */
export async function act(
  context: Context,
  psid: string | undefined,
  action: 'typing_on' | 'typing_off' | 'mark_seen',
): Promise<void> {
  if (psid === undefined) return;
  const json = { recipient: { id: psid }, sender_action: action };
  await graph(context, { method: 'POST', to: messagesOf(context), json, repeatable: true });
}

const messagesOf = ({ instance }: Context): string => `${instance.account ?? 'me'}/messages`;

import { type Conversation, deleteConversations, findConversation, keepDraft, messageTakenBack } from '../conversations/index.js';
import {
  askAboutCalendar,
  attachmentsOf,
  CALENDAR_TAKEN_BACK,
  hasCalendar,
  type Message,
  recipientsOf,
  Upload,
} from '../messages/index.js';
import { newId } from '../../kernel/ids.js';
import type { Tx } from '../../kernel/uow.js';

/** As long as any other upload. */
const KEPT_MS = 24 * 60 * 60_000;

/**
 * Gives a message that was stopped back to the draft of its author: text, recipients and files. A conversation that it began
 * is as if it had never been. Answers whether the message is still there.
 */
export async function takeBack(tx: Tx, message: Message): Promise<boolean> {
  const conversation = await findConversation(tx, message.conversationId);
  if (!conversation) return false;
  const began = message.data['began'] === true && conversation.messageCount === 1;
  // An invitation is no draft: whoever keeps the meeting puts it back to what it was.
  const meeting = hasCalendar(message.parts);
  if (meeting) askAboutCalendar(tx, CALENDAR_TAKEN_BACK, message);
  const kept = message.authorKind === 'USER' && !meeting ? await contentOf(tx, message, conversation, began) : null;
  if (began) await deleteConversations(tx, [conversation.id], { undone: true });
  else await messageTakenBack(tx, message);
  if (kept) await keepDraft(tx, kept.key, kept.content, conversation.inboxId);
  return !began;
}

async function contentOf(tx: Tx, message: Message, conversation: Conversation, began: boolean) {
  const { uploadIds, renamed } = await returnFiles(tx, message);
  const recipients = await recipientsOf(tx, [message.id]);
  const of = (field: 'TO' | 'CC' | 'BCC'): string[] => recipients.filter((one) => one.field === field).map((one) => one.value);
  const mode = began ? ('COMPOSE' as const) : message.forwardOfId ? ('FORWARD' as const) : ('REPLY' as const);
  return {
    key: { userId: message.authorId ?? '', conversationId: conversation.id, mode },
    content: {
      text: message.text,
      html: message.html === null ? null : withUploads(message.html, renamed),
      inboxId: began ? conversation.inboxId : null,
      messageId: message.forwardOfId ?? message.inReplyToId,
      recipients: { to: of('TO'), cc: of('CC'), bcc: of('BCC') },
      subject: began ? message.subject : null,
      uploadIds: uploadIds.length > 0 ? uploadIds : null,
    },
  };
}

/** Its files are uploads again, under new ids; what was passed on with a forward goes along by itself. */
async function returnFiles(tx: Tx, message: Message): Promise<{ uploadIds: string[]; renamed: Map<string, string> }> {
  const passedOn = message.forwardOfId ? await attachmentsOf(tx, [message.forwardOfId]) : [];
  const hashes = new Set(passedOn.map((file) => file.hash));
  const files = (await attachmentsOf(tx, [message.id])).filter((file) => file.hash !== null && !hashes.has(file.hash));
  const renamed = new Map<string, string>();
  const uploads = files.map(({ name, mime, bytes, hash, contentId }): Upload => {
    const id = newId('upload');
    if (contentId) renamed.set(contentId, id);
    return {
      id,
      userId: message.authorId ?? '',
      name,
      mime,
      bytes: bytes ?? 0,
      hash,
      secretHash: '',
      createdAt: tx.now,
      expiresAt: tx.now + KEPT_MS,
    };
  });
  if (uploads.length > 0) await tx.manager.insert(Upload, uploads);
  return { uploadIds: uploads.map(({ id }) => id), renamed };
}

/** Pictures by the uploads that they are again, as an editor names them. */
function withUploads(html: string, renamed: ReadonlyMap<string, string>): string {
  return html.replaceAll(/cid:(upl_[0-9a-f]{32})/g, (all: string, id: string) => {
    const now = renamed.get(id);
    return now === undefined ? all : `upload:${now}`;
  });
}

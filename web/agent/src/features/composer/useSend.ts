import { useCallback, useState } from 'react';
import { useClient, type Client, type CombinedError } from 'urql';
import { outcomeText } from '../../app/errors.js';
import { useT } from '../../app/intl.js';
import type { ItemFieldsFragment, MailFragment } from '../../generated/graphql.js';
import {
  ComposeMessageDocument,
  ForwardMessageDocument,
  SendMessageDocument,
  type ComposeMessageMutation,
  type SendMessageMutation,
} from '../../generated/composer.js';
import { makeId } from '../../lib/ids.js';
import { showsPicture, type DraftContent, type DraftKey } from './content.js';
import { wasPlaced } from './pictures.js';

/** What goes out, as the editor has it now. */
export interface Outgoing extends DraftKey {
  content: DraftContent;
  routeId: string | null;
  basedOn: string | null;
  sendAt: string | null;
  /** Colleagues whom a comment calls. */
  mentionIds: string[];
}
/** Why nothing was sent. `unseen` is what came in meanwhile, when that was the reason. */
export interface Refusal {
  reason: string;
  /** The field that it is about, such as `to`. */
  field: string | null;
  unseen: readonly ItemFieldsFragment[];
}
export interface Sent {
  message: MailFragment;
  conversationId: string;
}
type Payload = SendMessageMutation['messageSend'] | ComposeMessageMutation['conversationCompose'];
interface Answer {
  payload: Payload | undefined;
  error: CombinedError | undefined;
}

/** The files that go along: a picture that was taken out of the text stays behind. */
const uploadsOf = (content: DraftContent): string[] =>
  content.files.filter(({ id }) => showsPicture(content, id) || !wasPlaced(id)).map(({ id }) => id);

async function reply(
  client: Client,
  { conversationId, mode, content, routeId, basedOn, sendAt, mentionIds }: Outgoing,
): Promise<Answer> {
  const outward = mode === 'REPLY';
  const { to, cc, bcc, messageId } = content;
  const people = { ...(to && { to: [...to] }), ...(cc && { cc: [...cc] }), ...(bcc && { bcc: [...bcc] }) };
  const input = {
    id: makeId('msg'),
    conversationId,
    direction: outward ? ('OUTBOUND' as const) : ('INTERNAL' as const),
    text: content.text.trim(),
    html: content.html,
    uploadIds: uploadsOf(content),
    ...(outward ? { routeId, ...people, ...(messageId && { replyTo: messageId }), sendAt } : { mentionIds }),
    basedOn,
    operationId: makeId('op'),
  };
  const { data, error } = await client.mutation(SendMessageDocument, { input }).toPromise();
  return { payload: data?.messageSend, error };
}

async function forward(client: Client, { content, basedOn, sendAt }: Outgoing, attachmentIds: string[] | null): Promise<Answer> {
  const { text, html, to, cc, bcc, messageId } = content;
  const input = {
    id: makeId('msg'),
    messageId: messageId ?? '',
    ...{ to: [...(to ?? [])], cc: [...(cc ?? [])], bcc: [...(bcc ?? [])] },
    ...{ text: text.trim(), html, uploadIds: uploadsOf(content), sendAt, basedOn },
    attachmentIds,
    operationId: makeId('op'),
  };
  const { data, error } = await client.mutation(ForwardMessageDocument, { input }).toPromise();
  return { payload: data?.messageForward, error };
}

async function compose(client: Client, { conversationId, content, sendAt }: Outgoing): Promise<Answer> {
  const { text, html, to, cc, bcc, subject, inboxId, fromId } = content;
  const input = {
    ...{ id: makeId('msg'), conversationId, inboxId: inboxId ?? '', fromId },
    ...{ to: [...(to ?? [])], cc: [...(cc ?? [])], bcc: [...(bcc ?? [])] },
    ...{ subject: subject ?? '', text: text.trim(), html, uploadIds: uploadsOf(content), sendAt },
    operationId: makeId('op'),
  };
  const { data, error } = await client.mutation(ComposeMessageDocument, { input }).toPromise();
  return { payload: data?.conversationCompose, error };
}

/** Sends, and says why when it was refused; then nothing has left and nothing is lost. */
export function useSend() {
  const t = useT();
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const send = useCallback(
    async (outgoing: Outgoing, attachmentIds: string[] | null = null): Promise<Sent | Refusal> => {
      setBusy(true);
      const way = outgoing.mode === 'FORWARD' ? forward(client, outgoing, attachmentIds) : null;
      const { payload, error } = await (way ??
        (outgoing.mode === 'COMPOSE' ? compose(client, outgoing) : reply(client, outgoing)));
      setBusy(false);
      const reason = outcomeText(t, error, payload?.userErrors);
      const message = payload?.message;
      if (reason === null && message) return { message, conversationId: message.conversation.id };
      const problem = payload?.userErrors[0];
      const field = problem?.path?.find((part) => part !== 'input') ?? null;
      const unseen = problem?.__typename === 'StaleError' && 'unseen' in problem ? problem.unseen : [];
      return { reason: reason ?? t('error.unknown'), field, unseen };
    },
    [client, t],
  );
  return { send, busy };
}

export const isRefusal = (outcome: Sent | Refusal): outcome is Refusal => 'reason' in outcome;

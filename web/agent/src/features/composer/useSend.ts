import { useCallback, useState } from 'react';
import { useClient } from 'urql';
import { outcomeText } from '../../app/errors.js';
import { useT } from '../../app/intl.js';
import { SendMessageDocument, type DraftMode, type ItemFieldsFragment, type MessageSendInput } from '../../generated/graphql.js';
import { makeId } from '../../lib/ids.js';
import type { DraftText } from './drafts.js';
import type { Overrides } from './Recipients.js';

/** What goes out, as the editor has it now. */
export interface Outgoing {
  conversationId: string;
  mode: DraftMode;
  draft: DraftText;
  uploadIds: string[];
  routeId: string | null;
  overrides: Overrides;
  basedOn: string | null;
}
/** Why nothing was sent. `unseen` is what came in meanwhile, when that was the reason. */
export interface Refusal {
  reason: string;
  unseen: readonly ItemFieldsFragment[];
}

function inputOf(outgoing: Outgoing): MessageSendInput {
  const { conversationId, mode, draft, uploadIds, routeId, overrides, basedOn } = outgoing;
  const reply = mode === 'REPLY';
  return {
    id: makeId('msg'),
    conversationId,
    direction: reply ? 'OUTBOUND' : 'INTERNAL',
    text: draft.text.trim(),
    html: draft.html,
    uploadIds,
    routeId: reply ? routeId : null,
    ...(reply && overrides.to ? { to: overrides.to } : {}),
    ...(reply && overrides.cc ? { cc: overrides.cc } : {}),
    ...(reply && overrides.bcc ? { bcc: overrides.bcc } : {}),
    basedOn,
    operationId: makeId('op'),
  };
}

/** Sends, and says why when it was refused; then nothing has left and nothing is lost. */
export function useSend() {
  const t = useT();
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const send = useCallback(
    async (outgoing: Outgoing): Promise<Refusal | null> => {
      setBusy(true);
      const { data, error } = await client.mutation(SendMessageDocument, { input: inputOf(outgoing) }).toPromise();
      setBusy(false);
      const problem = data?.messageSend.userErrors[0];
      const reason = outcomeText(t, error, data?.messageSend.userErrors);
      if (reason === null) return null;
      return { reason, unseen: problem?.__typename === 'StaleError' ? problem.unseen : [] };
    },
    [client, t],
  );
  return { send, busy };
}

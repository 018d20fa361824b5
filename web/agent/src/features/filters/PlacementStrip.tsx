import { Button } from '@balie/web-ui';
import { IconFilter, IconInbox, IconTrash } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useT } from '../../app/intl.js';
import { useServices } from '../../app/services.js';
import { personName } from '../../lib/person.js';
import type { Conversation } from '../thread/types.js';
import { useBulkActions } from '../bulk/useBulkActions.js';
import { reasonText } from './reason.js';
import { useSenderDialog } from './useSenderDialog.js';

/** Says why a conversation is not in the inbox, and how it gets there (S24, S25, S40, S57). */
export function PlacementStrip({ conversation }: { conversation: Conversation }) {
  const t = useT();
  const id = useId();
  const { senders } = useServices();
  const doTo = useBulkActions();
  const { ask, dialog } = useSenderDialog();
  const [remember, setRemember] = useState(false);
  const { placement, placementReason, contact, inbox, viewerCan } = conversation;
  if (placement !== 'FILTERED' && placement !== 'SPAM') return null;
  const blocked = contact?.blockedIn.some((one) => one.id === inbox.id) ?? false;
  const name = personName(contact) ?? t('contact.unknown');
  const allowed = viewerCan.includes('PLACE');
  const where = t(placement === 'SPAM' ? 'place.inSpam' : 'place.inFiltered');
  return (
    <div className="place-strip" role="note">
      <p>
        <IconFilter size={16} aria-hidden />
        <span>
          <b>{where}</b> {placementReason ? reasonText(t, placementReason) : ''}
        </span>
      </p>
      {allowed && (
        <div className="row-actions">
          {blocked && contact ? (
            <Button
              look="tint"
              onClick={() => ask('unblock', { contactId: contact.id, inboxId: inbox.id, name, inboxName: inbox.name })}
            >
              {t('unblock.open')}
            </Button>
          ) : (
            <>
              <Button look="tint" onClick={() => void senders.place(conversation.id, placement, 'INBOX', remember)}>
                <IconInbox size={16} aria-hidden />
                {t(placement === 'SPAM' ? 'place.notSpam' : 'place.toInbox')}
              </Button>
              {contact && (
                <label className="check" htmlFor={id}>
                  <input id={id} type="checkbox" checked={remember} onChange={(event) => setRemember(event.target.checked)} />
                  {t('place.always', { name })}
                </label>
              )}
            </>
          )}
          {placement === 'SPAM' && (
            <Button look="quiet" onClick={() => void doTo((bulk) => bulk.place('TRASH'), [conversation])}>
              <IconTrash size={16} aria-hidden />
              {t('trash.do')}
            </Button>
          )}
        </div>
      )}
      {dialog}
    </div>
  );
}

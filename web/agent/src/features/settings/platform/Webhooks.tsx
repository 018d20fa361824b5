import { Modal } from '@mantine/core';
import { Button } from '@balie/web-ui';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useT } from '../../../app/intl.js';
import { useShell } from '../../../app/ShellProvider.js';
import { toast } from '../../../app/toasts.js';
import { DeleteWebhookDocument, WebhookListDocument, type WebhookLineFragment } from '../../../generated/platform.js';
import { Loaded } from '../Loaded.js';
import { useRun } from '../useRun.js';
import { SecretShown } from './SecretShown.js';
import { WebhookEditor } from './WebhookEditor.js';
import { WebhookItem } from './WebhookItem.js';
import '../../../styles/platform.css';

/** Programs elsewhere that are told what happens, and what became of what they were told (G13, N24). */
export function Webhooks() {
  const t = useT();
  const { inboxes } = useShell();
  const [{ data, error }, again] = useQuery({ query: WebhookListDocument, requestPolicy: 'cache-and-network' });
  const [editing, setEditing] = useState<string | null>(null);
  const [deleting, setDeleting] = useState<WebhookLineFragment | null>(null);
  const [made, setMade] = useState<{ name: string; secret: string } | null>(null);
  const refresh = () => again({ requestPolicy: 'network-only' });
  const editor = {
    inboxes,
    onCancel: () => setEditing(null),
    onSaved: (name: string, secret: string | null) => {
      setEditing(null);
      if (secret) setMade({ name, secret });
      refresh();
    },
  };
  return (
    <Loaded ready={data !== undefined} error={error} onRetry={refresh}>
      {made && (
        <SecretShown
          title={t('webhook.secretMade', { name: made.name })}
          label={t('webhook.secret')}
          help={t('webhook.secretHelp')}
          secret={made.secret}
          onClose={() => setMade(null)}
        />
      )}
      <div className="filters">
        {editing !== 'new' && (
          <Button look="tint" onClick={() => setEditing('new')}>
            <IconPlus size={16} aria-hidden />
            {t('webhook.add')}
          </Button>
        )}
      </div>
      {editing === 'new' && <WebhookEditor {...editor} />}
      {data?.webhooks.length === 0 && editing !== 'new' && <p className="meta">{t('webhook.none')}</p>}
      {data && data.webhooks.length > 0 && (
        <ul className="lines" aria-label={t('webhook.page')}>
          {data.webhooks.map((webhook) => (
            <li key={webhook.id}>
              {webhook.id === editing ? (
                <WebhookEditor webhook={webhook} {...editor} />
              ) : (
                <WebhookItem
                  webhook={webhook}
                  inboxes={inboxes}
                  onEdit={() => setEditing(webhook.id)}
                  onDelete={() => setDeleting(webhook)}
                  onChanged={refresh}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {deleting && <DeleteDialog webhook={deleting} onClose={() => setDeleting(null)} onDone={refresh} />}
    </Loaded>
  );
}

interface DeleteProps {
  webhook: WebhookLineFragment;
  onClose: () => void;
  onDone: () => void;
}

function DeleteDialog({ webhook, onClose, onDone }: DeleteProps) {
  const t = useT();
  const { run, busy } = useRun();
  const remove = async () => {
    const done = await run({
      document: DeleteWebhookDocument,
      variables: { id: webhook.id },
      problems: (answer) => answer.webhookDelete.userErrors,
    });
    onClose();
    if (!done) return;
    toast(t('webhook.deleted', { name: webhook.name }));
    onDone();
  };
  return (
    <Modal opened onClose={onClose} title={t('webhook.deleteTitle', { name: webhook.name })}>
      <p>{t('webhook.deleteHelp')}</p>
      <div className="row-actions">
        <Button look="danger" busy={busy} onClick={() => void remove()} data-autofocus>
          {t('webhook.deleteYes')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </Modal>
  );
}

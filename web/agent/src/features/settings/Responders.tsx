import { Modal } from '@mantine/core';
import { Button } from '@balie/web-ui';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useLocale, useT } from '../../app/intl.js';
import { useServices } from '../../app/services.js';
import { toast } from '../../app/toasts.js';
import { iconFor } from '../../components/icons.js';
import {
  DeleteResponderDocument,
  RespondersDocument,
  type ResponderLineFragment,
  type RespondersQuery,
} from '../../generated/settings.js';
import { Loaded } from './Loaded.js';
import { ResponderEditor } from './ResponderEditor.js';
import { useRun } from './useRun.js';

type Type = RespondersQuery['responderTypes'][number];

/**
 * What of plugins acts by itself, such as bots: which inboxes each serves, when, and what it does (D29, D32).
 * With `only` it is about one type, which has a page of its own, such as a place where a team talks (S86).
 */
export function Responders({ only }: { only?: string }) {
  const t = useT();
  const { locale } = useLocale();
  const { follower } = useServices();
  const [{ data, error }, again] = useQuery({
    query: RespondersDocument,
    variables: { language: locale },
    requestPolicy: 'cache-and-network',
  });
  const [adding, setAdding] = useState<string | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [deleting, setDeleting] = useState<ResponderLineFragment | null>(null);
  const refresh = () => again({ requestPolicy: 'network-only' });
  const close = () => {
    setAdding(null);
    setEditing(null);
  };
  const done = () => {
    close();
    toast(t('saved'));
    follower.counts(0);
    refresh();
  };
  const all = data?.responderTypes ?? [];
  const types = all.filter(({ type, page }) => (only === undefined ? !page : type === only));
  const title = only === undefined ? undefined : types[0]?.title;
  // What has lost its plugin stands among the bots, from where it can be taken away.
  const ours = (data?.responders ?? []).filter(({ type }) => {
    const page = all.some((one) => one.type === type && one.page);
    return only === undefined ? !page : type === only;
  });
  const inboxes = data?.inboxes ?? [];
  const typeOf = (word: string): Type | undefined => all.find(({ type }) => type === word);
  const added = adding === null ? undefined : typeOf(adding);
  const edited = ours.find(({ id }) => id === editing);
  const editedType = edited && typeOf(edited.type);
  const shared = { inboxes, onDone: done, onCancel: close };
  return (
    <Loaded ready={data !== undefined} error={error} onRetry={refresh}>
      {types.length === 0 && <p className="help">{t('responder.noTypes')}</p>}
      {!added && !edited && (
        <div className="filters">
          {types.map((type) => (
            <Button key={type.type} look="tint" onClick={() => setAdding(type.type)}>
              <IconPlus size={16} aria-hidden />
              {t(type.page ? 'responder.connect' : 'responder.add', { title: type.title })}
            </Button>
          ))}
        </div>
      )}
      {added && <ResponderEditor key={added.type} type={added} {...shared} />}
      {data && ours.length === 0 && !added && types.length > 0 && (
        <p className="help">{title === undefined ? t('responder.none') : t('responder.notConnected', { title })}</p>
      )}
      {edited && editedType && <ResponderEditor key={edited.id} type={editedType} responder={edited} {...shared} />}
      {ours.length > 0 && !edited && (
        <ul className="lines">
          {ours.map((responder) => (
            <Line
              key={responder.id}
              responder={responder}
              type={typeOf(responder.type)}
              inboxes={inboxes}
              onEdit={() => setEditing(responder.id)}
              onDelete={() => setDeleting(responder)}
            />
          ))}
        </ul>
      )}
      <DeleteDialog responder={deleting} onClose={() => setDeleting(null)} onDone={refresh} />
    </Loaded>
  );
}

interface LineProps {
  responder: ResponderLineFragment;
  type: Type | undefined;
  inboxes: RespondersQuery['inboxes'];
  onEdit: () => void;
  onDelete: () => void;
}

function Line({ responder, type, inboxes, onEdit, onDelete }: LineProps) {
  const t = useT();
  const Mark = iconFor(type?.icon);
  const served = inboxes.filter(({ id }) => responder.inboxIds.includes(id)).map(({ name }) => name);
  return (
    <li>
      <Mark size={20} aria-hidden />
      <div className="line-text">
        <b>{responder.name}</b>
        <p className="meta">{[type?.title, served.join(', ') || t('responder.nowhere')].filter(Boolean).join(' · ')}</p>
        {responder.stateMessage && <p className="field-error">{responder.stateMessage}</p>}
      </div>
      <span className="state" data-tone={responder.active ? 'good' : 'plain'}>
        {t(responder.active ? 'responder.on' : 'responder.off')}
      </span>
      {type && (
        <Button onClick={onEdit}>
          {t('edit')}
          <span className="vh"> {responder.name}</span>
        </Button>
      )}
      <Button look="quiet" onClick={onDelete}>
        {t('responder.delete')}
        <span className="vh"> {responder.name}</span>
      </Button>
    </li>
  );
}

interface DeleteProps {
  responder: ResponderLineFragment | null;
  onClose: () => void;
  onDone: () => void;
}

function DeleteDialog({ responder, onClose, onDone }: DeleteProps) {
  const t = useT();
  const { run, busy } = useRun();
  const remove = async () => {
    if (!responder) return;
    const data = await run({
      document: DeleteResponderDocument,
      variables: { id: responder.id },
      problems: (answer) => answer.responderDelete.userErrors,
    });
    if (data) onDone();
    onClose();
  };
  return (
    <Modal opened={responder !== null} onClose={onClose} title={t('responder.deleteTitle', { name: responder?.name ?? '' })}>
      <p>{t('responder.deleteHelp')}</p>
      <div className="row-actions">
        <Button look="danger" busy={busy} onClick={() => void remove()}>
          {t('responder.delete')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </Modal>
  );
}

import { Button } from '@balie/web-ui';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useRef, useState, type FormEvent } from 'react';
import { useQuery } from 'urql';
import { useT } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';
import { SelectField, TextField } from '../../components/fields.js';
import {
  DeleteSnippetDocument,
  SaveSnippetDocument,
  SnippetsDocument,
  type SnippetTextFragment,
} from '../../generated/composer.js';
import { makeId } from '../../lib/ids.js';
import { NO_TEXT, type DraftText } from '../composer/content.js';
import type { EditorApi } from '../composer/editor.js';
import { Loaded } from './Loaded.js';
import { useRun } from './useRun.js';

const RichEditor = lazy(() => import('../composer/RichEditor.js').then((module) => ({ default: module.RichEditor })));
const FORMATS = ['bold', 'italic', 'list', 'link', 'code'];
const EXAMPLES = '{contact.first_name|…} {contact.name} {contact.email} {agent.name} {inbox.name} {conversation.number}';

/** Texts that are used often: one's own, and those that are shared (S63, D38). */
export function Snippets() {
  const t = useT();
  const { run, busy } = useRun();
  const [{ data, error }, again] = useQuery({ query: SnippetsDocument, requestPolicy: 'cache-and-network' });
  const [editing, setEditing] = useState<string | null>(null);
  const refresh = () => again({ requestPolicy: 'network-only' });
  const done = () => {
    setEditing(null);
    refresh();
  };
  const remove = async ({ id, version }: SnippetTextFragment) => {
    const variables = { id, expectedVersion: version };
    if (await run({ document: DeleteSnippetDocument, variables, problems: (one) => one.snippetDelete.userErrors })) refresh();
  };
  const snippets = data?.snippets ?? [];
  return (
    <Loaded ready={data !== undefined} error={error} onRetry={refresh}>
      {editing !== 'new' && (
        <div className="filters">
          <Button look="tint" onClick={() => setEditing('new')}>
            <IconPlus size={16} aria-hidden />
            {t('snippets.new')}
          </Button>
        </div>
      )}
      {editing === 'new' && <SnippetEditor onDone={done} onCancel={() => setEditing(null)} />}
      {data && snippets.length === 0 && editing !== 'new' && <p className="meta">{t('snippets.empty')}</p>}
      <ul className="lines">
        {snippets.map((snippet) =>
          snippet.id === editing ? (
            <li key={snippet.id}>
              <SnippetEditor snippet={snippet} onDone={done} onCancel={() => setEditing(null)} />
            </li>
          ) : (
            <SnippetLine
              key={snippet.id}
              snippet={snippet}
              busy={busy}
              onEdit={() => setEditing(snippet.id)}
              onRemove={() => void remove(snippet)}
            />
          ),
        )}
      </ul>
    </Loaded>
  );
}

interface LineProps {
  snippet: SnippetTextFragment;
  busy: boolean;
  onEdit: () => void;
  onRemove: () => void;
}

function SnippetLine({ snippet, busy, onEdit, onRemove }: LineProps) {
  const t = useT();
  const { snippetName: name, shared, inbox, canChange } = snippet;
  const where = inbox ? inbox.name : t('snippets.everywhere');
  return (
    <li>
      <div className="line-text">
        <b>{name}</b> <kbd>/{snippet.shortcut}</kbd>
        <span className="meta"> {shared ? t('snippets.sharedIn', { where }) : t('snippets.ownIn', { where })}</span>
        <p className="meta el">{snippet.text}</p>
      </div>
      {canChange && (
        <>
          <Button onClick={onEdit}>
            {t('edit')}
            <span className="vh"> {name}</span>
          </Button>
          <Button look="danger" busy={busy} onClick={onRemove}>
            {t('delete')}
            <span className="vh"> {name}</span>
          </Button>
        </>
      )}
    </li>
  );
}

interface EditorProps {
  snippet?: SnippetTextFragment;
  onDone: () => void;
  onCancel: () => void;
}

function SnippetEditor({ snippet, onDone, onCancel }: EditorProps) {
  const t = useT();
  const { run, busy } = useRun();
  const { inboxes, isAdmin } = useShell();
  const editor = useRef<EditorApi>(null);
  const [id] = useState(() => snippet?.id ?? makeId('snp'));
  const [name, setName] = useState(snippet?.snippetName ?? '');
  const [shortcut, setShortcut] = useState(snippet?.shortcut ?? '');
  const [shared, setShared] = useState(snippet?.shared ?? false);
  const [inboxId, setInboxId] = useState(snippet?.inbox?.id ?? '');
  const [draft, setDraft] = useState<DraftText>(snippet ?? NO_TEXT);
  const managed = inboxes.filter(({ inboxCan }) => inboxCan.includes('MANAGE'));
  const offered = shared && !isAdmin ? managed : inboxes;
  const where = shared && !isAdmin && inboxId === '' ? (managed[0]?.id ?? '') : inboxId;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const place = where === '' ? null : where;
    const input = { id, name, shortcut, inboxId: place, text: draft.text, html: draft.html };
    const more = snippet ? { expectedVersion: snippet.version } : { shared };
    const saving = { document: SaveSnippetDocument, variables: { input: { ...input, ...more } } };
    if (await run({ ...saving, problems: (one) => one.snippetSave.userErrors })) onDone();
  };
  return (
    <form className="editor" onSubmit={(event) => void submit(event)}>
      <TextField label={t('snippets.name')} value={name} onChange={setName} maxLength={80} autoFocus />
      <TextField
        label={t('snippets.shortcut')}
        help={t('snippets.shortcutHelp')}
        value={shortcut}
        onChange={setShortcut}
        maxLength={41}
      />
      <div className="field">
        <span>{t('snippets.text')}</span>
        <div className="input snippet-text">
          <Suspense fallback={<div className="ed" aria-busy="true" />}>
            <RichEditor
              api={editor}
              id={`snippet-${id}`}
              label={t('snippets.text')}
              placeholder={t('snippets.textHint')}
              initial={draft}
              onChange={setDraft}
              onSubmit={() => undefined}
              onFiles={() => undefined}
              formats={FORMATS}
            />
          </Suspense>
        </div>
        <small className="help">{t('snippets.placeholders', { examples: EXAMPLES })}</small>
      </div>
      {!snippet && (isAdmin || managed.length > 0) && (
        <label className="check">
          <input type="checkbox" checked={shared} onChange={(event) => setShared(event.target.checked)} />
          <span className="el">{t('snippets.share')}</span>
        </label>
      )}
      <SelectField
        label={t('snippets.inbox')}
        value={where}
        onChange={setInboxId}
        options={[
          ...(shared && !isAdmin ? [] : [{ value: '', label: t('snippets.everywhere') }]),
          ...offered.map((inbox) => ({ value: inbox.id, label: inbox.name })),
        ]}
      />
      <div className="row-actions">
        <Button type="submit" look="primary" busy={busy} disabled={name.trim() === '' || draft.text.trim() === ''}>
          {t('save')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

import { Button } from '@balie/web-ui';
import { IconPaperclip } from '@tabler/icons-react';
import { lazy, Suspense, useRef, useState, type FormEvent } from 'react';
import { useT } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';
import { SelectField, TextField } from '../../components/fields.js';
import { SaveSnippetDocument, type SnippetTextFragment } from '../../generated/composer.js';
import { makeId } from '../../lib/ids.js';
import { FileInput } from '../composer/ComposerFoot.js';
import { NO_TEXT, type DraftText } from '../composer/content.js';
import type { EditorApi } from '../composer/editor.js';
import { UploadTiles } from '../composer/UploadTiles.js';
import { useKeptFiles } from './useKeptFiles.js';
import { useRun } from './useRun.js';

const RichEditor = lazy(() => import('../composer/RichEditor.js').then((module) => ({ default: module.RichEditor })));
const FORMATS = ['bold', 'italic', 'list', 'link', 'code'];
const EXAMPLES = '{contact.first_name|…} {contact.name} {contact.email} {agent.name} {inbox.name} {conversation.number}';

interface EditorProps {
  snippet?: SnippetTextFragment;
  onDone: () => void;
  onCancel: () => void;
}

/** One snippet, with its files: what it says, where it is offered, and what goes along (S63). */
export function SnippetEditor({ snippet, onDone, onCancel }: EditorProps) {
  const t = useT();
  const { run, busy } = useRun();
  const { inboxes, isAdmin } = useShell();
  const editor = useRef<EditorApi>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const [id] = useState(() => snippet?.id ?? makeId('snp'));
  const [name, setName] = useState(snippet?.snippetName ?? '');
  const [shortcut, setShortcut] = useState(snippet?.shortcut ?? '');
  const [shared, setShared] = useState(snippet?.shared ?? false);
  const [inboxId, setInboxId] = useState(snippet?.inbox?.id ?? '');
  const [draft, setDraft] = useState<DraftText>(snippet ?? NO_TEXT);
  const files = useKeptFiles(snippet?.files ?? []);
  const managed = inboxes.filter(({ inboxCan }) => inboxCan.includes('MANAGE'));
  const offered = shared && !isAdmin ? managed : inboxes;
  const where = shared && !isAdmin && inboxId === '' ? (managed[0]?.id ?? '') : inboxId;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const place = where === '' ? null : where;
    const written = { text: draft.text, html: draft.html, fileIds: files.ids };
    const input = { id, name, shortcut, inboxId: place, ...written };
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
              onFiles={files.add}
              formats={FORMATS}
            />
          </Suspense>
        </div>
        <small className="help">{t('snippets.placeholders', { examples: EXAMPLES })}</small>
      </div>
      <div className="field">
        <UploadTiles uploads={files.uploads} onRemove={files.remove} onRetry={files.retry} />
        <FileInput inputRef={chooser} onFiles={files.add} />
        <div className="row-actions">
          <Button look="quiet" onClick={() => chooser.current?.click()}>
            <IconPaperclip size={16} aria-hidden />
            {t('files.attach')}
          </Button>
        </div>
        <small className="help">{t('snippets.filesHelp')}</small>
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
        <Button type="submit" look="primary" busy={busy} disabled={name.trim() === '' || draft.text.trim() === '' || files.waits}>
          {t('save')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

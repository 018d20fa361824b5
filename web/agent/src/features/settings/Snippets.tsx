import { Button } from '@balie/web-ui';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useQuery } from 'urql';
import { useT } from '../../app/intl.js';
import { DeleteSnippetDocument, SnippetsDocument, type SnippetTextFragment } from '../../generated/composer.js';
import { Loaded } from './Loaded.js';
import { useRun } from './useRun.js';

const SnippetEditor = lazy(() => import('./SnippetEditor.js').then((module) => ({ default: module.SnippetEditor })));

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
      {editing === 'new' && (
        <Suspense>
          <SnippetEditor onDone={done} onCancel={() => setEditing(null)} />
        </Suspense>
      )}
      {data && snippets.length === 0 && editing !== 'new' && <p className="meta">{t('snippets.empty')}</p>}
      <ul className="lines">
        {snippets.map((snippet) =>
          snippet.id === editing ? (
            <li key={snippet.id}>
              <Suspense>
                <SnippetEditor snippet={snippet} onDone={done} onCancel={() => setEditing(null)} />
              </Suspense>
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
        {snippet.files.length > 0 && <p className="meta el">{snippet.files.map((file) => file.name).join(', ')}</p>}
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

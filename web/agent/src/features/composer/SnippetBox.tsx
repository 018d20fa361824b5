import { IconPaperclip } from '@tabler/icons-react';
import { useId, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { useQuery } from 'urql';
import { useT } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';
import { toast } from '../../app/toasts.js';
import { SnippetsDocument, type SnippetTextFragment } from '../../generated/composer.js';
import type { Conversation } from '../thread/types.js';
import type { EditorApi } from './editor.js';
import { askedFor, filled, firstName, fitting, type Known } from './snippets.js';

const MOST = 6;
const OWN_KEYS = new Set(['Escape', 'Enter', 'Tab', 'ArrowDown', 'ArrowUp']);

/** For whom and what a text is written, as far as snippets can say it. */
export interface SnippetUse {
  inbox: Pick<Conversation['inbox'], 'id' | 'name'>;
  /** Null for a conversation that is only begun. */
  number: number | null;
  contact: {
    fullName: string | null;
    identities: readonly { kind: string; value: string }[];
  } | null;
}

function useKnown({ inbox, number, contact }: SnippetUse): Known {
  const { viewer } = useShell();
  return {
    contact: {
      name: contact?.fullName,
      first_name: firstName(contact?.fullName),
      email: contact?.identities.find(({ kind }) => kind === 'email')?.value,
    },
    agent: { name: viewer.name, first_name: firstName(viewer.name), email: viewer.email },
    inbox: { name: inbox.name },
    conversation: { number: number === null ? null : String(number) },
  };
}

interface BoxProps {
  editor: RefObject<EditorApi | null>;
  use: SnippetUse;
  /** Its files go along. */
  onFiles: (snippet: SnippetTextFragment) => void;
  children: ReactNode;
}

/** Around an editor: `/` or `#` and a shortcut bring a text that is used often (S63, U12). */
export function SnippetBox({ editor, use, onFiles, children }: BoxProps) {
  const t = useT();
  const listId = useId();
  const known = useKnown(use);
  const [asked, setAsked] = useState<ReturnType<typeof askedFor>>(null);
  const [at, setAt] = useState(0);
  const [{ data }] = useQuery({ query: SnippetsDocument, pause: asked === null, requestPolicy: 'cache-and-network' });
  const found = asked ? fitting(data?.snippets ?? [], asked.query, use.inbox.id).slice(0, MOST) : [];
  const chosen = found[Math.min(at, found.length - 1)];
  const look = () => {
    const next = askedFor(editor.current?.before() ?? '');
    if (next?.query !== asked?.query) setAt(0);
    setAsked(next);
  };
  const pick = (snippet: SnippetTextFragment) => {
    const { missing, ...draft } = filled(snippet, known);
    editor.current?.replace(asked?.length ?? 0, draft);
    setAsked(null);
    onFiles(snippet);
    if (missing.length > 0) toast(t('snippet.missing', { names: missing.join(', ') }));
  };
  const onKey = (event: KeyboardEvent) => {
    if (!chosen || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const takes = event.key === 'Enter' || event.key === 'Tab';
    if (step === undefined && !takes && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (step !== undefined) setAt((at + step + found.length) % found.length);
    else if (takes) pick(chosen);
    else setAsked(null);
  };
  // What the list itself answers to leaves the question as it is.
  const onKeyUp = ({ key }: KeyboardEvent) => {
    if (!OWN_KEYS.has(key)) look();
  };
  return (
    <div className="mention-box" onKeyUp={onKeyUp} onClick={look} onKeyDownCapture={onKey} onBlur={() => setAsked(null)}>
      {children}
      {found.length > 0 && (
        <ul className="mention-list" role="listbox" id={listId} aria-label={t('snippet.pick')}>
          {found.map((snippet) => (
            <li
              key={snippet.id}
              role="option"
              aria-selected={snippet === chosen}
              onMouseDown={(event) => {
                event.preventDefault();
                pick(snippet);
              }}
            >
              <span className="el">{snippet.snippetName}</span>
              {snippet.files.length > 0 && (
                <span className="meta kept-files">
                  <IconPaperclip size={14} aria-hidden />
                  <span className="vh">{t('snippet.files')}</span> {snippet.files.length}
                </span>
              )}
              <kbd>/{snippet.shortcut}</kbd>
              <span className="meta el">{filled(snippet, known).text}</span>
            </li>
          ))}
        </ul>
      )}
      <span className="vh" role="status">
        {chosen ? t('snippet.at', { name: chosen.snippetName, n: found.length }) : ''}
      </span>
    </div>
  );
}

import { Avatar } from '@balie/web-ui';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useId, useState, type KeyboardEvent, type ReactNode, type SyntheticEvent } from 'react';
import { useQuery } from 'urql';
import { useT } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';
import type { AgentNameFragment } from '../../generated/graphql.js';
import { ReadersDocument } from '../../generated/composer.js';
import { calledIn, calling } from './mentions.js';
import type { Composing } from './useComposer.js';

interface BoxProps {
  composing: Composing;
  inbox: { id: string; name: string };
  children: ReactNode;
}
interface Open {
  query: string;
  start: number;
  caret: number;
}
const MOST = 6;

/** Around the field of a comment: an @ and a name bring a colleague in (S64). Who may not see the inbox is told nothing, which is said. */
export function MentionBox({ composing, inbox, children }: BoxProps) {
  const t = useT();
  const listId = useId();
  const { agents, viewer } = useShell();
  const [open, setOpen] = useState<Open | null>(null);
  const [at, setAt] = useState(0);
  const { text } = composing.content;
  const [{ data }] = useQuery({ query: ReadersDocument, variables: { id: inbox.id }, pause: !open && !text.includes('@') });
  const readers = data?.node?.__typename === 'Inbox' ? new Set(data.node.readerIds) : null;
  const sees = ({ id }: AgentNameFragment) => readers === null || readers.has(id);
  const needle = open?.query.toLowerCase() ?? '';
  const found = open
    ? agents
        .filter(({ id, name }) => id !== viewer.id && name.toLowerCase().includes(needle))
        .sort((a, b) => Number(sees(b)) - Number(sees(a)))
        .slice(0, MOST)
    : [];
  const outside = calledIn(text, agents).filter((agent) => !sees(agent));
  const look = ({ target }: SyntheticEvent) => {
    if (!(target instanceof HTMLTextAreaElement)) return;
    const caret = target.selectionStart;
    const call = calling(target.value, caret);
    setOpen(call && { ...call, caret });
    setAt(0);
  };
  const pick = (agent: AgentNameFragment) => {
    if (!open) return;
    const before = `${text.slice(0, open.start)}@${agent.name} `;
    const next = { text: before + text.slice(open.caret).replace(/^ /, ''), html: null };
    composing.editor.current?.set(next);
    composing.write(next);
    composing.editor.current?.focus();
    requestAnimationFrame(() => {
      if (document.activeElement instanceof HTMLTextAreaElement)
        document.activeElement.setSelectionRange(before.length, before.length);
    });
    setOpen(null);
  };
  const onKey = (event: KeyboardEvent) => {
    if (found.length === 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = event.key === 'Enter' || event.key === 'Tab' ? found[at] : undefined;
    if (step === undefined && !chosen && event.key !== 'Escape') return;
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (step !== undefined) setAt((at + step + found.length) % found.length);
    else if (chosen) pick(chosen);
    else setOpen(null);
  };
  return (
    <div className="mention-box" onInput={look} onClick={look} onKeyDownCapture={onKey} onBlur={() => setOpen(null)}>
      {children}
      {found.length > 0 && (
        <ul className="mention-list" role="listbox" id={listId} aria-label={t('mention.pick')}>
          {found.map((agent, index) => (
            <li
              key={agent.id}
              role="option"
              aria-selected={index === at}
              onMouseDown={(event) => {
                event.preventDefault();
                pick(agent);
              }}
            >
              <Avatar name={agent.name} small />
              <span className="el">{agent.name}</span>
              {!sees(agent) && <span className="meta">{t('mention.noAccess')}</span>}
            </li>
          ))}
        </ul>
      )}
      <span className="vh" role="status">
        {found[at] ? t('mention.at', { name: found[at].name, n: found.length }) : ''}
      </span>
      {outside.length > 0 && (
        <p className="strip warn" role="status">
          <IconAlertTriangle size={16} aria-hidden />
          {t('mention.outside', { names: outside.map(({ name }) => name).join(', '), inbox: inbox.name })}
        </p>
      )}
    </div>
  );
}

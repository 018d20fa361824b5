import { IconAlertTriangle, IconUsers } from '@tabler/icons-react';
import { useId, type ReactNode, type SyntheticEvent } from 'react';
import { useQuery } from 'urql';
import { useT } from '../../app/intl.js';
import { ReadersDocument } from '../../generated/composer.js';
import { CallingList } from './CallingList.js';
import { calledIn, type Callable } from './mentions.js';
import { useCallables } from './useCallables.js';
import { useCalling } from './useCalling.js';
import type { Composing } from './useComposer.js';

interface BoxProps {
  composing: Composing;
  inbox: { id: string; name: string };
  children: ReactNode;
}

/** Around the field of a comment: an @ and a name bring a colleague or a team in (S64). Who may not see the inbox is told nothing, which is said. */
export function MentionBox({ composing, inbox, children }: BoxProps) {
  const t = useT();
  const listId = useId();
  const { all, others, isTeam } = useCallables();
  const { text } = composing.content;
  const [{ data }] = useQuery({ query: ReadersDocument, variables: { id: inbox.id }, pause: !text.includes('@') });
  const readers = data?.node?.__typename === 'Inbox' ? new Set(data.node.readerIds) : null;
  // Of a team those are told who may see it.
  const sees = (one: Callable) => readers === null || readers.has(one.id) || isTeam(one);
  const among = others.sort((a, b) => Number(sees(b)) - Number(sees(a)));
  const onPick = (written: string) => {
    const next = { text: written, html: null };
    composing.editor.current?.set(next);
    composing.write(next);
  };
  const { found, at, look, leave, pick, onKey } = useCalling({ among, onPick });
  const outside = calledIn(text, all).filter((one) => !sees(one));
  const lookAt = ({ target }: SyntheticEvent) => {
    if (target instanceof HTMLTextAreaElement) look(target);
  };
  return (
    <div className="mention-box" onInput={lookAt} onClick={lookAt} onKeyDownCapture={onKey} onBlur={leave}>
      {children}
      <CallingList
        id={listId}
        {...{ found, at }}
        onPick={pick}
        mark={(one) => isTeam(one) && <IconUsers size={16} aria-hidden />}
        note={(one) => !sees(one) && <span className="meta">{t('mention.noAccess')}</span>}
      />
      {outside.length > 0 && (
        <p className="strip warn" role="status">
          <IconAlertTriangle size={16} aria-hidden />
          {t('mention.outside', { names: outside.map(({ name }) => name).join(', '), inbox: inbox.name })}
        </p>
      )}
    </div>
  );
}

import { Avatar } from '@balie/web-ui';
import type { ReactNode } from 'react';
import { useT } from '../../app/intl.js';
import type { Callable } from './mentions.js';

interface ListProps<One> {
  id: string;
  found: readonly One[];
  at: number;
  onPick: (one: One) => void;
  /** What stands before a name; a person's picture without it. */
  mark?: (one: One) => ReactNode;
  /** What is said behind a name. */
  note?: (one: One) => ReactNode;
}

/** Who can be called now, the options with the ids `<id>-<place>`; the one that Enter would take is also told to those who see no list. */
export function CallingList<One extends Callable>({ id, found, at, onPick, mark, note }: ListProps<One>) {
  const t = useT();
  return (
    <>
      {found.length > 0 && (
        <ul className="mention-list" role="listbox" id={id} aria-label={t('mention.pick')}>
          {found.map((one, index) => (
            <li
              key={one.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              onMouseDown={(event) => {
                event.preventDefault();
                onPick(one);
              }}
            >
              {mark?.(one) || <Avatar name={one.name} small />}
              <span className="el">{one.name}</span>
              {note?.(one)}
            </li>
          ))}
        </ul>
      )}
      <span className="vh" role="status">
        {found[at] ? t('mention.at', { name: found[at].name, n: found.length }) : ''}
      </span>
    </>
  );
}

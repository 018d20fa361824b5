import { Fragment } from 'react';

const LINK = /(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]])/g;

/** Plain text as elements: line breaks kept, addresses of pages as links, colleagues who are called by it marked. */
export function PlainText({ text, called = [] }: { text: string; called?: readonly string[] }) {
  return (
    <div className="plain">
      {text.split(LINK).map((part, index) =>
        index % 2 === 1 && URL.canParse(part) ? (
          <a key={index} href={part} target="_blank" rel="noopener noreferrer nofollow">
            {part}
          </a>
        ) : (
          <Fragment key={index}>{called.length > 0 ? marked(part, called) : part}</Fragment>
        ),
      )}
    </div>
  );
}

function marked(text: string, called: readonly string[]) {
  const names = called.toSorted((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return text.split(new RegExp(`(@(?:${names.join('|')}))`, 'i')).map((part, index) =>
    index % 2 === 1 ? (
      <mark key={index} className="mention">
        {part}
      </mark>
    ) : (
      part
    ),
  );
}

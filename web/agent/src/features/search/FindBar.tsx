import { IconButton } from '@balie/web-ui';
import { Popover } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconSearch, IconX } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useT } from '../../app/intl.js';
import { narrows, type FindProps } from './find.js';

const FilterPanel = lazy(() => import('./FilterPanel.js').then((module) => ({ default: module.FilterPanel })));
const FilterChips = lazy(() => import('./FilterChips.js').then((module) => ({ default: module.FilterChips })));

/** The list is asked for this long after the last key. */
const ASK_AFTER = 250;

/** Searches and narrows the list (S9 to S14): words, the menu of filters, and each filter that holds as a chip. */
export function FindBar(props: FindProps) {
  const { find } = props;
  return (
    <search className="find">
      <div className="find-line">
        <Words {...props} />
        <FilterMenu {...props} />
      </div>
      {narrows(find) && (
        <Suspense fallback={<div className="chips" />}>
          <FilterChips {...props} />
        </Suspense>
      )}
    </search>
  );
}

function Words({ find, onFind, onDown }: FindProps) {
  const t = useT();
  const [typed, setTyped] = useState(find.q ?? '');
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(find.q ?? '');
  useEffect(() => {
    // Somebody went back or forward; what this field asked for itself comes back as it was asked.
    if ((find.q ?? '') === asked.current) return;
    asked.current = find.q ?? '';
    setTyped(asked.current);
  }, [find.q]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const ask = (words: string) => {
    clearTimeout(timer.current);
    if (words.trim() === asked.current) return;
    asked.current = words.trim();
    onFind({ q: words.trim() || undefined });
  };
  const change = (words: string) => {
    setTyped(words);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => ask(words), ASK_AFTER);
  };
  const clear = () => {
    setTyped('');
    ask('');
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') ask(typed);
    else if (event.key === 'ArrowDown') onDown();
    else if (event.key === 'Escape') {
      if (typed === '') input.current?.blur();
      else clear();
    } else return;
    event.preventDefault();
  };
  return (
    <div className="find-words">
      <IconSearch size={16} aria-hidden />
      <input
        ref={input}
        className="input"
        type="text"
        role="searchbox"
        enterKeyHint="search"
        autoComplete="off"
        data-command="search"
        aria-keyshortcuts="/"
        aria-label={t('find.label')}
        placeholder={t('find.hint')}
        value={typed}
        maxLength={500}
        onChange={(event) => change(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {typed !== '' && <IconButton label={t('find.clear')} icon={<IconX size={16} />} onClick={clear} />}
    </div>
  );
}

function FilterMenu(props: FindProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" withinPortal trapFocus returnFocus width={320}>
      <Popover.Target>
        <button
          type="button"
          className="btn icon"
          aria-label={t('filter.open')}
          title={t('filter.open')}
          data-on={narrows(props.find) || undefined}
          onClick={() => setOpen(!open)}
        >
          <IconAdjustmentsHorizontal size={18} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('filter.title')}>
        <Suspense>
          <FilterPanel {...props} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}

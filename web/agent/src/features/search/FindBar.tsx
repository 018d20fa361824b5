import { IconButton } from '@balie/web-ui';
import { Popover } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconSearch, IconX } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { useClient } from 'urql';
import { useT } from '../../app/intl.js';
import { pressed } from '../../app/knownKeys.js';
import { useShell } from '../../app/ShellProvider.js';
import { narrows, type FindProps, type Narrowing } from './find.js';
import type { Known } from './operators.js';

const FilterPanel = lazy(() => import('./FilterPanel.js').then((module) => ({ default: module.FilterPanel })));
const FilterChips = lazy(() => import('./FilterChips.js').then((module) => ({ default: module.FilterChips })));
const Offers = lazy(() => import('./Offers.js').then((module) => ({ default: module.Offers })));

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

/** What operators can name without asking. */
function useKnown(inboxId: string): Known {
  const { agents, inboxes, viewer } = useShell();
  const views = inboxes.find(({ id }) => id === inboxId)?.views.filter(({ group }) => group === 'CHANNELS') ?? [];
  const channels = views.map(({ key, title }) => ({ id: key.replace('channel-', ''), name: title ?? key }));
  return { people: agents, channels, viewerId: viewer.id };
}

/** Reads `from:`, `tag:` and the like out of what was typed; with what is left to search for by words. */
function useOperators(known: Known) {
  const client = useClient();
  return async (text: string, done: boolean) => {
    const { understand, asking } = await import('./operators.js');
    return understand(text, done, known, asking(client));
  };
}

/** Whether one is in it, by keys or by pointer. */
function useInside() {
  const [inside, setInside] = useState(false);
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => setInside(currentTarget.contains(relatedTarget));
  return { inside, around: { onFocus: () => setInside(true), onBlur } };
}

function Words({ find, inboxId, onFind, onDown }: FindProps) {
  const t = useT();
  const known = useKnown(inboxId);
  const operators = useOperators(known);
  const { inside, around } = useInside();
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
  const search = (words: string, part: Partial<Narrowing> = {}) => {
    if (words.trim() === asked.current && Object.keys(part).length === 0) return;
    asked.current = words.trim();
    onFind({ ...part, q: words.trim() || undefined });
  };
  const ask = (text: string, done: boolean) => {
    clearTimeout(timer.current);
    if (!text.includes(':')) {
      search(text);
      return;
    }
    const read = async () => {
      const { find: part, typed: rest, words } = await operators(text, done);
      // Somebody may have typed on meanwhile.
      if (input.current?.value !== text) return;
      if (rest !== text) setTyped(rest);
      search(words, part);
    };
    void read();
  };
  const change = (words: string) => {
    setTyped(words);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => ask(words, false), ASK_AFTER);
  };
  const pick = (text: string) => {
    change(text);
    input.current?.focus();
  };
  const clear = () => {
    setTyped('');
    ask('', true);
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') ask(typed, true);
    else if (event.key === 'ArrowDown') onDown();
    else if (event.key === 'Escape') {
      if (typed === '') input.current?.blur();
      else clear();
    } else return;
    event.preventDefault();
  };
  return (
    <div className="find-words" {...around}>
      <IconSearch size={16} aria-hidden />
      <input
        ref={input}
        className="input"
        type="text"
        role="searchbox"
        enterKeyHint="search"
        autoComplete="off"
        data-command="search"
        aria-keyshortcuts={pressed('search')}
        aria-label={t('find.label')}
        placeholder={t('find.hint')}
        value={typed}
        maxLength={500}
        onChange={(event) => change(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {typed !== '' && <IconButton label={t('find.clear')} icon={<IconX size={16} />} onClick={clear} />}
      {inside && (
        <Suspense>
          <Offers typed={typed} known={known} onPick={pick} />
        </Suspense>
      )}
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

import { useEffect, useRef } from 'react';
import { useServices } from '../../app/services.js';

/** Reads again, a little later, when something of these parts of the journal happened, and after a gap. */
export function useFresh(again: () => void, parts: readonly string[] = ['record.', 'pipeline.', 'contact.']): void {
  const { live } = useServices();
  const run = useRef(again);
  run.current = again;
  const words = parts.join();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const named = words.split(',');
    const stop = live.onChange((change) => {
      if (change.type !== 'RESYNC' && !named.some((part) => change.event.startsWith(part))) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        run.current();
      }, 200);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [live, words]);
}

import { useEffect, useRef, type RefObject } from 'react';

/** For a menu that stands in a line on a narrow screen: its current entry comes into sight, again when entries that come later move it. */
export function useCurrentInSight(current: string | undefined): RefObject<HTMLElement | null> {
  const menu = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!menu.current) return;
    const show = () => menu.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
    show();
    const later = new MutationObserver(show);
    later.observe(menu.current, { childList: true, subtree: true });
    return () => later.disconnect();
  }, [current]);
  return menu;
}

import { useT } from '../app/intl.js';
import { now } from '../lib/clock.js';
import { useTimes } from '../lib/useTimes.js';

const SOON = 3 * 3_600_000;

/** How long the network still takes an answer, where it sets a time (D39). */
export function TimeLeft({ until }: { until: string }) {
  const t = useT();
  const times = useTimes();
  const left = new Date(until).getTime() - now();
  const words = left > 0 ? t('window.left', { time: times.left(until) }) : t('window.over');
  return (
    <span className={left < SOON ? 'tag bad' : 'tag'} title={left > 0 ? t('window.until', { time: times.ahead(until) }) : words}>
      {words}
    </span>
  );
}

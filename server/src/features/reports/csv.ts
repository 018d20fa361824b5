import { BOM, csvLine } from '../../kernel/csv.js';
import { type Duration, FigureSum } from './figures.js';
import type { Day } from './quarters.js';
import type { CellOpen, CellSum } from './report.repository.js';

/** What is called how. */
export interface Names {
  inboxes: ReadonlyMap<string, string>;
  channels: ReadonlyMap<string, string>;
  agents: ReadonlyMap<string, string>;
}
/** Under whom something is told, with what there was on which day, and how many are open at the end of the last one. */
interface Cell {
  names: string[];
  days: Map<number, FigureSum>;
  open: number;
}

const DURATIONS = ['count', 'median_s', 'p90_s', 'working_median_s', 'working_p90_s'];
const HEAD = [
  ...['date', 'inbox', 'channel', 'agent', 'new', 'assigned', 'closed', 'reopened', 'open'],
  ...DURATIONS.map((name) => `first_reply_${name}`),
  ...DURATIONS.map((name) => `closing_${name}`),
  ...['first_reply', 'next_reply', 'closing'].flatMap((of) => [`${of}_sla_kept`, `${of}_sla_missed`]),
];

/**
 * A line for each day, inbox, channel and agent where something happened or was left open, of the last days that were counted (RFC 4180, with the
 * mark by which spreadsheets know UTF-8); null when there would be more lines than the limit.
 */
export function csvOf(
  days: readonly Day[],
  { sums, open, counted }: { sums: readonly CellSum[]; open: readonly CellOpen[]; counted: number },
  names: Names,
  limit: number,
): string | null {
  const lines: { key: string; values: (string | number | null)[] }[] = [];
  for (const cell of cellsOf(sums, open, names).values()) {
    let left = cell.open;
    for (let day = days.length - 1; day >= days.length - counted; day -= 1) {
      const sum = cell.days.get(day);
      if (sum || left !== 0) {
        const place = [days[day]?.date ?? '', ...cell.names];
        lines.push({ key: place.join('\n'), values: [...place, ...valuesOf(sum ?? new FigureSum(), left)] });
      }
      left -= sum?.growth ?? 0;
    }
    if (lines.length > limit) return null;
  }
  const sorted = lines.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ values }) => values);
  return `${BOM}${[HEAD, ...sorted].map(csvLine).join('')}`;
}

function cellsOf(sums: readonly CellSum[], open: readonly CellOpen[], names: Names): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  const cellOf = ({ inboxId, channelId, agentId }: Omit<CellOpen, 'count'>): Cell => {
    const key = JSON.stringify([inboxId, channelId, agentId]);
    const called = [names.inboxes.get(inboxId), names.channels.get(channelId), names.agents.get(agentId)];
    const cell = cells.get(key) ?? { names: called.map((name) => name ?? ''), days: new Map<number, FigureSum>(), open: 0 };
    cells.set(key, cell);
    return cell;
  };
  for (const one of open) cellOf(one).open = one.count;
  for (const one of sums) {
    const { days } = cellOf(one);
    const sum = days.get(one.day) ?? new FigureSum();
    sum.add(one);
    days.set(one.day, sum);
  }
  return cells;
}

function valuesOf(sum: FigureSum, left: number): (number | null)[] {
  const { new: fresh, assigned, closed, reopened, open, firstReply, closing, sla } = sum.figures(left);
  const limits = [sla.first, sla.next, sla.closing].flatMap(({ kept, missed }) => [kept, missed]);
  return [fresh, assigned, closed, reopened, open, ...durationOf(firstReply), ...durationOf(closing), ...limits];
}

function durationOf({ count, median, ninetieth, workingMedian, workingNinetieth }: Duration): (number | null)[] {
  return [count, median, ninetieth, workingMedian, workingNinetieth];
}

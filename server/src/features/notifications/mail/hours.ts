import { onTheWall } from '../../working-hours/index.js';

const QUARTER_MS = 15 * 60_000;
const DAY_QUARTERS = 25 * 4;

/** When it is this hour there for the first time after an instant; in the night in which the clock jumps over it, the first quarter after it. */
export function nextHour(after: number, hour: number, timeZone: string): number {
  // All zones differ from UTC by whole quarters.
  let before = minutesAt(timeZone, after);
  const first = (Math.floor(after / QUARTER_MS) + 1) * QUARTER_MS;
  for (let quarter = 0; quarter <= DAY_QUARTERS; quarter++) {
    const at = first + quarter * QUARTER_MS;
    const minutes = minutesAt(timeZone, at);
    const wanted = hour * 60;
    const passed = before < minutes ? before < wanted && wanted <= minutes : before < wanted || wanted <= minutes;
    if (passed) return at;
    before = minutes;
  }
  return first;
}

function minutesAt(timeZone: string, at: number): number {
  return onTheWall(timeZone, at).minutes;
}

import { describe, expect, it } from '@jest/globals';
import { fromField, presets, timeProblem, toField } from './schedule.js';

const at = (text: string) => new Date(text);
const keys = (text: string) => presets(at(text)).map((one) => one.key);

describe('times to leave at', () => {
  it('lie ahead, soonest first, whatever day and hour it is', () => {
    for (let hour = 0; hour < 24 * 7; hour += 1) {
      const now = new Date(2026, 10, 23, hour, 30);
      const list = presets(now);
      expect(list.length).toBeGreaterThanOrEqual(3);
      expect(list.every((one) => one.at > now)).toBe(true);
      expect(list.map((one) => one.at.getTime())).toEqual(list.map((one) => one.at.getTime()).sort((a, b) => a - b));
      const monday = list.find((one) => one.key === 'monday');
      if (monday) expect([monday.at.getDay(), monday.at.getHours()]).toEqual([1, 9]);
    }
  });

  it('leave out what says the same twice: no evening in the evening, no Monday on Sunday', () => {
    expect(keys('2026-11-25T10:00')).toEqual(['hour', 'evening', 'tomorrow', 'afternoon', 'monday']);
    expect(keys('2026-11-25T20:00')).not.toContain('evening');
    expect(keys('2026-11-29T10:00')).not.toContain('monday');
  });

  it('go through a field for date and time and back, to the minute', () => {
    const time = new Date(2026, 1, 3, 4, 5);
    expect(toField(time)).toBe('2026-02-03T04:05');
    expect(fromField(toField(time))).toEqual(time);
    expect([fromField(''), fromField('soon')]).toEqual([null, null]);
  });

  it('are refused when there is none, when it is over or more than a year away', () => {
    const now = at('2026-11-25T10:00');
    expect(timeProblem(null, now)).toBe('none');
    expect(timeProblem(at('2026-11-25T09:59'), now)).toBe('over');
    expect(timeProblem(at('2028-01-01T00:00'), now)).toBe('far');
    expect(timeProblem(at('2026-11-25T10:01'), now)).toBeNull();
  });
});

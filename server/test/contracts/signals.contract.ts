import { afterEach, describe, expect, test } from '@jest/globals';
import type { Signal, Signals } from '../../src/kernel/signals.js';
import { until } from '../support/until.js';

/** Some processes that share signals, and how they end. */
export interface SignalsWorld {
  members: Signals[];
  close(): Promise<void>;
}

/** What every broadcast of signals promises; `make` gives one or more members that hear each other. */
export function signalsContract(name: string, make: () => Promise<SignalsWorld>): void {
  describe(`signals ${name}`, () => {
    let world: SignalsWorld;
    afterEach(async () => {
      await world.close();
    });

    test('each subscriber of the topic gets a signal once, in every member, and others do not', async () => {
      world = await make();
      const got: Signal[][] = world.members.map(() => []);
      const others: Signal[] = [];
      world.members.forEach((member, index) => {
        member.subscribe('typing', (signal) => got[index]!.push(signal));
        member.subscribe('viewing', (signal) => others.push(signal));
      });
      for (let n = 0; n < 20; n++) world.members[n % world.members.length]!.publish({ topic: 'typing', data: { n } });
      await until(() => got.every((list) => list.length >= 20), { what: 'all signals' });
      for (const list of got) {
        expect(list.map((signal) => signal.data.n as number).toSorted((a, b) => a - b)).toEqual(
          Array.from({ length: 20 }, (_, n) => n),
        );
      }
      expect(others).toEqual([]);
    });

    test('who has unsubscribed gets nothing more, also when the same listener is there twice', async () => {
      world = await make();
      const member = world.members[0]!;
      const got: Signal[] = [];
      const listener = (signal: Signal): void => void got.push(signal);
      const stop = member.subscribe('t', listener);
      member.subscribe('t', listener);
      stop();
      stop();
      member.publish({ topic: 't', data: {} });
      await until(() => got.length > 0);
      expect(got).toHaveLength(1);
    });

    test('a listener that throws hurts neither the publisher nor the others', async () => {
      world = await make();
      const member = world.members[0]!;
      let heard = false;
      member.subscribe('t', () => {
        throw new Error('bad listener');
      });
      member.subscribe('t', () => (heard = true));
      member.publish({ topic: 't', data: {} });
      await until(() => heard);
    });
  });
}

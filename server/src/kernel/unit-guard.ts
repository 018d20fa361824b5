import { AsyncLocalStorage } from 'node:async_hooks';

/** What the guard knows about a unit of work: whether it still runs. */
export interface GuardedUnit {
  readonly open: boolean;
}

// Only a guard: nothing reads the transaction from here, it is handed down as a parameter.
const current = new AsyncLocalStorage<GuardedUnit>();

/** Whether the caller runs inside a unit of work. */
export function insideUnit(): boolean {
  return current.getStore()?.open === true;
}

/** Throws when called inside a unit of work: no file, socket or plugin may hold a transaction open. */
export function refuseInsideUnit(what: string): void {
  if (insideUnit()) throw new Error(`${what} inside a unit of work. Do it before the unit, or as a job that the unit puts in.`);
}

/** Runs the work of a unit so that the two functions above see it. */
export function guardUnit<T>(unit: GuardedUnit, work: () => Promise<T>): Promise<T> {
  return current.run(unit, work);
}

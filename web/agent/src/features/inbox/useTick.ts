import { useEffect, useState } from 'react';

/** Counts up once in a while, for texts that age. */
export function useTick(every: number): number {
  const [tick, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((n) => n + 1), every);
    return () => clearInterval(timer);
  }, [every]);
  return tick;
}

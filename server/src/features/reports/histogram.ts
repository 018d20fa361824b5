/** How much longer each bucket reaches than the one before it. */
const STEP = 1.1;
/** 1.1 to the 200th seconds are more than six years; what took longer counts as that. */
const BUCKETS = 200;

/**
 * How far a duration that is read out of buckets is from the one that went in, as a part of it, from a second up: it stands for its
 * whole bucket by the geometric middle.
 */
export const PRECISION = Math.sqrt(STEP) - 1;

/** The bucket of a duration: 0 below a second, then each a tenth longer than the one before. Buckets of any two times can be added up. */
export function bucketOf(milliseconds: number): number {
  if (milliseconds < 1000) return 0;
  return Math.min(BUCKETS, 1 + Math.floor(Math.log(milliseconds / 1000) / Math.log(STEP)));
}

/** The seconds that a bucket stands for. */
export function secondsOf(bucket: number): number {
  return bucket === 0 ? 0 : STEP ** (bucket - 0.5);
}

/** How many there are of each bucket. */
export type Histogram = ReadonlyMap<number, number>;

/**
 * The seconds that a part of the durations did not pass, 0.5 for the median, by nearest rank; null when there are none. What was taken
 * back again leaves buckets at zero.
 */
export function percentile(histogram: Histogram, part: number): number | null {
  const buckets = [...histogram].filter(([, count]) => count > 0).toSorted(([a], [b]) => a - b);
  const total = countOf(histogram);
  if (total <= 0) return null;
  const rank = Math.max(1, Math.ceil(part * total));
  let passed = 0;
  for (const [bucket, count] of buckets) {
    passed += count;
    if (passed >= rank) return secondsOf(bucket);
  }
  return null;
}

/** How many durations there are. */
export function countOf(histogram: Histogram): number {
  return [...histogram.values()].reduce((sum, count) => sum + Math.max(0, count), 0);
}

/** The waits of whoever listens on a channel. */
export interface ListenerTimes {
  leaseMs: number;
  renewMs: number;
  /** Between looks at a lease that another process has. */
  waitMs: number;
  /** How often `health` is asked until it is ok, and after that. */
  healthMs: number;
  healthyMs: number;
  /** A start may take so long before trouble is shown. */
  patienceMs: number;
  backoffMs: readonly number[];
  graceMs: number;
}
/** The product's waits. */
export const LISTENER_TIMES: ListenerTimes = {
  leaseMs: 20_000,
  renewMs: 5_000,
  waitMs: 2_000,
  healthMs: 1_000,
  healthyMs: 15_000,
  patienceMs: 5_000,
  backoffMs: [1_000, 2_000, 5_000, 15_000, 30_000, 60_000],
  graceMs: 10_000,
};

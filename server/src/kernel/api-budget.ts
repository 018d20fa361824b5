/** The points that one session or token may spend at the API in a minute. */
export const POINTS_A_MINUTE = 100_000;

import type { DeliveryStatus } from '../generated/graphql.js';

const PROBLEMS = new Set<DeliveryStatus>(['FAILED', 'BOUNCED', 'UNCERTAIN']);
const UNDERWAY = new Set<DeliveryStatus>(['HELD', 'QUEUED', 'SENDING', 'DEFERRED']);

/** Whether a person has to look at it (U30). */
export const hasProblem = (status: DeliveryStatus | null): boolean => status !== null && PROBLEMS.has(status);
/** Whether it is still on its way. */
export const isUnderway = (status: DeliveryStatus | null): boolean => status !== null && UNDERWAY.has(status);

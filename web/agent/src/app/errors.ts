import type { CombinedError } from 'urql';
import type { ErrorCode, ProblemFragment } from '../generated/graphql.js';
import type { Translate, TextKey } from './intl.js';

const CODES: Partial<Record<ErrorCode, TextKey>> = {
  NOT_FOUND: 'error.NOT_FOUND',
  FORBIDDEN: 'error.FORBIDDEN',
  NOT_A_MEMBER: 'error.NOT_A_MEMBER',
  CONFLICT: 'error.CONFLICT',
  STALE: 'error.STALE',
  WINDOW_CLOSED: 'error.WINDOW_CLOSED',
  NO_REPLY_ROUTE: 'error.NO_REPLY_ROUTE',
  UNSUPPORTED: 'error.UNSUPPORTED',
};

/** An expected failure in words: ours where the code says all, the server's where only it knows. */
export function problemText(t: Translate, problem: Pick<ProblemFragment, 'code' | 'message'>): string {
  const key = CODES[problem.code];
  return key ? t(key) : problem.message;
}

/** An unexpected failure in words. */
export function failureText(t: Translate, error: CombinedError): string {
  if (error.networkError) return t('error.network');
  return error.graphQLErrors[0]?.message ?? t('error.unknown');
}

/** The words for whatever went wrong with a mutation; null when nothing did. */
export function outcomeText(
  t: Translate,
  error: CombinedError | undefined,
  problems: readonly Pick<ProblemFragment, 'code' | 'message'>[] | undefined,
): string | null {
  if (error) return failureText(t, error);
  const first = problems?.[0];
  return first ? problemText(t, first) : null;
}

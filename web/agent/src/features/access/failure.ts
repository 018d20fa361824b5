import type { Translate } from '../../app/intl.js';
import { ApiError } from '../../app/session.js';

/** What went wrong on the way in, in words. */
export function failureOfAccess(t: Translate, error: unknown): string {
  if (!(error instanceof ApiError)) return t('error.unknown');
  if (error.code === 'BAD_CREDENTIALS') return t('signIn.bad');
  if (error.code === 'BAD_PASSKEY') return t('signIn.badPasskey');
  if (error.code === 'PASSWORDS_OFF') return t('signIn.passwordsOff');
  if (error.code === 'TOO_LATE' || error.code === 'PROVIDER_FAILED') return t('signIn.failed');
  if (error.code === 'BAD_CODE') return t('second.bad');
  if (error.code === 'NOT_FOUND') return t('join.goneText');
  if (error.status === 429) return t('signIn.limit', { n: error.retryAfterSeconds ?? 60 });
  return error.status === 0 ? t('error.network') : error.message || t('error.unknown');
}

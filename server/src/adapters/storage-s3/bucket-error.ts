/** The bucket can't be used; the message says in one sentence why and what to do. */
export class BucketError extends Error {
  constructor(
    message: string,
    /** It may be another time: nothing is wrong with the settings. */
    readonly away: boolean,
    cause: unknown,
  ) {
    super(message, { cause });
    this.name = 'BucketError';
  }
}

const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ETIMEDOUT',
  'TimeoutError',
  'SlowDown',
  'ServiceUnavailable',
  'InternalError',
  'RequestTimeout',
]);
const ELSEWHERE = new Set(['PermanentRedirect', 'AuthorizationHeaderMalformed', 'IllegalLocationConstraintException']);

/** What a storage answered, by its code; the codes are those of the S3 API ("Error responses"). */
export function codeOf(error: unknown): string {
  const { name, code, Code, $metadata } = (error ?? {}) as {
    name?: unknown;
    code?: unknown;
    Code?: unknown;
    $metadata?: { httpStatusCode?: number };
  };
  const known = [Code, code, name].find((each) => typeof each === 'string' && each !== 'Error' && each !== '') as
    string | undefined;
  if (($metadata?.httpStatusCode ?? 0) >= 500) return 'InternalError';
  // The SDK wraps what it does not take for an Error, and then only the words have the code.
  return known ?? /\bE[A-Z]{4,}\b/.exec(error instanceof Error ? error.message : '')?.[0] ?? 'unknown';
}

/** Whether trying again later may help. */
export function isAway(error: unknown): boolean {
  return AWAY.has(codeOf(error)) || (error instanceof AggregateError && error.errors.some(isAway));
}

/** Whether there is no object of this name: a HEAD has no body, so it only says 404. */
export function isMissing(error: unknown): boolean {
  return ['NoSuchKey', 'NotFound'].includes(codeOf(error));
}

/** Why a bucket can't be used at the start, as a sentence for who made the settings. */
export function bucketError(error: unknown, bucket: string, endpoint: string): BucketError {
  const code = codeOf(error);
  const say = (message: string): BucketError => new BucketError(message, false, error);
  if (isAway(error))
    return new BucketError(
      `The storage of files at ${endpoint} can not be reached (${code}). Check BALIE_S3_ENDPOINT.`,
      true,
      error,
    );
  if (code === 'NoSuchBucket')
    return say(`There is no bucket "${bucket}" at ${endpoint}. Make it, or set BALIE_S3_BUCKET to one that is there.`);
  if (code === 'InvalidAccessKeyId')
    return say(`The storage at ${endpoint} does not know the access key of BALIE_S3_ACCESS_KEY.`);
  if (code === 'SignatureDoesNotMatch')
    return say('The storage of files refuses the signature: BALIE_S3_SECRET_KEY does not belong to BALIE_S3_ACCESS_KEY.');
  if (code === 'AccessDenied' || code === 'Forbidden')
    return say(`The access key may not use the bucket "${bucket}": it must list it, and read, write and delete in it.`);
  if (code === 'CredentialsProviderError')
    return say('There is no access key for the storage of files. Set BALIE_S3_ACCESS_KEY and BALIE_S3_SECRET_KEY.');
  if (ELSEWHERE.has(code))
    return say(`The bucket "${bucket}" lies in another region. Set BALIE_S3_REGION to that of the bucket.`);
  return say(`The bucket "${bucket}" at ${endpoint} can not be used (${code}: ${(error as Error).message}).`);
}

import { S3Client } from '@aws-sdk/client-s3';

/** Where a bucket is, and who we are there. */
export interface S3Place {
  bucket: string;
  /** Nothing, or a folder in the bucket that ends in a slash. */
  prefix: string;
  /** Undefined: Amazon's own for the region. */
  endpoint: string | undefined;
  region: string;
  /** Undefined: those that the machine or the container was given, as the SDK looks for them. */
  credentials: { accessKeyId: string; secretAccessKey: string } | undefined;
}

const CONNECT_MS = 5_000;
const ANSWER_MS = 30_000;

export function s3Client({ endpoint, region, credentials }: S3Place): S3Client {
  return new S3Client({
    region,
    // Others than Amazon seldom have a name in DNS for each bucket.
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    ...(credentials === undefined ? {} : { credentials }),
    // The hash of the content is signed with each upload; the newer checksums are unknown to many that speak S3.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 3,
    requestHandler: {
      connectionTimeout: CONNECT_MS,
      requestTimeout: ANSWER_MS,
      throwOnRequestTimeout: true,
      httpAgent: { maxSockets: 100 },
      httpsAgent: { maxSockets: 100 },
    },
  });
}

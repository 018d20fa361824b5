import { S3Client } from '@aws-sdk/client-s3';
import { closedAddress } from '../outgoing/closed-address.js';
import { proxiedAgents } from '../outgoing/proxied-agents.js';

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
  /** The proxy of the house, `http://user:password@host:port`; null for none. */
  proxy?: string | null;
}

const CONNECT_MS = 5_000;
const ANSWER_MS = 30_000;

/** Through the proxy of the house, unless the bucket stands in the house itself. */
export async function s3Client({ endpoint, region, credentials, proxy = null }: S3Place): Promise<S3Client> {
  const inHouse = endpoint !== undefined && (await closedAddress(new URL(endpoint).hostname)) !== null;
  const lines = { maxSockets: 100, keepAlive: true };
  const agents = proxy === null || inHouse ? { http: lines, https: lines } : proxiedAgents(proxy, lines);
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
      httpAgent: agents.http,
      httpsAgent: agents.https,
    },
  });
}

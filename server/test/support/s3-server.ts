import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';

/** The only key that the server knows. */
export const S3_KEY = 'S3RVER';

/** A storage that speaks S3 on a port of its own. */
export interface S3Server {
  endpoint: string;
  /** Settings by which an instance keeps its files in it. */
  env(bucket: string): Record<string, string>;
  /** Where it keeps what is put there. */
  folder: string;
  stop(): Promise<void>;
  close(): Promise<void>;
}

export async function startS3(...buckets: string[]): Promise<S3Server> {
  const folder = await mkdtemp(join(tmpdir(), 'balie-s3-'));
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: folder,
    // Whatever name it is reached by, the bucket stands in the path.
    vhostBuckets: false,
    configureBuckets: buckets.map((name) => ({ name })),
  });
  // It forgets the last slash when it checks who signed the address of a bucket; what is asked of a file it checks in full.
  server.middleware.unshift((ctx, next) => {
    if (/^\/[^/]+\/$/.test(ctx.path)) ctx.app = Object.create(ctx.app, { allowMismatchedSignatures: { value: true } }) as object;
    return next();
  });
  const { port } = await server.run();
  const endpoint = `http://127.0.0.1:${port}`;
  const stop = (): Promise<void> => server.close();
  return {
    endpoint,
    folder,
    env: (bucket) => ({
      BALIE_S3_BUCKET: bucket,
      BALIE_S3_ENDPOINT: endpoint,
      BALIE_S3_ACCESS_KEY: S3_KEY,
      BALIE_S3_SECRET_KEY: S3_KEY,
    }),
    stop,
    async close() {
      await stop().catch(() => undefined);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

import { createReadStream } from 'node:fs';
import { basename, join } from 'node:path';
import type { Storage } from '../../kernel/storage.js';
import { Refused } from './refused.js';
import { isWhole, storedFiles } from './stored-files.js';

/**
 * Copies the files of a data folder into a bucket; those that are there already are left as they are, so it can be repeated. Throws Refused
 * at one that is damaged.
 */
export async function filesToBucket(dataDir: string, bucket: Storage): Promise<{ files: number; sent: number }> {
  let files = 0;
  let sent = 0;
  for await (const paths of storedFiles(dataDir))
    for (const path of paths) {
      files++;
      if (await bucket.has(basename(path))) continue;
      if (!(await isWhole(join(dataDir, path)))) throw new Refused(`The file ${path} is damaged.`);
      await bucket.put(createReadStream(join(dataDir, path)));
      sent++;
    }
  return { files, sent };
}

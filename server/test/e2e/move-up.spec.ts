import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { runAdmin } from '../../src/app/admin.js';
import { Storage } from '../../src/kernel/storage.js';
import { TestServer, temporaryFolder } from '../server/server.js';
import { makeConversation, makeInbox } from '../server/world.js';
import { freshDatabaseUrl, TEST_DIALECT } from '../support/database.js';
import { tablesOf, without } from '../support/instances.js';

/** What a start writes, and the job that makes the full text again. */
const CHANGED = ['job', 'lane'];

// Each starts whole instances, which takes its time where much else runs.
jest.setTimeout(240_000);

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let target: Awaited<ReturnType<typeof freshDatabaseUrl>>;
let env: Record<string, string>;
let hash: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  target = await freshDatabaseUrl();
  env = { DATABASE_URL: join(folder.path, 'data', 'balie.db'), BALIE_DATA_DIR: join(folder.path, 'data') };
});
afterAll(async () => {
  await target.remove();
  await folder.remove();
});

async function admin(...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const code = await runAdmin(args, env, (line) => lines.push(line));
  return { code, said: lines.join('\n') };
}

function suite(): void {
  test('a copy for a trial is made while the embedded instance runs, and sends nothing', async () => {
    const embedded = await TestServer.start({ env });
    const owner = await embedded.signIn();
    await makeConversation(embedded, await makeInbox(owner, 'Support'), 'Grüße aus Köln 😀');
    ({ hash } = await embedded.get<Storage>(Storage).put(Buffer.from('an attachment')));
    const { code, said } = await admin('move-up', target.url);
    expect([code, said]).toEqual([0, expect.stringContaining('a copy for a trial')]);
    await embedded.stop();
  });

  test('when it is stopped the copy is whole, row by row and file by file, and can be made again (G11)', async () => {
    expect((await admin('move-up', target.url)).said).toContain('Add --replace');
    const data = join(folder.path, 'new-data');
    const again = await admin('move-up', target.url, '--files-to', data, '--replace');
    expect([again.code, again.said]).toEqual([0, expect.stringContaining('Start Balie with DATABASE_URL')]);
    const moved = { ...env, DATABASE_URL: target.url, BALIE_DATA_DIR: data };
    const [before, after] = [await tablesOf(env), await tablesOf(moved)];
    expect(Object.keys(after).length).toBeGreaterThan(40);
    expect(without(after, CHANGED)).toEqual(without(before, CHANGED));

    const server = await TestServer.on({ ...moved, BALIE_PORT: '0', BALIE_LOG_LEVEL: 'silent' });
    try {
      const owner = await server.signIn();
      const query = '{ sendingPaused conversations(first: 5) { nodes { subject } } }';
      expect(await owner.graphql(query)).toEqual({
        sendingPaused: false,
        conversations: { nodes: [{ subject: 'Grüße aus Köln 😀' }] },
      });
      expect((await server.get<Storage>(Storage).read(hash)).toString()).toBe('an attachment');
    } finally {
      await server.stop();
    }
    await rm(data, { recursive: true });
  });
}

describe('from the embedded database to PostgreSQL', () => {
  if (TEST_DIALECT === 'postgres') suite();
  else
    test('needs PostgreSQL: anything else is refused in words', async () => {
      const { code, said } = await admin('move-up', target.url);
      expect([code, said]).toEqual([1, expect.stringContaining('into a database of PostgreSQL')]);
    });
});

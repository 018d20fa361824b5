import { randomBytes } from 'node:crypto';
import { glob, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import type { ObjectLiteral } from 'typeorm';
import { openTestDatabase, testCtx, type TestDatabase } from '../../../test/support/database.js';
import { AesSecretBox, keyId } from '../../adapters/secrets/aes-secret-box.js';
import { KeyFile } from '../../adapters/secrets/key-file.js';
import { openSecretBox } from '../../adapters/secrets/live-secret-box.js';
import { loadSecretKey } from '../../adapters/secrets/secret-key.js';
import { fromRows, insertRows } from '../../kernel/rows.js';
import { sealedColumns } from '../../kernel/sealed.js';
import type { SecretBox } from '../../kernel/secrets.js';
import type { UnitOfWork } from '../../kernel/uow.js';
import { ENTITIES } from '../entities.js';
import { rotateKeys } from './rotate-keys.js';

jest.setTimeout(240_000);

const COLUMNS = sealedColumns(ENTITIES);
const nameOf = ({ entity, property }: (typeof COLUMNS)[number]): string => `${entity.name}.${property}`;

const TIMES = { createdAt: 1, updatedAt: 1 };
const CHANNEL = { inboxId: 'inb_1', pluginId: 'echo', type: 'echo:echo', name: 'C', own: [], settings: {}, state: 'CONNECTED' };
const LOOKS = { viewId: 'v', viewTitle: 'V', icon: 'i', capabilities: {} };
const DEVICE = { userId: 'usr_1', sessionId: 'ses_1', name: 'D' };
const PROVIDER = { active: true, issuer: 'https://id.example', clientId: 'c', button: 'B', domains: [], newPeople: false };
const RULES = { seat: 'FULL', trustEmail: false, secondStepValues: [], passwordsOff: false };
const HOOK = { name: 'W', url: 'https://x.example', inboxIds: [], events: [], active: true, position: 0 };
const SETUP = { inboxId: 'inb_1', type: 'echo:echo', reauth: false, expiresAt: 9e12 };

/** The `n`th row of each sealed column, and for which place the feature that reads it opens it. */
const PLANTED: Record<string, (n: number) => { place: string; row: ObjectLiteral }> = {
  'Channel.secrets': (n) => ({ place: `chn_${n}`, row: { ...CHANNEL, ...LOOKS, ...TIMES, id: `chn_${n}`, account: `a${n}` } }),
  'ChannelSetup.kept': (n) => ({
    place: `setup chn_${n} user usr_1`,
    row: { ...SETUP, channelId: `chn_${n}`, owner: 'user usr_1' },
  }),
  'Responder.secrets': (n) => ({
    place: `rsp_${n}`,
    row: { id: `rsp_${n}`, pluginId: 'p', type: 't', name: 'R', inboxIds: [], settings: {}, active: true, position: 0, ...TIMES },
  }),
  'Webhook.secrets': (n) => ({ place: `whk_${n}`, row: { ...HOOK, ...TIMES, id: `whk_${n}` } }),
  'SecondFactor.secret': (n) => ({ place: `usr_${n}`, row: { userId: `usr_${n}`, lastStep: 0, createdAt: 1 } }),
  'PushSubscription.target': (n) => ({
    place: `psh_${n}`,
    row: { ...DEVICE, id: `psh_${n}`, endpointHash: `h${n}`, createdAt: 1 },
  }),
  'PushKey.privateKey': (n) => ({ place: 'push_key', row: { id: `key_${n}`, publicKey: `p${n}`, createdAt: 1 } }),
  'SignInProvider.clientSecret': (n) => ({
    place: 'company',
    row: { ...PROVIDER, ...RULES, ...TIMES, id: n === 1 ? 'company' : `c${n}` },
  }),
  'SignInChallenge.data': (n) => ({ place: `hash${n}`, row: { secretHash: `hash${n}`, kind: 'k', expiresAt: 9e12 } }),
  'PluginState.value': (n) => ({ place: `state chn_${n} token`, row: { instanceId: `chn_${n}`, key: 'token', sealed: true } }),
};

/** Where something is sealed in this repository: for a column, or as a token that leaves. */
const SEALERS: Record<string, string> = {
  'app/keys/reseal.ts': 'every column',
  'adapters/secrets/live-secret-box.ts': 'the box',
  'features/auth/challenges.ts': 'SignInChallenge.data',
  'features/channels/channel-secrets.ts': 'Channel.secrets and Responder.secrets',
  'features/channels/channel-setups.ts': 'ChannelSetup.kept',
  'features/channels/channel.service.ts': 'by ChannelSecrets',
  'features/responders/responder.service.ts': 'by ChannelSecrets',
  'features/linked-accounts/linked-account.service.ts': 'an offer that leaves, for minutes',
  'features/notifications/mail/mail-off.ts': 'the link in a mail',
  'features/notifications/push/push-keys.ts': 'PushKey.privateKey',
  'features/notifications/push/push.service.ts': 'PushSubscription.target',
  'features/oidc/provider.service.ts': 'SignInProvider.clientSecret',
  'features/second-factor/second-factor.service.ts': 'SecondFactor.secret',
  'features/webhooks/webhook.service.ts': 'Webhook.secrets',
  'plugin-host/http/lent-files.ts': 'an address that leaves, for minutes',
  'plugin-host/instance-store.ts': 'PluginState.value',
};

let db: TestDatabase;
let box: SecretBox;
const source = (): { dataDir: string } => ({ dataDir: db.dataDir });
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const ROWS = 130;
beforeEach(async () => {
  // As a server has it that runs all the time.
  box = await openSecretBox(source());
  for (const column of COLUMNS) {
    const planted = Array.from({ length: ROWS }, (_, n) => PLANTED[nameOf(column)]!(n + 1));
    await db.uow.run(testCtx(), async (tx) => {
      await tx.execute(`DELETE FROM "${tx.manager.dataSource.getMetadata(column.entity).tableName}"`);
      const rows = planted.map(({ place, row }) => ({ ...row, [column.property]: box.seal(`secret of ${place}`, place) }));
      await insertRows<ObjectLiteral>(tx, column.entity, rows);
    });
  }
});

/** What a server that starts now, with what is in the data folder, reads of each column. */
async function readAll(): Promise<void> {
  const fresh = await openSecretBox(source());
  for (const opener of [fresh, box])
    for (const column of COLUMNS) {
      const table = db.uow.reader.manager.dataSource.getMetadata(column.entity).tableName;
      const rows = fromRows<ObjectLiteral>(db.uow.reader, column.entity, await db.uow.reader.query(`SELECT * FROM "${table}"`));
      const found = rows.map((row) => opener.open(row[column.property] as string, column.placeOf(row)!));
      const wanted = Array.from({ length: ROWS }, (_, n) => `secret of ${PLANTED[nameOf(column)]!(n + 1).place}`);
      expect(found.toSorted()).toEqual(wanted.toSorted());
    }
}
const rotate = (uow: UnitOfWork = db.uow): ReturnType<typeof rotateKeys> => rotateKeys(uow, source(), { settleMs: 1 });

it('knows each column that is sealed, and each place in the source that seals', async () => {
  expect(COLUMNS.map(nameOf).toSorted()).toEqual(Object.keys(PLANTED).toSorted());
  const src = new URL('../../', import.meta.url).pathname;
  const sealers: string[] = [];
  for await (const file of glob('**/*.ts', { cwd: src }))
    if (!file.endsWith('.spec.ts') && (await readFile(join(src, file), 'utf8')).includes('.seal(')) sealers.push(file);
  expect(sealers.toSorted()).toEqual(Object.keys(SEALERS).toSorted());
});

it('seals all of it with a new key, which a running server follows, and says so in the audit log (O28, O15)', async () => {
  const before = await loadSecretKey(source());
  const { rows, damaged, kept } = await rotate();
  const after = await loadSecretKey(source());
  expect([rows, damaged, after.equals(before)]).toEqual([COLUMNS.length * ROWS, 0, false]);
  await readAll();
  // Nothing is left that the old key opens, and it is kept for the backups alone.
  const old = new AesSecretBox(before);
  expect(() => old.open(box.seal('x', 'y'), 'y')).toThrow(keyId(after));
  expect(kept).toEqual([join(db.dataDir, `secret.key.${keyId(before)}`)]);
  expect((await readFile(kept[0]!, 'utf8')).trim()).toBe(before.toString('hex'));
  const said = await db.uow.reader.query<{ changes: string }>(
    "SELECT changes FROM audit_entry WHERE action = 'KEYS_ROTATED' ORDER BY seq DESC",
  );
  expect(JSON.parse(said[0]!.changes)).toEqual([{ field: 'key', before: keyId(before), after: keyId(after) }]);
});

it('goes on after a crash at each of its steps, with the same new key', async () => {
  const before = await loadSecretKey(source());
  const keys = new Set<string>();
  let crashes = 0;
  for (let step = 1; ; step++) {
    let left = step;
    const dies = Object.create(db.uow) as UnitOfWork;
    dies.run = (ctx, work, options) => {
      if (--left === 0) throw new Error('killed');
      return db.uow.run(ctx, work, options);
    };
    const ended = await rotate(dies).then(
      () => true,
      (error: unknown) => {
        expect(String(error)).toContain('killed');
        return false;
      },
    );
    if (ended) break;
    crashes++;
    await readAll();
    keys.add((await new KeyFile(db.dataDir).read()).current.toString('hex'));
    await expect(loadSecretKey(source())).rejects.toThrow('are being rotated');
  }
  expect(crashes).toBeGreaterThan(1);
  expect([...keys]).toEqual([(await loadSecretKey(source())).toString('hex')]);
  expect(keys.has(before.toString('hex'))).toBe(false);
  await readAll();
  // A plan that was never carried out, of a key that is gone since.
  await writeFile(join(db.dataDir, 'secret.key.next'), `${randomBytes(32).toString('hex')}\n${before.toString('hex')}\n`);
  await rotate();
  await readAll();
  expect((await readdir(db.dataDir)).filter((name) => name.includes('next'))).toEqual([]);
});

it('goes together with another one, and takes along what is written meanwhile', async () => {
  const put = db.uow.run(testCtx(), async (tx) => {
    const sealed = box.seal('secret of chn_1', 'chn_1');
    await tx.execute('UPDATE channel SET secrets = ? WHERE id = ?', [sealed, 'chn_1']);
  });
  const both = await Promise.all([rotate(), rotate(), put]);
  expect(both[0].rows + both[1].rows).toBeGreaterThanOrEqual(COLUMNS.length * ROWS);
  await loadSecretKey(source());
  await readAll();
});

it('leaves what no key opens, and says how many there are', async () => {
  await db.uow.run(testCtx(), (tx) => tx.execute("UPDATE channel SET secrets = ? WHERE id = 'chn_7'", [box.seal('x', 'chn_8')]));
  expect((await rotate()).damaged).toBe(1);
});

it('leaves a key of the settings to the host: he puts the new one first, and all is sealed with that', async () => {
  const [old, fresh] = [await loadSecretKey(source()), randomBytes(32)];
  const rotated = (key: string): ReturnType<typeof rotateKeys> =>
    rotateKeys(db.uow, { key, dataDir: db.dataDir }, { settleMs: 1 });
  await expect(rotated(old.toString('hex'))).rejects.toThrow('BALIE_SECRET_KEY, which only you can change');
  expect(await rotated(`${fresh.toString('base64')} ${old.toString('hex')}`)).toMatchObject({
    rows: COLUMNS.length * ROWS,
    kept: [],
  });
  await writeFile(join(db.dataDir, 'secret.key'), `${fresh.toString('hex')}\n`);
  await readAll();
});

import { setTimeout as wait } from 'node:timers/promises';
import { keyId } from '../../adapters/secrets/aes-secret-box.js';
import { KeyFile } from '../../adapters/secrets/key-file.js';
import type { KeyRing } from '../../adapters/secrets/key-ring.js';
import { openSecretBox } from '../../adapters/secrets/live-secret-box.js';
import { type KeySource, loadKeyRing } from '../../adapters/secrets/secret-key.js';
import { audit } from '../../features/audit/index.js';
import type { Ctx } from '../../kernel/context.js';
import { newId } from '../../kernel/ids.js';
import type { UnitOfWork } from '../../kernel/uow.js';
import { Refused } from '../backup/refused.js';
import { reseal, type Resealed } from './reseal.js';

/** As long as the longest statement may take: what was sealed with the old key before the new one was there is committed by then. */
const SETTLE_MS = 30_000;

/** What a rotation did. */
export interface Rotated extends Resealed {
  /** Where the older keys are kept, for the backups that were made with them; empty when the key is in the settings. */
  kept: string[];
}

/**
 * Seals everything with a new key while the server runs; after a crash the next call goes on with the same new key. Older keys open until the
 * end. A key of the settings is the host's to change: he puts the new one before the old one, and this seals everything with it.
 */
export async function rotateKeys(
  uow: UnitOfWork,
  source: KeySource,
  { settleMs = SETTLE_MS }: { settleMs?: number } = {},
): Promise<Rotated> {
  const ctx: Ctx = { principal: { kind: 'system', name: 'Terminal' }, correlationId: newId('event') };
  const file = source.key === undefined ? new KeyFile(source.dataDir) : null;
  const ring = file ? await file.begin() : await givenRing(source);
  const done = await sealAll(uow, ctx, source, ring, settleMs);
  const changes = [{ field: 'key', before: ring.older.map(keyId).join(', '), after: keyId(ring.current) }];
  await uow.run(ctx, (tx) => audit(tx, { action: 'KEYS_ROTATED', changes }));
  return { ...done, kept: file ? await file.end(ring) : [] };
}

async function givenRing(source: KeySource): Promise<KeyRing> {
  const ring = await loadKeyRing(source);
  if (ring.older.length > 0) return ring;
  throw new Refused(
    'The secret key comes from BALIE_SECRET_KEY, which only you can change: put a new one (openssl rand -hex 32) before the one that is there, with a blank between them, start Balie again, and then run this.',
  );
}

/** Until nothing is left, looked at once more when all that had begun is over. */
async function sealAll(uow: UnitOfWork, ctx: Ctx, source: KeySource, ring: KeyRing, settleMs: number): Promise<Resealed> {
  const box = await openSecretBox(source);
  const olderIds = ring.older.map(keyId);
  let { rows } = await reseal(uow, ctx, box, olderIds);
  for (;;) {
    await wait(settleMs);
    const later = await reseal(uow, ctx, box, olderIds);
    rows += later.rows;
    if (later.rows === 0) return { rows, damaged: later.damaged };
  }
}

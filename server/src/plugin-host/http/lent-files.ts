import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../kernel/clock.js';
import { SecretBox } from '../../kernel/secrets.js';
import { HttpRefusal } from './refusal.js';

const PLACE = 'lent file';
const MAX_TTL_MS = 7 * 24 * 3_600_000;
const file = z.object({
  stored: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().max(1000).optional(),
  bytes: z.number().int().min(0).optional(),
});
const ttl = z.number().positive();

/** A file that is lent. */
export interface LentFile {
  hash: string;
  name: string;
  bytes: number | null;
}

/** Addresses under which end users may fetch a file for a while, without a session: nobody can make or change one but us. */
@Injectable()
export class LentFiles {
  constructor(
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /** The path of `files.url`. */
  pathOf(wanted: unknown, ttlMs: unknown): string {
    const { stored, name, bytes } = file.parse(wanted);
    const until = this.clock.now() + Math.min(ttl.parse(ttlMs), MAX_TTL_MS);
    return `/files/lent/${this.box.seal(JSON.stringify([stored, name ?? 'file', bytes ?? null, until]), PLACE)}`;
  }

  /** Throws HttpRefusal. */
  open(token: string): LentFile {
    let said: [string, string, number | null, number];
    try {
      said = JSON.parse(this.box.open(token, PLACE)) as typeof said;
    } catch {
      throw new HttpRefusal(404, 'There is no such file.');
    }
    const [hash, name, bytes, until] = said;
    if (until < this.clock.now()) throw new HttpRefusal(410, 'This address no longer holds. Ask for the file again.');
    return { hash, name, bytes };
  }
}

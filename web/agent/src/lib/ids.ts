import { now } from './clock.js';

type RecordPrefix = 'mrg' | 'con' | 'prp' | 'tkt' | 'dea' | 'tsk' | 'not' | 'cll' | 'mtg' | 'cmp' | 'pip' | 'stg';
type Prefix = RecordPrefix | 'tag' | 'tea' | 'msg' | 'cnv' | 'inb' | 'chn' | 'rsp' | 'usr' | 'op' | 'upl';

/** A client-made id: the type's prefix and a UUIDv7 as 32 hex digits, so that ids made later sort later. */
export function makeId(prefix: Prefix | 'svw' | 'snp' | 'cmg' | 'whk' | 'aru' | 'imp' | 'pub' | 'blk'): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let time = now();
  for (let index = 5; index >= 0; index--) {
    bytes[index] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return prefix === 'op' ? hex : `${prefix}_${hex}`;
}

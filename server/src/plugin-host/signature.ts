import { createPublicKey, verify } from 'node:crypto';

/** Whether a package is signed by somebody whom who runs the server trusts. `UNKNOWN`: by none of them, or it was changed since. */
export type Signature = { state: 'TRUSTED'; by: string } | { state: 'UNKNOWN' | 'NONE'; by: null };
export const UNSIGNED: Signature = { state: 'NONE', by: null };

/** A publisher and its public key: `name=` and the 32 bytes in base64. */
export const PUBLISHER = /^([^=,]{1,60})=([A-Za-z0-9+/]{43}=)$/;

/**
 * Looks at a detached signature: Ed25519 (RFC 8032) over the bytes of the package as they are, in base64.
 * `publishers` are as `PUBLISHER` has them.
 */
export function signatureOf(bytes: Uint8Array, signature: string | null, publishers: readonly string[]): Signature {
  if (signature === null) return UNSIGNED;
  const signed = Buffer.from(signature.trim(), 'base64');
  for (const [, name, key = ''] of publishers.map((line) => PUBLISHER.exec(line) ?? [])) {
    if (name === undefined) continue;
    const x = Buffer.from(key, 'base64').toString('base64url');
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    if (verify(null, bytes, publicKey, signed)) return { state: 'TRUSTED', by: name };
  }
  return { state: 'UNKNOWN', by: null };
}

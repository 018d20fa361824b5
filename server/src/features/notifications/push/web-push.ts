import {
  createCipheriv,
  createECDH,
  createHash,
  createPrivateKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';

/** A P-256 key pair: the public one as an uncompressed point of 65 bytes, the private one as its number. */
export interface KeyPair {
  publicKey: Buffer;
  privateKey: Buffer;
}
/** What a browser gave of itself (Push API, `PushSubscription.toJSON().keys`). */
export interface Receiver {
  /** Its point on P-256, 65 bytes. */
  p256dh: Buffer;
  /** 16 bytes that only we and it know. */
  auth: Buffer;
}

const CURVE = 'prime256v1';
const POINT_BYTES = 65;
const RECORD_BYTES = 4096;
/** RFC 8292, 2: no more than 24 hours. */
const TOKEN_SECONDS = 12 * 60 * 60;

export function newKeyPair(): KeyPair {
  const ecdh = createECDH(CURVE);
  ecdh.generateKeys();
  return { publicKey: ecdh.getPublicKey(), privateKey: padded(ecdh.getPrivateKey()) };
}

/** Whether these bytes are a point that one can agree on a secret with; others make the agreement fail. */
export function isPoint(bytes: Buffer): boolean {
  if (bytes.length !== POINT_BYTES || bytes[0] !== 4) return false;
  try {
    const ecdh = createECDH(CURVE);
    ecdh.generateKeys();
    ecdh.computeSecret(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * Encrypts a text so that only the browser reads it, not the push service on the way: RFC 8291, in the one record of RFC 8188
 * (`Content-Encoding: aes128gcm`). `fixed` is for the example of the RFC; each message has a salt and a key pair of its own.
 */
export function encrypted(text: Buffer, to: Receiver, fixed: { salt: Buffer; pair: KeyPair } | null = null): Buffer {
  const { salt, pair } = fixed ?? { salt: randomBytes(16), pair: newKeyPair() };
  const ecdh = createECDH(CURVE);
  ecdh.setPrivateKey(pair.privateKey);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), to.p256dh, pair.publicKey]);
  const input = derived(ecdh.computeSecret(to.p256dh), to.auth, info, 32);
  const key = derived(input, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derived(input, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  // 2 says that this is the last record (RFC 8188, 2).
  const body = Buffer.concat([cipher.update(Buffer.concat([text, Buffer.from([2])])), cipher.final(), cipher.getAuthTag()]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(RECORD_BYTES);
  return Buffer.concat([salt, size, Buffer.from([pair.publicKey.length]), pair.publicKey, body]);
}

/** Says to the push service of this address who sends (RFC 8292): a JWT signed with ES256, and the key to check it with. */
export function vapid(endpoint: string, pair: KeyPair, { now, subject }: { now: number; subject: string | null }): string {
  const claims = {
    aud: new URL(endpoint).origin,
    exp: Math.floor(now / 1000) + TOKEN_SECONDS,
    ...(subject === null ? {} : { sub: subject }),
  };
  const head = [{ typ: 'JWT', alg: 'ES256' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  const signed = head.join('.');
  const signature = sign('sha256', Buffer.from(signed), { key: signingKey(pair), dsaEncoding: 'ieee-p1363' });
  return `vapid t=${signed}.${signature.toString('base64url')}, k=${pair.publicKey.toString('base64url')}`;
}

/** A name for what replaces each other while a device is off: 32 letters of the URL alphabet (RFC 8030, 5.4) that tell nobody what it is. */
export function topicOf(about: string): string {
  return createHash('sha256').update(about).digest('base64url').slice(0, 32);
}

function signingKey({ publicKey, privateKey }: KeyPair): KeyObject {
  const [x, y, d] = [publicKey.subarray(1, 33), publicKey.subarray(33), privateKey].map((part) => part.toString('base64url'));
  return createPrivateKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y, d } as Record<string, string> });
}

function derived(input: Buffer, salt: Buffer, info: Buffer, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', input, salt, info, bytes));
}

/** A number that begins with zeros is shorter otherwise, and no JWK takes that (RFC 7518, 6.2.2). */
function padded(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.alloc(32 - bytes.length), bytes]);
}

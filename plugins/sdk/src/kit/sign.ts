import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';

/** Makes a publisher's key in `<publisher>.pem`, which nobody else may have. Answers what a host trusts him by: `name=key`. */
export async function makeKey(publisher: string, folder = '.'): Promise<{ file: string; trustedAs: string }> {
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(publisher))
    throw new Error('A publisher has small letters, digits and dashes, and begins with a letter.');
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const file = `${folder}/${publisher}.pem`;
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  await writeFile(file, pem, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new Error(`${file} is there already.`) : error;
  });
  return { file, trustedAs: `${publisher}=${bare(publicKey)}` };
}

/** Writes a detached signature (Ed25519, RFC 8032, in base64) beside a packed plugin. Answers its file. */
export async function signPackage(packed: string, keyFile: string): Promise<string> {
  const key = createPrivateKey(await readFile(keyFile));
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${keyFile} is no Ed25519 key.`);
  const file = `${packed}.sig`;
  await writeFile(file, `${sign(null, await readFile(packed), key).toString('base64')}\n`);
  return file;
}

/** The 32 bytes of a public key. */
function bare(key: KeyObject): string {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64');
}

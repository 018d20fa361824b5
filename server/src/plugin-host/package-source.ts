import { copyFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DomainError } from '../kernel/errors.js';
import { isNpmName, packFromNpm } from './npm-package.js';
import { type Signature, signatureOf, UNSIGNED } from './signature.js';

/** Where packages may come from; who runs the server says so, not who uses it. */
export interface PackagePolicy {
  /** By name from a registry, when an admin asks for it. */
  npm: boolean;
  /** Whose signatures are trusted: `name=` and a public key. */
  publishers: readonly string[];
  /** Nothing else is taken. */
  signedOnly: boolean;
}
/** A folder or .tgz that nobody changes meanwhile, and who has signed it; the signature of a .tgz stands beside it as `.sig`. */
export interface PackageSource {
  path: string;
  signature: Signature;
}

/** More than a package may have once it is unpacked. */
const MAX_BYTES = 100 * 1024 * 1024;
const MAX_SIGNATURE = 1024;

/** Lends a package that lies in a folder or .tgz, or has a name in a registry. Throws DomainError in words for what the policy refuses. */
export async function withSource<T>(
  given: string,
  policy: PackagePolicy,
  work: (source: PackageSource) => Promise<T>,
): Promise<T> {
  const found = isNpmName(given) ? null : await stat(given).catch(() => null);
  if (!isNpmName(given) && !found?.isFile()) {
    // What is not there says so itself.
    if (found) checkSigned(UNSIGNED, policy);
    return work({ path: given, signature: UNSIGNED });
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'balie-package-'));
  try {
    const source = isNpmName(given) ? await fromRegistry(given, folder, policy) : await copied(given, folder, policy);
    checkSigned(source.signature, policy);
    return await work(source);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fromRegistry(given: string, folder: string, policy: PackagePolicy): Promise<PackageSource> {
  if (!policy.npm)
    throw new DomainError('UNSUPPORTED', 'This server takes no plugins from npm: BALIE_PLUGINS_FROM_NPM is not set to yes.', {
      path: ['source'],
    });
  return { path: await packFromNpm(given, folder), signature: UNSIGNED };
}

/** The bytes that were proved are those that are unpacked. */
async function copied(given: string, folder: string, policy: PackagePolicy): Promise<PackageSource> {
  if ((await stat(given)).size > MAX_BYTES) throw new DomainError('INVALID', 'The package is too big.', { path: ['source'] });
  const own = path.join(folder, path.basename(given));
  await copyFile(given, own);
  const beside = await readFile(`${given}.sig`, 'utf8').catch(() => null);
  const signature = beside === null ? null : beside.slice(0, MAX_SIGNATURE);
  if (signature !== null) await writeFile(`${own}.sig`, signature);
  return { path: own, signature: signatureOf(await readFile(own), signature, policy.publishers) };
}

function checkSigned({ state }: Signature, { signedOnly }: PackagePolicy): void {
  if (!signedOnly || state === 'TRUSTED') return;
  const words =
    state === 'NONE'
      ? 'It is not signed, and this server takes signed plugins only.'
      : 'Its signature is of none of the publishers that this server trusts, or it was changed after it was signed.';
  throw new DomainError('INVALID', words, { path: ['source'] });
}

import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { EXIT, StartError } from './start-error.js';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** From now on these authorities are believed beside the known ones, by every TLS connection of this process that names none. */
export function trustAuthorities(file: string | undefined): void {
  if (file === undefined) return;
  setDefaultCACertificates([...getCACertificates('default'), ...certificatesIn(file)]);
}

function certificatesIn(file: string): string[] {
  try {
    const found = readFileSync(file, 'utf8').match(CERTIFICATE) ?? [];
    if (found.length === 0) throw new Error('there is no certificate in it');
    return found.map((pem) => new X509Certificate(pem).toString());
  } catch (error) {
    throw new StartError(EXIT.SETTING, `The file of the setting BALIE_CA_FILE can not be used: ${(error as Error).message}.`);
  }
}

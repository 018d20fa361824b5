import type { Part } from '@balie/plugin-sdk';
import type { Body } from './body.js';
import type { Mime, MimeFile } from './mime.js';

/** What wraps a mail: signatures and encryption (RFC 8551, RFC 3156). Nothing is verified or opened here (R-ATT-6). */
type Badge = Extract<Part, { type: 'badge' }>;

const SIGNATURE = /^application\/(?:x-)?(?:pkcs7|pgp)-signature$/;
const SEALED = /^application\/(?:x-)?pkcs7-mime$/;
const INLINE_SIGNED = /^-----BEGIN PGP SIGNED MESSAGE-----[ \t]*$/m;
const INLINE_ENCRYPTED = /^-----BEGIN PGP MESSAGE-----[ \t]*$/m;

/** Shown as a badge, not as a file. */
export const isSignature = (file: MimeFile): boolean =>
  SIGNATURE.test(file.mime) || (/^smime\.p7s$/i.test(file.name) && file.mime === 'application/octet-stream');

const SIGNED: Badge = { type: 'badge', kind: 'signed', note: 'S/MIME signature, not verified' };
const PGP_SIGNED: Badge = { type: 'badge', kind: 'pgp-signed', note: 'PGP signature, not verified' };
const ENCRYPTED: Badge = { type: 'badge', kind: 'encrypted', note: 'Encrypted with S/MIME' };
const PGP_ENCRYPTED: Badge = { type: 'badge', kind: 'pgp-encrypted', note: 'Encrypted with PGP' };
const PLACEHOLDER: Part = {
  type: 'unsupported',
  note: 'This mail is encrypted and can’t be shown here. Download it to open it with your own key.',
};
const SEALED_NOTE: Part = {
  type: 'unsupported',
  note: 'The text of this mail is inside its S/MIME signature and can’t be shown here. Download it to open it.',
};

/** The badges of a mail, and a placeholder for what can't be shown. */
export function wrappingOf(mime: Mime, body: Body): Part[] {
  const sealed = mime.files.find((file) => SEALED.test(file.mime) || /^smime\.p7m$/i.test(file.name));
  if (sealed) {
    const isSigned = /^(?:signed-data|certs-only)$/i.test(sealed.sealed ?? '');
    return isSigned ? [SIGNED, SEALED_NOTE] : [ENCRYPTED, PLACEHOLDER];
  }
  if (mime.contentType === 'multipart/encrypted' || mime.files.some((file) => file.mime === 'application/pgp-encrypted'))
    return [PGP_ENCRYPTED, PLACEHOLDER];
  const signature = mime.files.find(isSignature);
  if (signature) return [signature.mime.includes('pgp') ? PGP_SIGNED : SIGNED];
  const start = body.full.slice(0, 100_000);
  if (INLINE_ENCRYPTED.test(start)) return [PGP_ENCRYPTED];
  return INLINE_SIGNED.test(start) ? [PGP_SIGNED] : [];
}

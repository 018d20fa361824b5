import type { Address } from './addresses.js';
import { verdictOf, type Verdict } from './automatic.js';
import type { Field } from './head.js';

/** What was found out about the sender when the mail came in (RFC 7208, 6376, 9989, 8617). Names of results as in RFC 8601. */
export interface Authentication {
  spf?: string;
  dkim?: string;
  dmarc?: string;
  /** What the owner of the domain wants to become of mail that fails. */
  policy?: string;
  /** Of From, which DMARC is about. */
  domain?: string;
  arc?: string;
  /** Who has sealed the mail last, and what he says of DMARC before it came to him. */
  sealer?: string;
  sealed?: string;
}

/** What is known of a mail beside its source. */
interface Known {
  authentication?: Authentication;
  authservId?: string;
}

/** Who has looked at the sender: we ourselves where we took the mail in, whatever its head says; else the server that we read it from (R-SPM-2). */
export function senderVerdict(fields: readonly Field[], meta: Known, from: Address | null): Verdict {
  const { authentication: found, authservId = '' } = meta;
  if (!found) return verdictOf(fields, authservId, from);
  const { spf, dkim, arc, policy } = found;
  const dmarc = found.dmarc === 'fail' && isVouchedFor(found, authservId.toLowerCase()) ? 'pass' : found.dmarc;
  return {
    ...(dmarc ? { dmarc } : {}),
    ...(spf ? { spf } : {}),
    ...(dkim ? { dkim } : {}),
    ...(arc && arc !== 'none' ? { arc } : {}),
    aligned: dmarc === 'pass' && found.domain === from?.value.slice(from.value.lastIndexOf('@') + 1),
    refused: dmarc === 'fail' && (policy === 'reject' || policy === 'quarantine'),
  };
}

/** A forwarder that the admin trusts has seen it pass before it changed it, and its seal is whole (RFC 8617). */
function isVouchedFor({ arc, sealer, sealed }: Authentication, trusted: string): boolean {
  if (arc !== 'pass' || sealed !== 'pass' || !sealer || trusted === '') return false;
  return trusted === sealer || trusted.endsWith(`.${sealer}`);
}

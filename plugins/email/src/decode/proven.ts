import type { InboundEvent } from '@balie/plugin-sdk';
import type { Address } from './addresses.js';
import { trustedResults, verdictOf, type Verdict } from './automatic.js';
import { all, type Field } from './head.js';

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

/** One thing that was found out about a sender, in the form of the event. */
type Proof = NonNullable<Extract<InboundEvent, { type: 'message' }>['proofs']>[number];

const METHODS = ['spf', 'dkim', 'dmarc'] as const;
const MOST_SIGNATURES = 10;

/**
 * Of a mail of our own that came back: what was found out about it. No one else's, since here, for want of a server named in the
 * settings, the word of the last one on the way counts.
 */
export function proofsOf(fields: readonly Field[], meta: Known): Proof[] {
  const { authentication: ours, authservId = '' } = meta;
  const said = ours ? null : trustedResults(fields, authservId);
  const found = METHODS.flatMap((method): Proof[] => {
    const result = ours ? ours[method] : said?.result(method);
    return result === undefined ? [] : [{ method, result, ...(said ? { by: said.by } : {}) }];
  });
  const signatures = all(fields, 'dkim-signature').slice(0, MOST_SIGNATURES);
  return [...found, ...signatures.flatMap(keyOf).map((record) => ({ method: 'dkim', record }))];
}

/** Where the key of a signature stands (RFC 6376, 3.6.2.1). */
function keyOf(signature: string): string[] {
  const tag = (name: string) => new RegExp(`(?:^|;)\\s*${name}\\s*=\\s*([\\w.-]{1,255})\\s*(?:;|$)`).exec(signature)?.[1];
  const [selector, domain] = [tag('s'), tag('d')];
  return selector && domain ? [`${selector}._domainkey.${domain}`.toLowerCase()] : [];
}

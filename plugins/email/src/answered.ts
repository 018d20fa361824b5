import { domainToASCII } from 'node:url';

// an AWS region, such as eu-west-1
const REGION = /^[a-z]{2}(?:-[a-z]+)+-\d+$/;

/** The part of the world that an SES server stands in; null for another server. We connect by address, so the library can't tell. */
function sesRegion(host: string): string | null {
  const labels = host.toLowerCase().replace(/\.$/, '').split('.');
  if (labels.slice(-2).join('.') !== 'amazonaws.com') return null;
  return labels.find((label) => REGION.test(label)) ?? null;
}

/**
 * The ids by which a server may have replaced ours, from its answer to the message (R-THR-2): those in angle brackets, and at SES the
 * bare one, whose domain is that of the region, `email` in us-east-1 (docs.aws.amazon.com/ses, "Message-ID").
 */
export function idsAnswered(response: string, host: string): string[] {
  const region = sesRegion(host);
  const bare = region
    ? /^250\s+(?:\d\.\d\.\d+\s+)?ok\s+([0-9a-f]{16}-[0-9a-f-]{20,60}-\d{6})\s*$/i.exec(response.trim())?.[1]
    : undefined;
  const ses = bare ? [`<${bare.toLowerCase()}@${region === 'us-east-1' ? 'email' : region}.amazonses.com>`] : [];
  return [...ses, ...(response.match(/<[^<>\s@]{1,500}@[^<>\s]{1,400}>/g) ?? [])];
}

const QUEUED = /\bqueued (?:mail )?(?:for delivery )?(?:as|id)\s*[:=]?\s*<?([^\s<>;,]+)/i;
const ID = /\b(?:message|msg|queue)?-?id\s*[:=]\s*<?([^\s<>;,]+)/i;

/** What the server calls the mail, such as its queue id, for whoever asks its admin; null when it said nothing of its own. */
export function queueIdOf(response: string): string | null {
  const said = response
    .replace(/\s+/g, ' ')
    .replace(/^\s*\d{3}[ -]/, '')
    .replace(/^\d\.\d\.\d+\s*/, '')
    .replace(/^ok\b[:,]?\s*/i, '')
    .trim();
  const id = (QUEUED.exec(said) ?? ID.exec(said))?.[1] ?? said;
  return id === '' ? null : id.slice(0, 300);
}

/** A domain as it is written where only ASCII may be (RFC 5891); the same when it has no such form. */
export const asciiDomain = (domain: string): string => domainToASCII(domain) || domain;

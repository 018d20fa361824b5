import { Resolver } from 'node:dns/promises';

/** Whether a domain says who may send for it. */
export interface DomainWords {
  domain: string;
  ok: boolean;
  words: string;
}

/** Somebody waits for the page. */
const WAIT_MS = 3_000;
const NOTHING = new Set(['ENODATA', 'ENOTFOUND']);

/**
 * SPF (RFC 7208: exactly one record of this version) and DMARC (RFC 7489: at `_dmarc` of the domain or of one above it). Keys of DKIM can't be
 * looked for, as nobody tells the names that they have (RFC 6376, 3.1): a mail to oneself shows whether it was signed.
 */
export async function checkDomains(domains: readonly string[], servers: readonly string[]): Promise<DomainWords[]> {
  const resolver = new Resolver({ timeout: WAIT_MS, tries: 1 });
  if (servers.length > 0) resolver.setServers(servers);
  return Promise.all(domains.map((domain) => checkDomain(resolver, domain)));
}

async function checkDomain(resolver: Resolver, domain: string): Promise<DomainWords> {
  try {
    const [records, dmarc] = await Promise.all([texts(resolver, domain), dmarcProblem(resolver, domain)]);
    const problems = [spfProblem(records), dmarc].filter((each) => each !== null);
    if (problems.length > 0) return { domain, ok: false, words: problems.join(' ') };
    return { domain, ok: true, words: 'SPF and DMARC are there.' };
  } catch (error) {
    return {
      domain,
      ok: false,
      words: `The name servers could not be asked (${(error as { code?: string }).code ?? String(error)}).`,
    };
  }
}

function spfProblem(records: readonly string[]): string | null {
  const spf = records.filter((text) => /^v=spf1( |$)/i.test(text));
  if (spf.length === 0)
    return 'There is no SPF record (a TXT that begins with v=spf1): other servers may take its mail for forged.';
  if (spf.length > 1) return `There are ${spf.length} SPF records, and with more than one none counts.`;
  if (/ \+?all\b/i.test(spf[0]!)) return 'Its SPF record ends in +all: anybody may send in its name.';
  return null;
}

async function dmarcProblem(resolver: Resolver, domain: string): Promise<string | null> {
  const labels = domain.split('.');
  for (let from = 0; labels.length - from >= 2; from++) {
    const found = (await texts(resolver, `_dmarc.${labels.slice(from).join('.')}`)).filter((text) =>
      /^v=DMARC1(;|\s|$)/.test(text),
    );
    if (found.length === 1) return /;\s*p\s*=/i.test(found[0]!) ? null : 'Its DMARC record has no policy (p=).';
    if (found.length > 1) return 'There is more than one DMARC record, so none counts.';
  }
  return `There is no DMARC record (a TXT at _dmarc.${domain}): large mail services want one.`;
}

async function texts(resolver: Resolver, name: string): Promise<string[]> {
  try {
    return (await resolver.resolveTxt(name)).map((parts) => parts.join(''));
  } catch (error) {
    if (NOTHING.has((error as { code?: string }).code ?? '')) return [];
    throw error;
  }
}

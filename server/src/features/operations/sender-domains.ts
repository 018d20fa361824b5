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

/** What is wrong with what a domain says of who may send for it; null for nothing. */
export interface DomainRecords {
  spf: string | null;
  dmarc: string | null;
}

/**
 * SPF (RFC 7208: exactly one record of this version) and DMARC (RFC 7489: at `_dmarc` of the domain or of one above it). Keys of DKIM can't be
 * looked for, as nobody tells the names that they have (RFC 6376, 3.1): a mail to oneself shows whether it was signed, and by which.
 */
export async function checkDomains(domains: readonly string[], servers: readonly string[]): Promise<DomainWords[]> {
  return Promise.all(
    domains.map(async (domain) => {
      const { spf, dmarc } = await recordsOf(domain, servers);
      const problems = [...new Set([spf, dmarc])].filter((each) => each !== null);
      return { domain, ok: problems.length === 0, words: problems.length > 0 ? problems.join(' ') : 'SPF and DMARC are there.' };
    }),
  );
}

/** The two records by themselves. */
export async function recordsOf(domain: string, servers: readonly string[]): Promise<DomainRecords> {
  const resolver = resolverOf(servers);
  const [spf, dmarc] = await Promise.all([
    asked(async () => spfProblem(await texts(resolver, domain))),
    asked(() => dmarcProblem(resolver, domain)),
  ]);
  return { spf, dmarc };
}

/** What is wrong with the key of a signature, which stands at this name (RFC 6376, 3.6.1); null for nothing. */
export function keyProblem(name: string, servers: readonly string[]): Promise<string | null> {
  const resolver = resolverOf(servers);
  return asked(async () => {
    const keys = (await texts(resolver, name)).filter((text) => /(^|;)\s*p\s*=/.test(text));
    if (keys.length === 0) return `There is no key at ${name}.`;
    if (keys.length > 1) return `There is more than one key at ${name}.`;
    return /(^|;)\s*p\s*=\s*[A-Za-z0-9+/]/.test(keys[0]!) ? null : `The key at ${name} was revoked: it is empty.`;
  });
}

function resolverOf(servers: readonly string[]): Resolver {
  const resolver = new Resolver({ timeout: WAIT_MS, tries: 1 });
  if (servers.length > 0) resolver.setServers(servers);
  return resolver;
}

async function asked(look: () => Promise<string | null>): Promise<string | null> {
  try {
    return await look();
  } catch (error) {
    return `The name servers could not be asked (${(error as { code?: string }).code ?? String(error)}).`;
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

import { once } from 'node:events';
import { Resolver } from 'node:dns/promises';
import { PassThrough } from 'node:stream';
import { arc } from 'mailauth/lib/arc/index.js';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { evaluateDmarc } from 'mailauth/lib/dmarc/index.js';
import { spf } from 'mailauth/lib/spf/index.js';
import type { DKIMVerifyResult, DNSResolver } from 'mailauth';
import { headLength } from '../decode/head.js';
import type { Authentication } from '../decode/proven.js';

/** Each signature costs a pass over the whole mail; honest mail has two or three. */
const MAX_SIGNATURES = 10;
const SIGNATURE = /^(?:dkim-signature|arc-message-signature)[ \t]*:/gim;
const LIMIT_MS = 15_000;

export interface Hello {
  ip: string;
  helo: string;
  sender: string;
  /** Our own name. */
  name: string;
}

/** Asks the given name servers, or those of the system. */
export function resolverOf(servers: readonly string[]): DNSResolver {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 });
  if (servers.length > 0) resolver.setServers([...servers]);
  return async (name, type) => (await resolver.resolve(name, type)) as string[][] | string[];
}

/** Checks a mail while it passes by, and says at its end who has sent it. */
export class Proof {
  readonly #spf: ReturnType<typeof spf>;
  #input: PassThrough | null = null;
  #dkim: Promise<DKIMVerifyResult | null> = Promise.resolve(null);

  constructor(
    { ip, helo, sender, name }: Hello,
    private readonly resolver: DNSResolver,
    private readonly limitMs = LIMIT_MS,
  ) {
    this.#spf = spf({ ip, helo: helo || `[${ip}]`, sender, mta: name, resolver, maxElapsedTime: limitMs });
    this.#spf.catch(() => undefined);
  }

  /** The beginning of the mail, with all of its head; a longer head is nobody's who wants to be believed. */
  begin(first: Buffer): void {
    const length = headLength(first);
    if ((first.toString('latin1', 0, length).match(SIGNATURE)?.length ?? 0) > MAX_SIGNATURES) return;
    this.#input = new PassThrough();
    this.#dkim = dkimVerify(this.#input, { resolver: this.resolver }).catch(() => null);
    this.#input.on('error', () => undefined);
    this.#input.write(first);
  }

  async write(chunk: Buffer): Promise<void> {
    const input = this.#input;
    if (!input || input.write(chunk)) return;
    await Promise.race([once(input, 'drain').catch(() => undefined), this.#dkim]);
  }

  /** The mail is not wanted any more. */
  abort(): void {
    this.#input?.destroy(new Error('The mail was given up.'));
  }

  /** After the last byte. Never throws: who can't be proven within the time is not proven. */
  async verdict(): Promise<Authentication> {
    this.#input?.end();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Authentication>((resolve) => {
      timer = setTimeout(() => resolve({ dmarc: 'temperror' }), this.limitMs);
    });
    try {
      return await Promise.race([this.#evaluate().catch((): Authentication => ({ dmarc: 'temperror' })), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  async #evaluate(): Promise<Authentication> {
    const { resolver } = this;
    const [dkim, path] = await Promise.all([this.#dkim, this.#spf]);
    const spfResult = path.status.result;
    if (!dkim?.arc) return { spf: spfResult, dmarc: 'temperror' };
    const passed = dkim.results.filter(({ status }) => status.result === 'pass');
    const chain = await arc(dkim.arc as Parameters<typeof arc>[0], { resolver });
    const { response } = await evaluateDmarc({
      headerFrom: dkim.headerFrom,
      fromFields: dkim.fromFields,
      spfDomains: spfResult === 'pass' ? [path.domain] : [],
      dkimDomains: passed.map(({ id, signingDomain, status }) => ({
        id,
        domain: signingDomain,
        aligned: status.aligned,
        underSized: status.underSized,
      })),
      resolver,
    } as Parameters<typeof evaluateDmarc>[0]);
    return {
      spf: spfResult,
      dkim: passed.length > 0 ? 'pass' : (dkim.results[0]?.status.result ?? 'none'),
      ...(response ? { dmarc: response.status.result, domain: domainOf(dkim.headerFrom) } : { dmarc: 'permerror' }),
      ...(response && response.policy ? { policy: response.policy } : {}),
      ...sealOf(chain),
    };
  }
}

const domainOf = (from: readonly string[]): string => from[0]?.slice(from[0].lastIndexOf('@') + 1).toLowerCase() ?? '';

function sealOf(chain: Awaited<ReturnType<typeof arc>>): Pick<Authentication, 'arc' | 'sealer' | 'sealed'> {
  const sealer = chain.signature ? chain.signature.signingDomain : undefined;
  const sealed = (chain.authenticationResults?.['dmarc'] as { result?: unknown } | undefined)?.result;
  return {
    arc: chain.status.result,
    ...(chain.status.result === 'pass' && sealer ? { sealer: sealer.toLowerCase() } : {}),
    ...(chain.status.result === 'pass' && typeof sealed === 'string' ? { sealed } : {}),
  };
}

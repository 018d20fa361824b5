import { BlockList, isIP } from 'node:net';
import { DomainError } from '../../kernel/errors.js';

const BUTTON_LENGTH = 60;
const TEXT_LENGTH = 500;
const SECRET_LENGTH = 2000;
const MOST_DOMAINS = 50;
const MOST_VALUES = 20;
const WELL_KNOWN = '/.well-known/openid-configuration';
/** Addresses of Microsoft behind which anybody's tenant is: whoever can make one could come in. */
const SHARED_TENANTS = ['common', 'organizations', 'consumers'];

/**
 * The issuer as the provider calls itself; the address of its description, which people copy along, is cut off. `http:` only for an address of
 * a network that the host has opened.
 */
export function checkIssuer(given: string, networks: readonly string[]): string {
  const text = given.trim().replace(WELL_KNOWN, '');
  const url = text.length <= TEXT_LENGTH && URL.canParse(text) ? new URL(text) : null;
  const wrong = (message: string) => new DomainError('INVALID', message, { path: ['issuer'] });
  if (!url || url.search || url.hash || url.username || url.password || text.includes('/.well-known/'))
    throw wrong('Give the issuer of the provider, such as https://accounts.google.com.');
  const plain = url.protocol === 'http:' && isInside(url.hostname, networks);
  if (url.protocol !== 'https:' && !plain) throw wrong('An issuer begins with https://.');
  if (url.host === 'login.microsoftonline.com' && SHARED_TENANTS.includes(url.pathname.split('/')[1] ?? ''))
    throw wrong('Give the issuer of your own tenant: https://login.microsoftonline.com/, the id of the tenant, and /v2.0.');
  return text;
}

/** Domains in lower case, each once, without the @ that people write before them. */
export function checkDomains(given: readonly string[]): string[] {
  if (given.length > MOST_DOMAINS) throw new DomainError('LIMIT', `At most ${MOST_DOMAINS} domains.`, { path: ['domains'] });
  const domains = given.map((text) => text.trim().toLowerCase().replace(/^@/, ''));
  const wrong = domains.findIndex((domain) => domain.length > 253 || !/^[^\s@.,;/]+(\.[^\s@.,;/]+)+$/u.test(domain));
  if (wrong >= 0) throw new DomainError('INVALID', 'A domain is like example.com.', { path: ['domains', String(wrong)] });
  return [...new Set(domains)];
}

/** What a provider says where it has asked for a second step, as it says it. */
export function checkStepValues(given: readonly string[]): string[] {
  if (given.length > MOST_VALUES)
    throw new DomainError('LIMIT', `At most ${MOST_VALUES} values.`, { path: ['secondStepValues'] });
  return [...new Set(given.map((text) => checkText(text, 'secondStepValues', 200)))];
}

export function checkButton(given: string): string {
  return checkText(given, 'button', BUTTON_LENGTH);
}

export function checkClientId(given: string): string {
  return checkText(given, 'clientId', TEXT_LENGTH);
}

export function checkSecret(given: string): string {
  return checkText(given, 'clientSecret', SECRET_LENGTH);
}

/** Whether an address of a mail is of one of these domains; where there are none, each is. */
export function isOfDomain(email: string, domains: readonly string[]): boolean {
  return domains.length === 0 || domains.includes(email.slice(email.lastIndexOf('@') + 1).toLowerCase());
}

function checkText(given: string, field: string, most: number): string {
  const text = given.trim();
  if (text !== '' && text.length <= most && !/\p{Cc}/u.test(text)) return text;
  throw new DomainError('INVALID', `Give 1 to ${most} characters.`, { path: [field] });
}

function isInside(hostname: string, networks: readonly string[]): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  if (family === 0) return false;
  const list = new BlockList();
  for (const network of networks) {
    const [ip = '', bits] = network.split('/');
    const type = isIP(ip) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(ip, type);
    else list.addSubnet(ip, Number(bits), type);
  }
  return list.check(host, family === 6 ? 'ipv6' : 'ipv4');
}

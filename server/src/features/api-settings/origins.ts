import { DomainError } from '../../kernel/errors.js';

const MOST = 50;

/** The origins as a browser sends them (RFC 6454, section 6.2), each once; throws INVALID or LIMIT with the place of the wrong one. */
export function checkOrigins(given: readonly string[]): string[] {
  if (given.length > MOST) throw new DomainError('LIMIT', `At most ${MOST} origins.`, { path: ['allowedOrigins'] });
  return [...new Set(given.map((text, index) => checkOrigin(text.trim(), index)))];
}

function checkOrigin(text: string, index: number): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const web = url !== null && (url.protocol === 'https:' || url.protocol === 'http:');
  // `URL` reads a star in the name of a host as any other letter, and a browser never sends one.
  const bare = web && !text.includes('*') && url.username === '' && url.password === '' && isWhole(url, text);
  if (bare) return url.origin;
  const words = `“${text.slice(0, 100)}” is no origin. Write scheme and host without a path, such as https://app.example.com.`;
  throw new DomainError('INVALID', words, { path: ['allowedOrigins', String(index)] });
}

/** Nothing comes after the host and the port; the slash that people copy along is dropped. */
function isWhole(url: URL, text: string): boolean {
  return url.pathname === '/' && !/[?#]/.test(text);
}

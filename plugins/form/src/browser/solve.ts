/** The constants of SHA-256 (FIPS 180-4, 4.2.2): the first 32 bits of the fractions of cube roots of primes. */
const K: number[] = [];
const START: number[] = [];
const primes: number[] = [];
const fraction = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) | 0;
for (let n = 2; primes.length < 64; n++) {
  if (primes.some((prime) => n % prime === 0)) continue;
  primes.push(n);
  if (START.length < 8) START.push(fraction(n ** (1 / 2)));
  K.push(fraction(n ** (1 / 3)));
}

/** The first word of the SHA-256 of a short ASCII text. By hand: `crypto.subtle` is not there without HTTPS, and waits for each digest. */
export function firstWord(text: string): number {
  const length = text.length;
  const words = new Array<number>((((length + 8) >> 6) + 1) * 16).fill(0);
  for (let i = 0; i < length; i++) words[i >> 2]! |= text.charCodeAt(i) << (24 - (i % 4) * 8);
  words[length >> 2]! |= 0x80 << (24 - (length % 4) * 8);
  words[words.length - 1] = length * 8;
  const hash = [...START];
  const w = new Array<number>(64);
  for (let block = 0; block < words.length; block += 16) {
    let [a, b, c, d, e, f, g, h] = hash as [number, number, number, number, number, number, number, number];
    for (let i = 0; i < 64; i++) {
      if (i < 16) w[i] = words[block + i]!;
      else {
        const x = w[i - 15]!;
        const y = w[i - 2]!;
        const s0 = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
        const s1 = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
        w[i] = (w[i - 16]! + s0 + w[i - 7]! + s1) | 0;
      }
      const t1 = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i]! + w[i]!) | 0;
      const t2 = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((value, at) => (hash[at] = (hash[at]! + value) | 0));
  }
  return hash[0]! >>> 0;
}

const turn = (x: number, by: number): number => (x >>> by) | (x << (32 - by));

/** A number that, written behind the token, gives a digest beginning with so many zero bits; the page stays usable meanwhile. */
export async function solve(token: string, bits: number): Promise<string> {
  for (let n = 0; ; n++) {
    if (firstWord(`${token}.${n}`) >>> (32 - bits) === 0) return String(n);
    if (n % 2000 === 1999) await new Promise((resolve) => setTimeout(resolve));
  }
}

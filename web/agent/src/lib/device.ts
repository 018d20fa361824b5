/** The marks of browsers, of which the more particular come first: most browsers also call themselves Chrome and Safari. */
const BROWSERS: readonly [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|OPiOS\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|Chromium|CriOS)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'ChromeOS'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux/, 'Linux'],
];
const pick = (list: readonly [RegExp, string][], agent: string) => list.find(([mark]) => mark.test(agent))?.[1];

/** Browser and system of a `User-Agent`, as far as they can be told; its beginning where neither can, null where there is none. */
export function deviceOf(agent: string | null): string | null {
  if (!agent) return null;
  return [pick(BROWSERS, agent), pick(SYSTEMS, agent)].filter(Boolean).join(', ') || agent.slice(0, 60);
}

import type { Json } from '@balie/plugin-sdk';

/** What is worth keeping: what was filled in for the fields that there are, and the defaults of the others. It is parsed again at each use. */
export function keptSettings(given: Record<string, Json>, parsed: Record<string, Json>): Record<string, Json> {
  const kept = Object.entries(parsed).map(([name, value]) => [name, given[name] ?? value]);
  return JSON.parse(JSON.stringify(Object.fromEntries(kept))) as Record<string, Json>;
}

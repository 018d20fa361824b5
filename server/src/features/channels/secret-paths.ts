import type { Json } from '@balie/plugin-sdk';

type Settings = Record<string, Json>;

/** Settings parted into what may be shown and what is encrypted; `paths` are dotted. */
export function splitSecrets(settings: Settings, paths: readonly string[]): { shown: Settings; secrets: Record<string, Json> } {
  const shown = structuredClone(settings);
  const secrets: Record<string, Json> = {};
  for (const path of paths) {
    const { parent, name } = locate(shown, path);
    if (!parent || !(name in parent)) continue;
    if (!isEmpty(parent[name])) secrets[path] = parent[name] as Json;
    delete parent[name];
  }
  return { shown, secrets };
}

/** The whole settings again. Where `shown` has a value of its own for a secret, that one counts. */
export function joinSecrets(shown: Settings, secrets: Readonly<Record<string, Json>>): Settings {
  const joined = structuredClone(shown);
  for (const [path, value] of Object.entries(secrets)) {
    const { parent, name } = locate(joined, path, true);
    if (parent && isEmpty(parent[name])) parent[name] = value;
  }
  return joined;
}

function locate(settings: Settings, path: string, make = false): { parent: Settings | null; name: string } {
  const names = path.split('.');
  const name = names.pop() ?? path;
  let parent: Settings | null = settings;
  for (const step of names) {
    if (make && parent[step] === undefined) parent[step] = {};
    const next: Json | undefined = parent[step];
    if (typeof next !== 'object' || next === null || Array.isArray(next)) return { parent: null, name };
    parent = next;
  }
  return { parent, name };
}

function isEmpty(value: Json | undefined): boolean {
  return value === undefined || value === null || value === '';
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the schema's slices; the same from `src` and from `dist`. */
export const SCHEMA_DIR = fileURLToPath(new URL('../../../schema', import.meta.url));

/** All slices in one text: what is committed as `server/schema.graphql`. */
export function joinedSchema(): string {
  const files = readdirSync(SCHEMA_DIR)
    .filter((name) => name.endsWith('.graphql'))
    .sort();
  const slices = files.map((name) => `# ${name}\n\n${readFileSync(join(SCHEMA_DIR, name), 'utf8').trim()}\n`);
  return `# Made from server/schema/*.graphql by \`npm run docs -w server\`. Edit those.\n\n${slices.join('\n')}`;
}

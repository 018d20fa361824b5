// The GraphQL documents that the app sends, so that a benchmark asks for what a screen asks for.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DefinitionNode, Kind, parse, print, visit } from 'graphql';

/** The app's documents by name, each with the fragments that it uses. */
export function appDocuments(): (name: string) => string {
  const root = fileURLToPath(new URL('../../web/agent/src', import.meta.url));
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.graphql'));
  const all = files.flatMap((file) => parse(readFileSync(join(root, file), 'utf8')).definitions);
  const named = (kind: Kind, name: string): DefinitionNode => {
    const found = all.find((one) => one.kind === kind && 'name' in one && one.name?.value === name);
    if (!found) throw new Error(`The app has no ${name}`);
    return found;
  };
  return (name) => {
    const used = new Map<string, DefinitionNode>();
    const collect = (definition: DefinitionNode): void => {
      visit(definition, {
        FragmentSpread: ({ name: { value } }) => {
          if (used.has(value)) return;
          const fragment = named(Kind.FRAGMENT_DEFINITION, value);
          used.set(value, fragment);
          collect(fragment);
        },
      });
    };
    const operation = named(Kind.OPERATION_DEFINITION, name);
    collect(operation);
    return [operation, ...used.values()].map((definition) => print(definition)).join('\n');
  };
}

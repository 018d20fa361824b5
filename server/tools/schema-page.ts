import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { joinedSchema } from '../src/app/graphql/schema-files.js';
import { changesBetween, deprecatedIn, removalDay, type SchemaChanges } from './schema-changes.js';

const RELEASED = fileURLToPath(new URL('../docs/released/', import.meta.url));
/** The schema of the last release, against which changes are judged. */
export const BASELINE = join(RELEASED, 'schema.graphql');
/** What changed with each release before, newest first. */
export const HISTORY = join(RELEASED, 'changes.md');

const HEAD = `# What changes in the API

The rules: fields are added, never changed; what goes is marked \`@deprecated\` with its day first, and stays until then. New values of
enums and new members of unions may come at any time, so keep a default branch. \`server/tools/schema-changes.spec.ts\` refuses
everything else.
`;

/** A schema as its text says. */
export function readBaseline(): { version: string; schema: GraphQLSchema } {
  const text = readFileSync(BASELINE, 'utf8');
  const version = /^# The schema of release (\S+)\. /.exec(text)?.[1];
  if (!version) throw new Error(`${BASELINE} does not say of which release it is.`);
  return { version, schema: buildSchema(text) };
}

/** What changed, under headings; nothing is said of what did not happen. */
export function sectionOf(title: string, { breaking, risky, removed, added }: SchemaChanges): string {
  const part = (name: string, lines: readonly string[], asCode = false) =>
    lines.length === 0 ? '' : `\n${name}\n\n${lines.map((line) => `- ${asCode ? `\`${line}\`` : line}`).join('\n')}\n`;
  const parts = [
    part('Breaks programs:', breaking),
    part('Gone, as announced:', removed),
    part('Look at your default branches:', risky),
    part('New:', added, true),
  ].join('');
  return `## ${title}\n${parts || '\nNothing.\n'}`;
}

/** `server/docs/schema-changes.md`: what changed since the last release, what will go, and what changed before. */
export function changesPage(): string {
  const { version, schema } = readBaseline();
  const now = buildSchema(joinedSchema());
  // The page is the same on each day: what was announced counts as gone on its day.
  const changes = changesBetween(schema, now, '9999-12-31');
  const going = deprecatedIn(now).map(({ name, reason }) => `| ${removalDay(reason) ?? '?'} | \`${name}\` | ${reason} |`);
  const calendar =
    going.length === 0 ? 'Nothing is announced.\n' : ['| Day | What | Instead |', '| --- | --- | --- |', ...going, ''].join('\n');
  const history = existsSync(HISTORY) ? `\n${readFileSync(HISTORY, 'utf8').trim()}\n` : '';
  return `${HEAD}\n## What will go\n\n${calendar}\n${sectionOf(`Since ${version}`, changes)}${history}`;
}

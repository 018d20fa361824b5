// `npm run release:schema -w server -- 0.2.0`: what the API is now becomes what later changes are judged against.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { joinedSchema } from '../src/app/graphql/schema-files.js';
import { changesBetween } from './schema-changes.js';
import { BASELINE, HISTORY, readBaseline, sectionOf } from './schema-page.js';

const [version] = process.argv.slice(2);
if (!version || !/^\d+\.\d+\.\d+$/.test(version)) throw new Error('Say which release it is, such as 0.2.0.');
const text = joinedSchema();
const today = new Date().toISOString().slice(0, 10);
const changes = changesBetween(readBaseline().schema, buildSchema(text), today);
const before = existsSync(HISTORY) ? readFileSync(HISTORY, 'utf8') : '';
writeFileSync(HISTORY, `${sectionOf(version, changes)}${before && `\n${before}`}`);
const head = `# The schema of release ${version}. Written by \`npm run release:schema -w server\`, never by hand.`;
writeFileSync(BASELINE, [head, ...text.split('\n').slice(1)].join('\n'));

// The packages that the product is made of, with their licences: `npm run licences`. Fails on a licence that nobody has agreed to,
// and on a package that wants to run a script when it is installed and of which package.json doesn't say whether it may.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, say } from './prepare.mjs';

// What may be used in a product under the MIT licence without more than naming it. MPL-2.0 holds file by file, and we change none.
const agreed = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'CC-BY-4.0',
  'MPL-2.0',
  'Python-2.0',
  'Unlicense',
]);

// Licences that a package states outside of its package.json.
const stated = { pause: 'MIT', 'humanize-number': 'MIT' };

/** Of an SPDX expression without brackets in brackets: one side of an OR, each side of an AND. */
function isAgreed(expression) {
  const text = expression.replace(/^\((.*)\)$/, '$1');
  if (text.includes(' OR ')) return text.split(' OR ').some(isAgreed);
  return text.split(' AND ').every((licence) => agreed.has(licence));
}

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const { allowScripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const foreign = Object.entries(packages)
  .filter(([path, found]) => path.includes('node_modules/') && !found.link)
  .map(([path, found]) => ({ name: path.replace(/^.*node_modules\//, ''), path, ...found }));

/** The lock file leaves out a licence that is written in an old way; the package itself has it. */
function licenceOf({ name, path, license }) {
  if (license ?? stated[name]) return license ?? stated[name];
  try {
    const own = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
    return own.license?.type ?? own.license ?? own.licenses?.map(({ type }) => type).join(' OR ') ?? 'none given';
  } catch {
    return 'not installed here';
  }
}

const problems = [];
for (const found of foreign) {
  const licence = licenceOf(found);
  if (process.argv.includes('--list') && !found.dev) say(`${found.name}\t${found.version}\t${licence}`);
  if (licence !== 'not installed here' && !isAgreed(licence)) problems.push(`${found.name} is under ${licence}`);
  if (found.hasInstallScript && !(found.name in allowScripts))
    problems.push(`${found.name} runs a script when it is installed: say in package.json, under allowScripts, whether it may`);
}
for (const problem of new Set(problems)) say(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

// Writes docs/reference.md: all that the SDK exports, in its order, with the words that stand beside it in the source.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const printer = ts.createPrinter({ removeComments: true });
const undocumented = [];

const HEAD = `# Reference

All that a plugin imports, as it stands in the source. This page is made by \`npm run docs -w plugins/sdk\`; what it says is changed there. How it goes together: the [tutorial](tutorial.md). What a channel can say of itself: [capabilities](capabilities.md).
`;
const PARTS = [
  { title: '`@balie/plugin-sdk`', files: ['src/index.ts', 'src/text.ts', 'src/choices.ts', 'src/http.ts', 'src/clock.ts'] },
  {
    title: '`@balie/plugin-sdk/kit`',
    files: ['src/kit/conformance.ts', 'src/kit/run.ts', 'src/kit/simulated-host.ts', 'src/kit/create.ts', 'src/kit/sign.ts'],
    only: [
      'FarSide',
      'Trouble',
      'Conformance',
      'Report',
      'Finding',
      'runConformance',
      'SimulatedHost',
      'createPlugin',
      'makeKey',
      'signPackage',
    ],
  },
];

/** The text of a comment without its marks. */
const bare = (comment) =>
  comment
    .replace(/^\/\*\*?|\*\/$|^\/\//g, '')
    .replace(/^\s*\* ?/gm, '')
    .replace(/\s+/g, ' ')
    .replace(/eslint-disable\S* \S+/g, '')
    .trim();

/** What is said of a node: above it as a docstring, or behind it on its line. */
function said(source, node) {
  const { text } = source;
  const above = (ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []).filter(({ pos }) => text.startsWith('/**', pos));
  // Behind a union stands what is said of its last branch.
  const alias = ts.isTypeAliasDeclaration(node) && ts.isUnionTypeNode(node.type);
  const last = ts.isUnionTypeNode(node.parent ?? node) && node.parent.types.at(-1) === node && node.parent.parent;
  const end = last && ts.isTypeAliasDeclaration(last) ? last.end : node.end;
  const behind = alias ? [] : (ts.getTrailingCommentRanges(text, end) ?? []);
  const words = [...above.slice(-1), ...behind].map(({ pos, end }) => bare(text.slice(pos, end)));
  return words.filter(Boolean).join(' ');
}

/** On one line, without comments; what is told in a list below it is left out. */
const code = (source, node) =>
  printer
    .printNode(ts.EmitHint.Unspecified, node, source)
    .replace(/\s+/g, ' ')
    .replace(/^export (declare )?/, '')
    .replace(/^readonly /, '')
    .replace(/;$/, '')
    .trim();

/** What stands in Markdown as it is: an angle bracket outside of code would begin a tag. */
const plain = (words) =>
  words
    .split(/(`[^`]*`)/)
    .map((piece, index) => (index % 2 ? piece : piece.replace(/</g, '&lt;').replace(/\*/g, '\\*')))
    .join('');
const item = (depth, shown, words) => `${'  '.repeat(depth)}- \`${shown}\`${words ? `: ${plain(words)}` : ''}`;

/** Whether something is said of a part of it. */
const speaks = (source, node) => {
  let found = false;
  const look = (child) => {
    if ((ts.isTypeElement(child) || ts.isUnionTypeNode(child.parent)) && said(source, child) !== '') found = true;
    ts.forEachChild(child, look);
  };
  ts.forEachChild(node, look);
  return found;
};

/** A type whose parts have words is told part by part. */
function parts(source, type, depth) {
  if (!type || !speaks(source, type)) return [];
  if (ts.isTypeLiteralNode(type)) return type.members.flatMap((member) => memberLines(source, member, depth));
  if (ts.isUnionTypeNode(type)) return type.types.flatMap((branch) => branchLines(source, branch, depth));
  const inner = [];
  ts.forEachChild(type, (child) => void (ts.isTypeNode(child) && inner.push(child)));
  return inner.flatMap((child) => parts(source, child, depth));
}

function branchLines(source, branch, depth) {
  const lines = parts(source, branch, depth + 1);
  const kind = lines.length > 0 && branch.members?.find((member) => ['type', 'show'].includes(member.name?.getText(source)));
  return [item(depth, kind ? `{ ${code(source, kind)}; … }` : code(source, branch), said(source, branch)), ...lines];
}

function memberLines(source, member, depth) {
  const lines = parts(source, member.type, depth + 1);
  const name = member.name?.getText(source) ?? '';
  const shown =
    lines.length > 0 && !ts.isMethodSignature(member) ? `${name}${member.questionToken ? '?' : ''}` : code(source, member);
  return [item(depth, shown, said(source, member)), ...lines];
}

/** A function or member without what it does. */
function head(source, node) {
  const { factory: f } = ts;
  if (ts.isFunctionDeclaration(node))
    return f.updateFunctionDeclaration(
      node,
      [],
      undefined,
      node.name,
      node.typeParameters,
      node.parameters,
      node.type,
      undefined,
    );
  if (ts.isMethodDeclaration(node)) {
    const { asteriskToken, name, questionToken, typeParameters, parameters, type } = node;
    const outside = node.modifiers?.filter(({ kind }) => kind === ts.SyntaxKind.StaticKeyword);
    return f.updateMethodDeclaration(
      node,
      outside,
      asteriskToken,
      name,
      questionToken,
      typeParameters,
      parameters,
      type,
      undefined,
    );
  }
  return f.createPropertySignature([], node.name, undefined, node.type);
}

/** The public members of a class, as they would stand in an interface; what its constructor takes and keeps are members, too. */
function classLines(source, node) {
  const hidden = ({ modifiers }) => modifiers?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword);
  return node.members
    .flatMap((member) =>
      ts.isConstructorDeclaration(member) ? member.parameters.filter(({ modifiers }) => modifiers) : [member],
    )
    .filter((member) => !hidden(member))
    .map((member) => item(0, code(source, head(source, member)), said(source, member)));
}

function sectionOf(source, node) {
  const name = (node.name ?? node.declarationList?.declarations[0]?.name)?.getText(source) ?? '';
  const words = said(source, node);
  if (words === '') undocumented.push(name);
  const lines = [`### ${name}`, '', plain(words), ''];
  if (ts.isInterfaceDeclaration(node)) {
    const above = node.heritageClauses?.[0]?.types.map((one) => code(source, one)).join(', ');
    if (above) lines.push(`All of \`${above}\`, and:`, '');
    lines.push(...node.members.flatMap((member) => memberLines(source, member, 0)));
  } else if (ts.isClassDeclaration(node)) lines.push(...classLines(source, node));
  else if (ts.isTypeAliasDeclaration(node) && speaks(source, node)) lines.push(...parts(source, node.type, 0));
  else lines.push('```ts', signature(source, node), '```');
  return lines.join('\n');
}

/** Of a function its head, of a constant its type or value, of an alias all of it. */
function signature(source, node) {
  if (ts.isFunctionDeclaration(node)) return code(source, head(source, node));
  const [constant] = node.declarationList?.declarations ?? [];
  if (!constant) return code(source, node);
  const { initializer } = constant;
  if (!ts.isArrowFunction(initializer)) return code(source, node);
  return `const ${constant.name.getText(source)}: ${code(source, initializer).replace(/ => .*$/, '')} => …`;
}

function pageOf({ title, files, only }) {
  const lines = [`## ${title}`];
  for (const file of files) {
    const source = ts.createSourceFile(file, readFileSync(at(file), 'utf8'), ts.ScriptTarget.Latest, true);
    for (const node of source.statements) {
      const open = node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
      const name = (node.name ?? node.declarationList?.declarations[0]?.name)?.getText(source);
      const shared = ts.isInterfaceDeclaration(node) && !open && only === undefined;
      if ((!open && !shared) || (only && !only.includes(name))) continue;
      lines.push('', sectionOf(source, node));
    }
  }
  return lines.join('\n');
}

const target = at('docs/reference.md');
const text = [HEAD, ...PARTS.map(pageOf)].join('\n');
if (undocumented.length > 0) {
  process.stderr.write(`These have no docstring: ${undocumented.join(', ')}\n`);
  process.exitCode = 1;
} else writeFileSync(target, await format(text, { ...(await resolveConfig(target)), filepath: target }));

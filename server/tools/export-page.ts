import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { snake } from '../src/adapters/database/typeorm-ways.js';
import { isExported } from '../src/app/export/kinds.js';

const SOURCES = fileURLToPath(new URL('../src', import.meta.url));
const KIND = /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?@Entity\('(\w+)'\)([\s\S]*?)\n}/g;
const COLUMN =
  /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?@(Text|LongText|BigInteger|Integer|Json|Flag)\(([^)]*)\)\s*(\w+)!:([^;]*);/g;
const FORM: Record<string, string> = { BigInteger: 'number', Integer: 'number', Flag: 'true or false', Json: 'JSON as text' };

/** `deploy/docs/export-kinds.md`, made of the entities themselves. */
export function exportKindsPage(): string {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.entity.ts'));
  const kinds = files.flatMap((file) => kindsOf(readFileSync(join(SOURCES, file), 'utf8')));
  const shown = kinds.filter(({ name }) => isExported(name, true)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return [
    '# Kinds of rows in an export',
    '',
    'Each kind is a file `kinds/<kind>.ndjson` of an [export](export.md), and each line of it a row. Times are milliseconds since 1970',
    '(UTC). `?` marks what may be `null`. A kind marked _secret_ is only in an export that was made with `--with-secrets`.',
    '',
    'This page is made from the entities of the server by `npm run docs -w server`.',
    '',
    ...shown.flatMap((kind) => pageOf(kind)),
  ]
    .join('\n')
    .replace(/\n+$/, '\n');
}

interface KindWords {
  name: string;
  words: string;
  columns: { name: string; form: string; words: string }[];
}

function kindsOf(source: string): KindWords[] {
  return [...source.matchAll(KIND)].map(([, words, name = '', body = '']) => ({
    name,
    words: sentence(words),
    columns: [...body.matchAll(COLUMN)].map(([, about, decorator = '', options = '', property = '', type = '']) => ({
      name: snake(property),
      form: formOf(decorator, type) + (options.includes('nullable: true') ? '?' : ''),
      words: sentence(about),
    })),
  }));
}

function pageOf({ name, words, columns }: KindWords): string[] {
  const secret = isExported(name, false) ? '' : ' (secret)';
  return [
    `## ${name}${secret}`,
    '',
    ...(words === '' ? [] : [words, '']),
    '| Column | Form | Meaning |',
    '| --- | --- | --- |',
    ...columns.map((column) => `| \`${column.name}\` | ${column.form} | ${column.words} |`),
    '',
  ];
}

/** The words that a column may hold, where they are a closed list; else its form. */
function formOf(decorator: string, type: string): string {
  const words = [...type.matchAll(/'([^']+)'/g)].map(([, word = '']) => word);
  if (decorator !== 'Json' && words.length > 0) return words.join(', ');
  return FORM[decorator] ?? 'text';
}

function sentence(comment: string | undefined): string {
  return (comment ?? '')
    .replace(/^\s*\*\s?/gm, '')
    .replace(/\s+/g, ' ')
    .replaceAll('|', '\\|')
    .trim();
}

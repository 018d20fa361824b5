import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** What a column may hold, as the entity that it belongs to says in its own text. */
export interface Known {
  /** The words of a union, such as `OPEN` and `CLOSED`. */
  words: Map<string, string[]>;
  /** JSON, and how an empty one looks. */
  json: Map<string, string>;
}

const PROPERTY = /@(\w+)\([^\n]*\)\n((?:\s+@[^\n]+\n)*)\s+(\w+)!:([^;]*);/g;
const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Reads all entities, by `table.column`. A type that stands elsewhere is not looked for. */
export function knownColumns(): Known {
  const known: Known = { words: new Map(), json: new Map() };
  for (const file of globSync(resolve('src/**/*.entity.ts'))) {
    const text = readFileSync(file, 'utf8');
    for (const part of text.split(/(?=@Entity\()/)) {
      const table = /^@Entity\('(\w+)'/.exec(part)?.[1];
      if (table === undefined) continue;
      for (const [, kind, , name, type] of part.matchAll(PROPERTY)) {
        const column = `${table}.${snake(name ?? '')}`;
        const words = [...(type ?? '').matchAll(/'([^']+)'/g)].map(([, word]) => word ?? '');
        if (kind === 'Json') known.json.set(column, type?.includes('[]') ? '[]' : '{}');
        else if (words.length > 0) known.words.set(column, words);
      }
    }
  }
  return known;
}

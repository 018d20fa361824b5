import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SERVER_FOLDER = fileURLToPath(new URL('../..', import.meta.url));

/** A build that is bad on purpose: pieces of the compiled server put in another way. */
export interface Mutant {
  name: string;
  /** Each must be found exactly `times` (1 when not given), so that a mutant can't become harmless when the code moves. */
  edits: { file: string; find: string | RegExp; replace: string; times?: number }[];
}

/** Makes the build beside `dist`, and answers the name of its folder. */
export function buildMutant(mutant: Mutant): string {
  const name = `dist-mutant-${mutant.name}`;
  const folder = path.join(SERVER_FOLDER, name);
  rmSync(folder, { recursive: true, force: true });
  cpSync(path.join(SERVER_FOLDER, 'dist'), folder, { recursive: true });
  for (const edit of mutant.edits) {
    const file = path.join(folder, edit.file);
    const source = readFileSync(file, 'utf8');
    const found = source.split(edit.find).length - 1;
    if (found !== (edit.times ?? 1))
      throw new Error(`${mutant.name}: found ${found} times in ${edit.file}: ${String(edit.find)}`);
    writeFileSync(
      file,
      source.replaceAll(edit.find instanceof RegExp ? new RegExp(edit.find.source, 'g') : edit.find, () => edit.replace),
    );
  }
  return name;
}

/** Takes away every mutant that was made. */
export function removeMutants(): void {
  for (const name of readdirSync(SERVER_FOLDER)) {
    if (name.startsWith('dist-mutant-')) rmSync(path.join(SERVER_FOLDER, name), { recursive: true, force: true });
  }
}

import { existsSync } from 'node:fs';
import { copyFile, rm } from 'node:fs/promises';

/** Where the signed package of a version lies, beside its folder. */
const placeOf = (folder: string): string => `${folder}.tgz`;

/** Keeps a package as it was signed, so that its signature can be looked at again; nothing of one that is not signed. */
export async function keepSigned(source: string, folder: string): Promise<void> {
  if (!existsSync(`${source}.sig`)) return;
  await copyFile(source, placeOf(folder));
  await copyFile(`${source}.sig`, `${placeOf(folder)}.sig`);
}

/** The signed package of a version; null when it was not signed, or is from before it was kept. */
export function keptPackage(folder: string): string | null {
  return existsSync(placeOf(folder)) ? placeOf(folder) : null;
}

/** Takes the files of a version away. */
export async function removeVersion(folder: string): Promise<void> {
  const files = [folder, placeOf(folder), `${placeOf(folder)}.sig`];
  await Promise.all(files.map((file) => rm(file, { recursive: true, force: true })));
}

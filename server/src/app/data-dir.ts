import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { EXIT, StartError } from './start-error.js';

/** Makes the data folder, readable for its owner only; says what is wrong when it can't be written to. */
export async function prepareDataDir(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC')
      throw new StartError(EXIT.DISK_FULL, `The disk of the data folder ${dataDir} is full. Make room, then start again.`);
    throw new StartError(
      EXIT.DATA_DIR,
      `The data folder ${dataDir} can not be written to (${code ?? 'unknown'}). Give this user the right to, or set BALIE_DATA_DIR to another folder.`,
    );
  }
}

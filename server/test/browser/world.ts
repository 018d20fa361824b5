import { existsSync } from 'node:fs';
import { startMailstack, type Mailstack } from '../../../deploy/mailstack/mailstack.mjs';
import { freePort, ServerProcess } from '../ledger/server-process.js';
import { freshDatabaseUrl, TEST_DIALECT } from '../support/database.js';
import { openBrowser, type BrowserOptions, type Person } from './browser.js';

/** The address that customers write to. */
export const MAILBOX = 'support@shop.test';

/** A bare installation beside real mail servers: no owner, no inbox, no channel. */
export interface World {
  server: ServerProcess;
  mail: Mailstack;
  persons: Person[];
  open(options?: BrowserOptions): Promise<Person>;
  close(): Promise<void>;
}

/** Starts Dovecot, Postfix and the built server on a database of its own. */
export async function openWorld(): Promise<World> {
  if (!existsSync(new URL('../../dist/main.js', import.meta.url)))
    throw new Error('The browser tests run the built product: npm run build');
  const database = await freshDatabaseUrl();
  const mail = await startMailstack();
  const server = new ServerProcess(await freePort(), 'dist', {
    BALIE_DATA_DIR: database.dataDir,
    DATABASE_URL: TEST_DIALECT === 'postgres' ? database.url : '',
    BALIE_OWNER_EMAIL: '',
    BALIE_OWNER_PASSWORD: '',
    BALIE_OWNER_NAME: '',
  });
  const persons: Person[] = [];
  const open = async (options?: BrowserOptions): Promise<Person> => {
    const person = await openBrowser(server.url, options);
    persons.push(person);
    return person;
  };
  const close = async (): Promise<void> => {
    for (const person of persons) await person.close();
    await server.kill('SIGTERM');
    await server.childrenGone();
    await mail.stop();
    await database.remove();
  };
  try {
    await server.start();
    return { server, mail, persons, open, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The one-time code that the terminal shows. */
export function setupCode(server: ServerProcess): string {
  const code = /Set-up code: (\S+)/.exec(server.tail)?.[1];
  if (!code) throw new Error(`The server printed no set-up code:\n${server.tail}`);
  return code;
}

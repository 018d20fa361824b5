import { execFile } from 'node:child_process';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../server/server.js';
import { installed, NpmRegistry } from '../support/npm-registry.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** What the tutorial's package.json asks for, besides the SDK, with what these ask for. */
const PACKAGES = ['zod', 'typescript', '@types/node', 'undici-types'];

/** One step of a page: a file to be written, or commands to be typed. */
type Step = { file: string; text: string } | { commands: string };

/** The steps of a page, in its order: blocks under a line that is nothing but a bold name, and blocks of `sh`. */
export async function stepsOf(page: string): Promise<Step[]> {
  const text = await readFile(path.join(ROOT, page), 'utf8');
  return [...text.matchAll(/(?:^\*\*(\S+)\*\*\n\n)?^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(
    ([, file, language, body = '']): Step[] => {
      if (file !== undefined) return [{ file, text: body }];
      return language === 'sh' ? [{ commands: body }] : [];
    },
  );
}

/** A new author: an empty home with a checkout of Balie in `~/balie`, and a registry that has only what is installed here anyway. */
export class Author {
  /** The folder in which he is. */
  cwd: string;
  private constructor(
    readonly home: string,
    readonly registry: NpmRegistry,
    private readonly remove: () => Promise<void>,
  ) {
    this.cwd = home;
  }

  /** `packages`: what the registry has. */
  static async begin(packages: readonly string[] = PACKAGES): Promise<Author> {
    const folder = await temporaryFolder();
    await symlink(ROOT, path.join(folder.path, 'balie'));
    const registry = await NpmRegistry.open(Object.fromEntries(packages.map((name) => [name, installed(name)])));
    return new Author(folder.path, registry, folder.remove);
  }

  async write(file: string, text: string): Promise<void> {
    const full = path.join(this.cwd, file);
    await mkdir(path.dirname(full), { recursive: true });
    await writeFile(full, text);
  }

  /** Types commands, as they stand on the page; answers what they printed. The next ones are typed where these have led. */
  async type(commands: string): Promise<string> {
    const place = path.join(this.home, '.cwd');
    const output = await this.run(`${commands}\npwd > ${place}`);
    this.cwd = (await readFile(place, 'utf8')).trim();
    return output;
  }

  private run(script: string): Promise<string> {
    const env = {
      HOME: this.home,
      PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH'] ?? ''}`,
      npm_config_registry: this.registry.url,
      npm_config_audit: 'false',
      npm_config_fund: 'false',
      npm_config_update_notifier: 'false',
    };
    return new Promise((resolve, reject) => {
      execFile(
        'sh',
        ['-e', '-c', script],
        { cwd: this.cwd, env, timeout: 600_000, maxBuffer: 1 << 24 },
        (error, stdout, stderr) => {
          if (error) reject(new Error(`${script}\n${stdout}${stderr}`));
          else resolve(stdout + stderr);
        },
      );
    });
  }

  async end(): Promise<void> {
    this.registry.close();
    await this.remove();
  }
}

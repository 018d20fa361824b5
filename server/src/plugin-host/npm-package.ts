import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { DomainError } from '../kernel/errors.js';

/** One exact version of a package, and nothing else that npm would take: no address, no folder, no option. */
const NAMED = /^npm:((?:@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*@\d+\.\d+\.\d+[0-9A-Za-z.+-]*)$/;
const PREFIX = 'npm:';
const TIMEOUT_MS = 120_000;
/** What npm needs to find itself, its settings and a way out; the rest of our environment holds secrets. */
const PASSED =
  /^(path|home|userprofile|appdata|localappdata|systemroot|comspec|pathext|temp|tmp|(https?|no)_proxy|npm_config_.*|node_extra_ca_certs|ssl_cert_file)$/i;

export const isNpmName = (source: string): boolean => source.startsWith(PREFIX);

/** Has npm bring a package's .tgz into the folder, from the registry of its own settings, and run nothing of it. Throws DomainError in words. */
export async function packFromNpm(source: string, folder: string): Promise<string> {
  const name = NAMED.exec(source)?.[1];
  if (name === undefined) throw refused('Write it as npm:name@1.2.3, with the version.');
  const windows = process.platform === 'win32';
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => PASSED.test(key)));
  const args = ['pack', name, '--ignore-scripts', '--pack-destination', folder, '--no-update-notifier', '--loglevel=error'];
  await new Promise<void>((resolve, reject) => {
    // A .cmd file needs a shell; nothing in the name means anything to one.
    const o = { cwd: folder, env, timeout: TIMEOUT_MS, shell: windows, windowsHide: true };
    execFile(windows ? 'npm.cmd' : 'npm', args, o, (error, _stdout, stderr) =>
      error ? reject(inWords(error, stderr)) : resolve(),
    );
  });
  const packed = (await readdir(folder)).find((file) => file.endsWith('.tgz'));
  if (packed === undefined) throw refused('npm brought nothing.');
  return path.join(folder, packed);
}

function inWords(error: Error & { code?: unknown }, stderr: string): DomainError {
  if (error.code === 'ENOENT') return refused('There is no npm on the server.');
  const [, code] = /npm (?:error|ERR!) code (\S+)/.exec(stderr) ?? [];
  if (code === 'E404' || code === 'ETARGET') return refused('The registry has no such package, or not in this version.');
  return refused(code === undefined ? 'npm could not bring it.' : `npm could not bring it: ${code}.`);
}

function refused(words: string): DomainError {
  return new DomainError('INVALID', words, { path: ['source'] });
}

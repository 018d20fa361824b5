import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CHANNEL, CONFORMANCE, README, RESPONDER, TEST } from './templates.js';

/** Makes a plugin that works: a channel, or a responder, with its tests. Answers the folder; throws an Error in words. */
export async function createPlugin(name: string, o: { into?: string; responder?: boolean; sdk?: string } = {}): Promise<string> {
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(name))
    throw new Error('A name has small letters, digits and dashes, and begins with a letter.');
  const folder = path.resolve(o.into ?? '.', name);
  if (existsSync(folder)) throw new Error(`${folder} is there already.`);
  const title = name.replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => (dash ? ' ' : '') + letter.toUpperCase());
  const fill = (text: string) => text.replaceAll('__NAME__', name).replaceAll('__TITLE__', title);
  const files: Record<string, string> = {
    'package.json': packageJson(name, o.responder ?? false, o.sdk ?? sdkFor(folder)),
    'index.js': fill(o.responder ? RESPONDER : CHANNEL),
    'test/plugin.test.mjs': fill(TEST),
    'README.md': fill(README),
    '.gitignore': 'node_modules\nconformance.json\n',
    ...(o.responder
      ? { 'conformance.mjs': fill(`export default { responders: { '__NAME__': { greeting: 'Hello!' } } };\n`) }
      : { 'conformance.mjs': fill(CONFORMANCE) }),
  };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  return folder;
}

const SDK = '@balie/plugin-sdk';

/** From where the new package has the SDK: as whoever calls has it, so that it is found again where no registry has it. */
function sdkFor(folder: string): string {
  const own = fileURLToPath(new URL('../..', import.meta.url));
  // A checkout, in which it is built.
  if (!own.includes(`${path.sep}node_modules${path.sep}`)) return `file:${path.relative(folder, own)}`;
  for (let at = path.dirname(folder); ; at = path.dirname(at)) {
    const asked = askedFor(path.join(at, 'package.json'));
    if (asked) return asked.startsWith('file:') ? `file:${path.relative(folder, path.resolve(at, asked.slice(5)))}` : asked;
    if (at === path.dirname(at)) return `^${versionOf(own)}`;
  }
}

function askedFor(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const { dependencies, devDependencies } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string>>;
  return devDependencies?.[SDK] ?? dependencies?.[SDK];
}

const versionOf = (own: string): string =>
  (JSON.parse(readFileSync(path.join(own, 'package.json'), 'utf8')) as { version: string }).version;

function packageJson(name: string, responder: boolean, sdk: string): string {
  const scopes = responder ? ['CONVERSATIONS_READ', 'CONVERSATIONS_WRITE', 'MESSAGES_WRITE'] : [];
  const manifest = {
    name: `balie-plugin-${name}`,
    version: '0.1.0',
    private: true,
    type: 'module',
    scripts: { test: 'balie-plugin test && node --test test/*.test.mjs', dev: 'balie-plugin dev' },
    devDependencies: { [SDK]: sdk },
    balie: {
      id: name,
      apiVersion: 1,
      entry: 'index.js',
      channels: responder ? [] : [name],
      responders: responder ? [name] : [],
      permissions: { net: responder ? [] : ['127.0.0.1:*'], scopes },
      limits: { heapMb: 64 },
    },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

import { spawnSync } from 'node:child_process';
import { watch } from 'node:fs';
import path from 'node:path';
import { readManifest } from './load.js';

const SETTLE_MS = 150;
const INSTALL = `mutation ($source: String!) { pluginInstall(source: $source, approve: true) {
  plugin { version state stateMessage } permissions userErrors { message } } }`;
const IGNORED = /(^|[/\\])(node_modules|\.git|conformance\.json)([/\\]|$)/;

export interface DevOptions {
  /** Of the running Balie, which must see the folder. */
  url: string;
  /** With the scope ADMIN. */
  token: string;
  /** Run before each reload. */
  build?: string;
  /** Ends it. */
  signal?: AbortSignal;
  say?: (line: string) => void;
}

/** Puts a plugin into a running Balie, and again at each save: the old one serves until the new one is found to work. */
export async function develop(folder: string, o: DevOptions): Promise<void> {
  if (!o.token) throw new Error('Give an API token with the scope ADMIN: --token, or BALIE_TOKEN.');
  const say = o.say ?? ((line: string) => void process.stdout.write(`${line}\n`));
  const { name } = await readManifest(folder);
  const load = async (): Promise<void> => {
    const began = performance.now();
    try {
      // A line that the author has typed for his own shell.
      if (o.build && spawnSync(o.build, { cwd: folder, stdio: 'inherit', shell: true }).status !== 0)
        throw new Error('the build failed');
      say(`${name}: ${await install(folder, o)} after ${Math.round(performance.now() - began)} ms`);
    } catch (error) {
      say(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  let loading = load();
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true }, (_event, file) => {
    if (file !== null && (IGNORED.test(file) || (o.build && /(^|[/\\])dist([/\\]|$)/.test(file)))) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      loading = loading.then(load);
    }, SETTLE_MS);
  });
  say(`Watching ${path.resolve(folder)}`);
  await new Promise<void>((resolve) => {
    o.signal?.addEventListener('abort', () => resolve(), { once: true });
    if (o.signal?.aborted) resolve();
  });
  watcher.close();
  clearTimeout(timer);
  await loading;
}

async function install(folder: string, { url, token }: DevOptions): Promise<string> {
  const response = await fetch(`${url.replace(/\/$/, '')}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: INSTALL, variables: { source: path.resolve(folder) } }),
  });
  const { data, errors } = (await response.json()) as {
    data?: { pluginInstall: { plugin: { version: string; state: string } | null; userErrors: { message: string }[] } };
    errors?: { message: string }[];
  };
  const wrong = errors?.[0]?.message ?? data?.pluginInstall.userErrors[0]?.message;
  if (wrong !== undefined) throw new Error(wrong);
  const plugin = data?.pluginInstall.plugin;
  return plugin ? `${plugin.version} is ${plugin.state.toLowerCase()}` : 'Balie said nothing';
}

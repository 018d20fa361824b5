import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { create } from 'tar';

const require = createRequire(import.meta.url);

/** The folder of a package that is installed here. */
export function installed(name: string): string {
  for (const base of require.resolve.paths(name) ?? []) {
    const found = path.join(base, name);
    try {
      require.resolve(path.join(found, 'package.json'));
      return found;
    } catch {
      // Further up.
    }
  }
  throw new Error(`${name} is not installed.`);
}

/** A registry on this machine, as npm asks one: it has the packages in these folders, packed when they are asked for, and no others. */
export class NpmRegistry {
  /** What it was asked for. */
  readonly asked: string[] = [];
  /** What it was asked for and does not have. */
  readonly missed: string[] = [];

  private constructor(
    readonly url: string,
    private readonly folders: Map<string, string>,
    readonly close: () => void,
  ) {}

  static async open(folders: Record<string, string>): Promise<NpmRegistry> {
    const server = createServer((request, response) => {
      registry.answer(decodeURIComponent(new URL(request.url ?? '', url).pathname).slice(1), response).catch((error: unknown) => {
        response.writeHead(500).end(String(error));
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const registry = new NpmRegistry(url, new Map(Object.entries(folders)), () => {
      server.closeAllConnections();
      server.close();
    });
    return registry;
  }

  private async answer(asked: string, response: ServerResponse): Promise<void> {
    const [name = '', file] = asked.split('/-/');
    this.asked.push(asked);
    const folder = this.folders.get(name);
    if (folder === undefined) {
      this.missed.push(name);
      response.writeHead(404).end('{}');
    } else if (file === undefined) {
      const manifest = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as { version: string };
      const version = { ...manifest, dist: { tarball: `${this.url}/${name}/-/${manifest.version}.tgz` } };
      const all = { name, 'dist-tags': { latest: manifest.version }, versions: { [manifest.version]: version } };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(all));
    } else {
      const filter = (entry: string) => !entry.split('/').includes('node_modules');
      // What is asked for once and from here need not be small.
      create({ cwd: folder, prefix: 'package', gzip: { level: 1 }, portable: true, filter }, ['.']).pipe(response);
    }
  }
}

import { expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

it('what a visitor loads is small (N17), names what it loads later, and the loader has one place for what the server writes into it', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'balie-widget-'));
  try {
    await run(process.execPath, ['build.mjs', folder]);
    const { stdout } = await run(process.execPath, ['scripts/budget.mjs', folder]);
    expect(stdout).toMatch(/loader\.js +[0-9.]+ of 3 KB\nchat +[0-9.]+ of 20 KB\nlater +[0-9.]+ of 2 KB/);
    const [, later = ''] = /import\("\.\/(later-\w+\.js)"\)/.exec(await readFile(path.join(folder, 'chat.js'), 'utf8')) ?? [];
    expect((await stat(path.join(folder, later))).isFile()).toBe(true);
    const loader = await readFile(path.join(folder, 'loader.js'), 'utf8');
    expect(loader.split('__BALIE_CONFIG__')).toHaveLength(2);
    // What the server writes may hold nothing that ends the script's own text.
    const written = loader.replace('__BALIE_CONFIG__', JSON.stringify({ color: '"</script>\'`${x}' }));
    expect(() => new Function(written)).not.toThrow();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { borders, code, type Planted } from './planted.js';

// A rule that nothing checks is no rule: each one is broken here on purpose, in a copy, and must be caught by name.
const root = fileURLToPath(new URL('../../', import.meta.url));
const rules = ['eslint.config.js', '.dependency-cruiser.cjs', 'tsconfig.base.json', 'package.json'];
const projects = [
  'server/tsconfig.json',
  'server/tsconfig.spec.json',
  'plugins/email/package.json',
  'plugins/email/tsconfig.json',
  'web/agent/tsconfig.json',
];
const copies: string[] = [];

function plant(all: Planted[]): string {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'balie-borders-')));
  copies.push(copy);
  for (const file of [...rules, ...projects]) cpSync(join(root, file), join(copy, file), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const one of all) {
    for (const [file, text] of Object.entries({ ...one.with, [one.file]: one.code })) {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      writeFileSync(join(copy, file), text);
    }
  }
  return copy;
}

/** Runs a tool that exits with an error when it finds something, which is what is wanted here. */
function findings(tool: string, args: string[], cwd: string): string {
  try {
    return execFileSync(process.execPath, [join(root, 'node_modules', tool), ...args], {
      cwd,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
      stdio: 'pipe',
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    if (!stdout.startsWith('{') && !stdout.startsWith('[')) throw new Error(`${tool} did not run: ${stdout}${stderr}`);
    return stdout;
  }
}

afterAll(() => copies.forEach((copy) => rmSync(copy, { recursive: true, force: true })));

describe('import borders', () => {
  let caught: { from: string; rule: { name: string } }[];
  beforeAll(() => {
    const args = ['--config', '.dependency-cruiser.cjs', '-T', 'json', 'server/src', 'server/test', 'plugins', 'web'];
    const report = JSON.parse(findings('dependency-cruiser/bin/dependency-cruise.mjs', args, plant(borders))) as {
      summary: { violations: typeof caught };
    };
    caught = report.summary.violations;
  }, 60_000);

  it.each(borders)('$rule catches $file', ({ rule, file }) => {
    expect(caught.filter((violation) => violation.from === file).map((violation) => violation.rule.name)).toContain(rule);
  });

  it('every rule has a violation planted', async () => {
    const config = (await import(join(root, '.dependency-cruiser.cjs'))) as { default: { forbidden: { name: string }[] } };
    expect(config.default.forbidden.map((rule) => rule.name).sort()).toEqual(
      [...new Set(borders.map((planted) => planted.rule))].sort(),
    );
  });

  it.each(['kernel', 'features', 'adapters', 'plugin-host', 'app'])('the zone server/src/%s is there', (zone) => {
    expect(existsSync(join(root, 'server/src', zone))).toBe(true);
  });
});

describe('rules for code', () => {
  let caught: Map<string, string[]>;
  beforeAll(() => {
    const copy = plant(code);
    const report = JSON.parse(findings('eslint/bin/eslint.js', ['-f', 'json', 'server/src'], copy)) as {
      filePath: string;
      messages: { ruleId: string }[];
    }[];
    caught = new Map(
      report.map((file) => [file.filePath.slice(copy.length + 1), file.messages.map((message) => message.ruleId)]),
    );
  }, 60_000);

  it.each(code)('$rule catches $file, and nothing else does', ({ rule, file }) => {
    expect([...new Set(caught.get(file))]).toEqual([rule]);
  });
});

import { gzipSync } from 'node:zlib';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Json } from '@balie/plugin-sdk';
import { type Conformance, runConformance } from '@balie/plugin-sdk/kit';
import { firstWord } from '../src/browser/solve.js';
import { readableOn } from '../src/style.js';
import { Desk, FORM, read } from './desk.js';
import { createHash } from 'node:crypto';

describe('what browsers get', () => {
  it('is a script of at most 5 KB with the form in it, that needs no styles, no HTML and no other file', async () => {
    const { status, headers, text } = read(await (await Desk.open()).ask('embed'));
    expect([status, headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect(gzipSync(text).length).toBeLessThan(5_000);
    expect(text).not.toMatch(/innerHTML|insertAdjacentHTML|\beval\b|new Function|<style/);
  });

  it('is a page that works without its script, under a policy that names each thing in it', async () => {
    const { status, headers, text } = read(await (await Desk.open({ origins: ['https://shop.example'] })).ask('page'));
    expect(status).toBe(200);
    const policy = headers['content-security-policy'] ?? '';
    for (const tag of ['style', 'script']) {
      const [, inner = ''] = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(text) ?? [];
      expect(policy).toContain(`${tag}-src 'sha256-${createHash('sha256').update(inner).digest('base64')}'`);
    }
    expect(policy).toContain("frame-ancestors 'self' https://shop.example");
    expect(policy).toContain('form-action https://balie.example;');
    expect(text).toContain('<p>We answer &lt;soon&gt;.</p>');
    expect(text).toMatch(
      /<form method="post" action="https:\/\/balie.example\/p\/plugin\/routes\/chn_1\/submit" enctype="multipart\/form-data"/,
    );
    expect(text).toMatch(/name="_token" value="[\w.-]{40,}"/);
  });

  it('is as high as what is in it, where the page around a frame has the script for that', async () => {
    const { status, headers, text } = read(await (await Desk.open()).ask('fit'));
    expect([status, headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect(text).toContain('"https://balie.example/p/plugin/routes/chn_1/page"');
    expect(gzipSync(text).length).toBeLessThan(1_000);
  });

  it('works out the same digests as everybody', () => {
    for (const text of ['', 'abc', 'a'.repeat(55), 'a'.repeat(56), 'b'.repeat(64), 'token.value.12345', 'x'.repeat(200)])
      expect(firstWord(text)).toBe(createHash('sha256').update(text).digest().readUInt32BE(0));
  });

  it('has words on its button that can be read, whatever the colour', () => {
    expect([readableOn('#3c4bd0'), readableOn('#ffe066'), readableOn('#000000'), readableOn('#777777')]).toEqual([
      '#ffffff',
      '#000000',
      '#ffffff',
      '#000000',
    ]);
  });

  it('is shown before it is kept', async () => {
    const { text, headers } = read(await (await Desk.open({ name: 'Not kept yet' })).ask('preview'));
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).toContain('<h2>Not kept yet</h2>');
  });
});

it('the plugin keeps the promises of the host (N18)', async () => {
  const settings: Record<string, Json> = FORM;
  const far = {
    settings,
    person: { kind: 'email', value: 'ada@example.com', trust: 'claimed' as const },
    arrived: () => [],
    close: () => undefined,
  };
  const conformance: Conformance = { channels: { form: () => Promise.resolve(far) } };
  const report = await runConformance(path.resolve('.'), { conformance });
  expect(report.findings.filter(({ state }) => state === 'failed')).toEqual([]);
  // It sends nothing, listens to nothing, and what it is asked is tried above.
  const passed = report.findings.filter(({ state }) => state === 'passed').map(({ check }) => check);
  expect(passed).toEqual([
    'the manifest says what the code has',
    'settings have words',
    'capabilities are true',
    'bad settings are refused',
    'check tells what is wrong',
    'no secret is said',
  ]);
}, 240_000);

import { afterAll, describe, expect, it } from '@jest/globals';
import { BAD_BUILDS } from './bad-builds.js';
import { buildMutant, removeMutants } from './mutants.js';
import { seedOfRun } from './random.js';
import { ledgerRun, powerCutRun } from './run.js';

const seed = seedOfRun();

afterAll(removeMutants);

/** SQLite under power cuts (F3), and the harness itself: each build that is bad on purpose must be caught. */
describe(`power cuts and bad builds, seed ${seed} (LEDGER_SEED repeats it)`, () => {
  it('keeps everything that was acknowledged when the power is cut', async () => {
    const verdict = await powerCutRun({ build: 'dist', seed, cuts: 3 });
    process.stdout.write(`seed=${seed} cuts ${verdict.line}\n`);
    expect(verdict.wrong).toEqual([]);
  }, 900_000);

  it('catches a build that does not wait for the disk', async () => {
    const { caught } = BAD_BUILDS.lazyDisk;
    const verdict = await powerCutRun({ build: buildMutant(BAD_BUILDS.lazyDisk), seed, cuts: 6, caught, healMs: 60_000 });
    expect(verdict.wrong).toContainEqual(expect.stringMatching(caught));
  }, 420_000);

  it('catches a build that answers before the commit', async () => {
    const { caught } = BAD_BUILDS.earlyAnswer;
    const verdict = await ledgerRun({ build: buildMutant(BAD_BUILDS.earlyAnswer), seed, kills: 6, caught, healMs: 60_000 });
    expect(verdict.wrong).toContainEqual(expect.stringMatching(caught));
  }, 420_000);

  it('catches a build without a unique key', async () => {
    const { caught } = BAD_BUILDS.noUniqueKey;
    const verdict = await ledgerRun({ build: buildMutant(BAD_BUILDS.noUniqueKey), seed, kills: 2, caught, healMs: 60_000 });
    expect(verdict.wrong).toContainEqual(expect.stringMatching(caught));
  }, 420_000);

  it('catches a build that sends again what may have arrived', async () => {
    const { caught } = BAD_BUILDS.sendsAgain;
    const verdict = await ledgerRun({
      build: buildMutant(BAD_BUILDS.sendsAgain),
      seed,
      kills: 1,
      // Of so many, one that the far side takes without an answer is among them as good as certainly.
      replies: 30,
      dropShare: 0.4,
      caught,
      healMs: 120_000,
    });
    expect(verdict.wrong).toContainEqual(expect.stringMatching(caught));
  }, 420_000);
});

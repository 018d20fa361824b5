import path from 'node:path';
import { check, type Verdict } from './checker.js';
import { CutDisk } from './disk.js';
import { Random } from './random.js';
import { Traffic } from './traffic.js';
import { MAILBOX, openWorld, type World } from './world.js';

/** How long and how rough a run is. */
export interface RunPlan {
  build: string;
  seed: number;
  /** How often the server is killed. */
  kills: number;
  env?: Record<string, string>;
  dropShare?: number;
  healMs?: number;
  /** What the run is to find, for a build that is bad on purpose: then it need not wait for the rest. */
  caught?: RegExp;
}

/** Kills the server at random points while mails come in and replies go out, lets it heal, and compares (reliability 1.4). */
export async function ledgerRun(plan: RunPlan): Promise<Verdict> {
  const random = new Random(plan.seed);
  const world = await openWorld(random, { build: plan.build, env: plan.env, dropShare: plan.dropShare ?? 0.05 });
  try {
    const traffic = new Traffic(world, random);
    for (let kill = 1; kill <= plan.kills; kill++) {
      await new Promise((resolve) => setTimeout(resolve, random.between(700, 3500)));
      await world.server.kill();
      if (kill === Math.ceil(plan.kills / 2)) await world.mail.resetUidValidity(MAILBOX);
      await world.server.start();
    }
    await traffic.stop();
    return await heal(world, plan);
  } finally {
    await world.stop();
  }
}

/** Takes the power of the disk at random points, with the same traffic and the same comparison (F3). */
export async function powerCutRun(plan: Omit<RunPlan, 'kills'> & { cuts: number }): Promise<Verdict> {
  const random = new Random(plan.seed);
  const disk = new CutDisk();
  try {
    const dataDir = path.join(disk.mountPoint, 'data');
    const world = await openWorld(random, { build: plan.build, env: plan.env, dataDir, dropShare: plan.dropShare ?? 0 });
    try {
      const traffic = new Traffic(world, random);
      for (let cut = 1; cut <= plan.cuts; cut++) {
        await new Promise((resolve) => setTimeout(resolve, random.between(1500, 4000)));
        disk.cut();
        await world.server.kill();
        await world.server.childrenGone();
        disk.powerUp();
        await world.server.start();
      }
      await traffic.stop();
      return await heal(world, plan);
    } finally {
      await world.stop();
    }
  } finally {
    disk.destroy();
  }
}

async function heal(world: World, plan: Pick<RunPlan, 'healMs' | 'caught'>): Promise<Verdict> {
  await world.client.signIn();
  return check(world, plan.healMs ?? 150_000, plan.caught);
}

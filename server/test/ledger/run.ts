import path from 'node:path';
import { check, type Verdict } from './checker.js';
import { CutDisk } from './disk.js';
import { Random } from './random.js';
import { Traffic } from './traffic.js';
import { Visitors } from './visitors.js';
import { MAILBOX, oneProcess, openWorld, type World } from './world.js';

/** How long and how rough a run is. */
export interface RunPlan {
  build: string;
  seed: number;
  /** How often the server is killed; a run that is to find something ends when it is found. */
  kills: number;
  env?: Record<string, string>;
  dropShare?: number;
  healMs?: number;
  /** Visitors of a chat write as well, whose words are stored in the commit that keeps them. */
  visitors?: boolean;
  /** Of how many replies the run hears that they are stored before it ends. */
  replies?: number;
  /** What the run is to find, for a build that is bad on purpose: each kill then follows an acknowledgement at once, and what is found ends the run. */
  caught?: RegExp;
}

/** Kills the server at random points while mails come in and replies go out, lets it heal, and compares (reliability 1.4). */
export async function ledgerRun(plan: RunPlan): Promise<Verdict> {
  const random = new Random(plan.seed);
  const world = await openWorld(random, { make: oneProcess(plan.build, plan.env), dropShare: plan.dropShare ?? 0.05 });
  try {
    const traffic = new Traffic(world, random);
    const visitors = plan.visitors ? await Visitors.come(world, random, [world.server.url]) : null;
    // Whoever comes after a killed process waits for its lease: without this the kills may be over before anything has come in.
    if (plan.caught === undefined) await traffic.acknowledged(3);
    for (let kill = 1; kill <= plan.kills; kill++) {
      await moment(traffic, random.between(700, 3500), plan.caught !== undefined);
      await world.server.kill();
      if (kill === Math.ceil(plan.kills / 2)) await world.mail.resetUidValidity(MAILBOX);
      await world.server.start();
      if (plan.caught && (await isCaught(world, plan.caught))) break;
    }
    if (plan.replies !== undefined) await traffic.acknowledged(plan.replies);
    await visitors?.saidToEach(3);
    await visitors?.stop();
    return await heal(world, traffic, plan);
  } finally {
    await world.stop();
  }
}

/** Takes the power of the disk right after an acknowledgement, with the same traffic and the same comparison (F3). */
export async function powerCutRun(plan: Omit<RunPlan, 'kills'> & { cuts: number }): Promise<Verdict> {
  const random = new Random(plan.seed);
  const disk = new CutDisk();
  try {
    const dataDir = path.join(disk.mountPoint, 'data');
    const world = await openWorld(random, { make: oneProcess(plan.build, plan.env, dataDir), dropShare: plan.dropShare ?? 0 });
    try {
      const traffic = new Traffic(world, random);
      for (let cut = 1; cut <= plan.cuts; cut++) {
        await disk.arm();
        await moment(traffic, random.between(700, 3000), true);
        await disk.cut();
        await world.server.kill();
        await world.server.childrenGone();
        disk.powerUp();
        await world.server.start();
        if (plan.caught && (await isCaught(world, plan.caught))) break;
      }
      return await heal(world, traffic, plan);
    } finally {
      await world.stop();
    }
  } finally {
    disk.destroy();
  }
}

/** After some time, and when wanted right after the next reply was acknowledged: what is not on disk then was promised and is lost. */
async function moment(traffic: Traffic, afterMs: number, atAcknowledgement: boolean): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  if (atAcknowledgement) await traffic.acknowledged(1);
}

async function isCaught(world: World, caught: RegExp): Promise<boolean> {
  await world.client.signIn();
  const { wrong } = await check(world, 0, caught);
  return wrong.some((words) => caught.test(words));
}

export async function heal(world: World, traffic: Traffic, plan: Pick<RunPlan, 'healMs' | 'caught'>): Promise<Verdict> {
  // A bad build may have lost what a reply is about, so that it can never be answered.
  await traffic.stop(plan.caught !== undefined);
  await world.client.signIn();
  return check(world, plan.healMs ?? 240_000, plan.caught);
}

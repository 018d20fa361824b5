import 'reflect-metadata';
import { BucketError } from '../adapters/storage-s3/bucket-error.js';
import { findAgentByEmail } from '../features/agents/index.js';
import { audit, firstBrokenEntry } from '../features/audit/index.js';
import { setSendingPaused } from '../features/delivery/index.js';
import { allowPasswordsAgain, passwordsOff } from '../features/oidc/index.js';
import { makeLink } from '../features/people/index.js';
import { resetSecondFactor } from '../features/second-factor/index.js';
import type { Ctx } from '../kernel/context.js';
import { newId } from '../kernel/ids.js';
import type { UnitOfWork } from '../kernel/uow.js';
import { trustAuthorities } from './authorities.js';
import { WHOLE, WHOLE_USAGE } from './backup/commands.js';
import { Refused } from './backup/refused.js';
import { type Config, readConfig } from './config.js';
import { rotateKeys } from './keys/rotate-keys.js';
import { importMboxCommand, MAIL_IMPORT_USAGE } from './mail-import/command.js';
import { StartError } from './start-error.js';
import { withDatabase } from './with-database.js';

const USAGE = `npm run admin -- reset <mail>    a link by which this person sets a new password; for an owner, passwords are allowed again
npm run admin -- second-step <mail>  takes the second step of this person's sign-in away
npm run admin -- audit           whether the audit log is whole
npm run admin -- rotate-keys     a new secret key, and everything sealed with it, while Balie runs
npm run admin -- sending pause   holds everything that would leave; resume lets it go
${MAIL_IMPORT_USAGE}${WHOLE_USAGE}`;

/** Writes a line for who sits at the terminal. */
type Say = (line: string) => void;
const toTerminal: Say = (line) => void process.stdout.write(`${line}\n`);

/** Runs one command of the terminal; answers the exit code. */
export async function runAdmin(args: readonly string[], env = process.env, say: Say = toTerminal): Promise<number> {
  const [command, argument] = args;
  const whole = command === 'import-mbox' ? importMboxCommand : WHOLE[command ?? ''];
  const pauses = command === 'sending' && (argument === 'pause' || argument === 'resume');
  const aboutOne = (command === 'reset' || command === 'second-step') && argument;
  if (!whole && !pauses && !aboutOne && command !== 'audit' && command !== 'rotate-keys') {
    say(USAGE);
    return 2;
  }
  try {
    const config = readConfig(env);
    trustAuthorities(config.caFile);
    if (whole) {
      await whole(config, args.slice(1), say);
      return 0;
    }
    return await withDatabase(config, (uow) => {
      if (command === 'rotate-keys') return rotate(uow, config, say);
      if (pauses) return sending(uow, argument === 'pause', say);
      if (command === 'second-step') return takeSecondStep(uow, argument ?? '', say);
      return command === 'reset' ? reset(uow, config, argument ?? '', say) : checkAudit(uow, say);
    });
  } catch (error) {
    const known = [StartError, Refused, BucketError].some((kind) => error instanceof kind);
    say(known ? (error as Error).message : String(error));
    return 1;
  }
}

/** For the owner who is locked out: whoever can read the terminal may be anybody anyway. */
async function reset(uow: UnitOfWork, config: Config, email: string, say: Say): Promise<number> {
  const ctx: Ctx = { principal: { kind: 'system', name: 'Terminal' }, correlationId: newId('event') };
  const made = await uow.run(ctx, async (tx) => {
    const user = await findAgentByEmail(tx, email.trim().toLowerCase());
    if (!user || user.state === 'DEACTIVATED') return null;
    const allowed = user.role === 'OWNER' && (await allowPasswordsAgain(tx));
    if (await passwordsOff(tx)) return 'off';
    await audit(tx, { action: 'PASSWORD_RESET_STARTED', object: user });
    return { ...(await makeLink(tx, user)), allowed };
  });
  if (made === 'off') {
    say('Passwords are switched off here. Reset an owner to allow them again.');
    return 1;
  }
  if (!made) {
    say(`Nobody who works here has the address ${email}.`);
    return 1;
  }
  if (made.allowed) say('Passwords were switched off here. They are allowed again, for everybody.');
  say('Open this once, within 72 hours, and set a new password:');
  say(`  ${config.publicUrl ?? `http://localhost:${config.port}`}${made.link}`);
  return 0;
}

/** For the owner who lost his phone and his recovery codes. */
async function takeSecondStep(uow: UnitOfWork, email: string, say: Say): Promise<number> {
  const ctx: Ctx = { principal: { kind: 'system', name: 'Terminal' }, correlationId: newId('event') };
  const had = await uow.run(ctx, async (tx) => {
    const user = await findAgentByEmail(tx, email.trim().toLowerCase());
    return user && (await resetSecondFactor(tx, user));
  });
  if (had) say(`${email} signs in without a second step now, and can make a new one in the settings.`);
  else say(had === null ? `Nobody who works here has the address ${email}.` : `${email} has no second step.`);
  return had ? 0 : 1;
}

async function sending(uow: UnitOfWork, paused: boolean, say: Say): Promise<number> {
  const ctx: Ctx = { principal: { kind: 'system', name: 'Terminal' }, correlationId: newId('event') };
  await uow.run(ctx, (tx) => setSendingPaused(tx, paused));
  say(paused ? 'Nothing leaves until you resume it.' : 'Replies leave again.');
  return 0;
}

async function rotate(uow: UnitOfWork, { secretKey, dataDir }: Config, say: Say): Promise<number> {
  say('Everything is sealed with the new key now, and looked at again in half a minute, for what was being written.');
  const { rows, damaged, kept } = await rotateKeys(uow, { ...(secretKey ? { key: secretKey } : {}), dataDir });
  say(`${rows} secrets are sealed with the new key.`);
  if (damaged > 0)
    say(`${damaged} open with no key, as they were changed: what they belong to has to be given its password again.`);
  for (const path of kept) say(`Backups that were made before need the old key. It is in ${path}: move it to where they are.`);
  if (kept.length === 0)
    say('Take the old key out of BALIE_SECRET_KEY, keep it with the backups made before, and start Balie again.');
  return 0;
}

async function checkAudit(uow: UnitOfWork, say: Say): Promise<number> {
  const broken = await firstBrokenEntry(uow.reader);
  say(broken === null ? 'The audit log is whole.' : `The audit log is broken: entry ${broken} is missing or was changed.`);
  return broken === null ? 0 : 1;
}

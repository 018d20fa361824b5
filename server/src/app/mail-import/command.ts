import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type Channel, channelsOfPlugin } from '../../features/channels/index.js';
import { findInbox, findInboxByName } from '../../features/inboxes/index.js';
import { IntakeService } from '../../features/intake/index.js';
import { MAIL_IDENTITY } from '../../kernel/identity-kinds.js';
import type { Reader } from '../../kernel/uow.js';
import { argumentsOf } from '../arguments.js';
import { Refused } from '../backup/refused.js';
import type { Config } from '../config.js';
import { withFiles } from '../files.js';
import { withDatabase } from '../with-database.js';
import { importMbox, type Imported } from './import-mbox.js';

type Say = (line: string) => void;

export const MAIL_IMPORT_USAGE = `npm run admin -- import-mbox <file> --inbox <name>  the mails of an mbox as history, while Balie runs
                 --channel <address>     by which address of the inbox, where it has more than one
`;

const TOLD_EVERY = 1_000;

/** Takes the mails of an mbox in; the running server makes conversations of them, as of any mail. */
export async function importMboxCommand(config: Config, args: readonly string[], say: Say): Promise<void> {
  const { file, values } = argumentsOf(args, { values: ['inbox', 'channel'], usage: MAIL_IMPORT_USAGE });
  const { inbox, channel: address } = values;
  if (inbox === undefined) throw new Refused(MAIL_IMPORT_USAGE);
  if (!(await stat(file).catch(() => null))?.isFile()) throw new Refused(`There is no file ${file}.`);
  await withFiles(config, (storage) =>
    withDatabase(config, async (uow) => {
      const channel = await channelFor(uow.reader, inbox, address);
      const to = { channel, intake: new IntakeService(uow), storage, reader: uow.reader };
      let told = 0;
      const imported = await importMbox(createReadStream(file), to, (done) => {
        if (done - told < TOLD_EVERY) return;
        told = done;
        say(`  ${done} mails`);
      });
      tell(imported, channel, say);
    }),
  );
}

function tell({ taken, known, tooLarge }: Imported, channel: Channel, say: Say): void {
  say(`Took in ${taken} mails by ${channel.name}; ${known} were here already.`);
  if (tooLarge.length > 0) say(`Too large, and left out: the mails ${tooLarge.slice(0, 100).join(', ')} of the file.`);
  if (taken > 0)
    say('The running server makes conversations of them now, as history: without notices, rules or automatic answers.');
}

/** The channel that understands mails, of an inbox by its name or id. */
async function channelFor(reader: Reader, inbox: string, address: string | undefined): Promise<Channel> {
  const found = (await findInbox(reader, inbox)) ?? (await findInboxByName(reader, inbox.trim().toLowerCase()));
  if (!found) throw new Refused(`There is no inbox ${inbox}.`);
  const channels = (await channelsOfPlugin(reader)).filter(
    ({ inboxId, own }) => inboxId === found.id && own.some(({ kind }) => kind === MAIL_IDENTITY),
  );
  const addresses = channels.map(({ account }) => account);
  if (channels.length === 0)
    throw new Refused(`The inbox ${found.name} has no mail address yet. Connect it first, under Settings, Inboxes.`);
  const wanted =
    address === undefined
      ? channels
      : channels.filter(({ account, own }) => [account, ...own.map(({ value }) => value)].includes(address));
  const [channel, other] = wanted;
  if (!channel) throw new Refused(`The inbox ${found.name} has no address ${address}. It has ${addresses.join(', ')}.`);
  if (other)
    throw new Refused(
      `The inbox ${found.name} has several addresses: say which, with --channel ${addresses.join(' or --channel ')}.`,
    );
  return channel;
}

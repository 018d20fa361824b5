import { type Mailstack, startMailstack } from '../../../deploy/mailstack/mailstack.mjs';
import type { TestClient } from '../server/client.js';
import { TestServer } from '../server/server.js';
import { makeInbox } from '../server/world.js';
import { until } from '../support/until.js';

/** The real product with its real e-mail plugin, and the mail servers that it reads from and sends to. */
export class PostOffice {
  private constructor(
    readonly server: TestServer,
    readonly owner: TestClient,
    readonly mail: Mailstack,
  ) {}

  /** `env`: settings of the server, for which the mail servers run already. */
  static async open(env: (mail: Mailstack) => Record<string, string> = () => ({})): Promise<PostOffice> {
    const mail = await startMailstack();
    try {
      const server = await TestServer.start({ env: env(mail) });
      return new PostOffice(server, await server.signIn(), mail);
    } catch (error) {
      await mail.stop();
      throw error;
    }
  }

  /** Another installation, on the same mail servers. */
  static async join(mail: Mailstack): Promise<PostOffice> {
    const server = await TestServer.start();
    return new PostOffice(server, await server.signIn(), mail);
  }

  /** Leaves the mail servers to the others. */
  leave(): Promise<void> {
    return this.server.close();
  }

  async close(): Promise<void> {
    await this.server.close();
    await this.mail.stop();
  }

  /** An inbox that reads a mailbox of its own; ready once the mailbox has been looked at. */
  async connect(address: string, settings: Record<string, unknown> = {}): Promise<Mailbox> {
    const { mail } = this;
    const inboxId = await makeInbox(this.owner, `Inbox ${address}`);
    const data = {
      address,
      name: 'Shop',
      imapHost: mail.host,
      imapPort: mail.imap,
      imapSecurity: 'none',
      user: address,
      password: mail.password,
      smtpHost: mail.host,
      smtpPort: mail.smtp,
      smtpSecurity: 'none',
      allowPrivateAddress: true,
      saveSent: 'never',
      ...settings,
    };
    const channelId = await this.setUp(inboxId, data);
    const box = new Mailbox(this, address, inboxId, channelId);
    await box.ready();
    return box;
  }

  /** From now on the inbox answers the first message of a person by itself. */
  async answerByItself(inboxId: string, subject: string, text: string): Promise<void> {
    const input = { inboxId, mode: 'ON_RECEIPT', subject, text };
    const { acknowledgementSave } = await this.owner.graphql<{ acknowledgementSave: { userErrors: unknown[] } }>(ANSWER, {
      input,
    });
    if (acknowledgementSave.userErrors.length > 0) throw new Error(JSON.stringify(acknowledgementSave.userErrors));
  }

  /** On a busy machine the plugin may not be up yet. */
  private async setUp(inboxId: string, data: Record<string, unknown>): Promise<string> {
    interface Answer {
      channelSetup: { channel: { id: string } | null; userErrors: { message: string }[]; checks: unknown[] };
    }
    const id = await until(
      async () => {
        const { channelSetup } = await this.owner.graphql<Answer>(
          `mutation ($input: ChannelSetupInput!) { channelSetup(input: $input) {
            channel { id } userErrors { message path } checks { title ok message } } }`,
          { input: { inboxId, type: 'email', step: 'settings', data } },
        );
        if (channelSetup.channel) return channelSetup.channel.id;
        const starting = channelSetup.userErrors.some(({ message }) =>
          /No plugin that is switched on|could not be started/.test(message),
        );
        if (!starting) throw new Error(`channelSetup: ${JSON.stringify(channelSetup)}`);
        return null;
      },
      { what: 'the e-mail plugin', deadlineMs: 120_000, everyMs: 500 },
    );
    return id as string;
  }
}

const ANSWER = `mutation ($input: AcknowledgementSaveInput!) { acknowledgementSave(input: $input) { userErrors { message } } }`;

/** What the ledger says about one thing that came in. */
export interface LedgerItem {
  id: string;
  state: string;
  reason: string | null;
  unparsed: boolean;
  rawUrl: string | null;
  conversation: { id: string } | null;
}

const LEDGER = `query ($channelId: ID!) { inboundItems(channelId: $channelId, first: 10) {
  nodes { id state reason unparsed rawUrl conversation { id } } pageInfo { hasNextPage endCursor } } }`;

/** One address of ours: its mailbox on the real server, and its inbox in the product. */
export class Mailbox {
  private delivered = 0;

  constructor(
    readonly office: PostOffice,
    readonly address: string,
    readonly inboxId: string,
    readonly channelId: string,
  ) {}

  /** Until the plugin has looked into the mailbox once, or listens: what comes from now on is new and no history. */
  async ready(): Promise<void> {
    const { reader } = this.office.server.uow;
    await until(
      async () => {
        const sql = 'SELECT cursor, state, settings FROM channel WHERE id = ?';
        const [row] = await reader.query<{ cursor: string | null; state: string; settings: string }>(sql, [this.channelId]);
        const { incoming } = JSON.parse(row?.settings ?? '{}') as { incoming?: string };
        return incoming === 'smtp' ? row?.state === 'CONNECTED' : row?.cursor?.includes('uidValidity');
      },
      { what: `${this.address} to be read`, deadlineMs: 60_000 },
    );
  }

  /** Everything that came in, oldest first. */
  async ledger(): Promise<LedgerItem[]> {
    const { inboundItems } = await this.office.owner.graphql<{ inboundItems: { nodes: LedgerItem[] } }>(LEDGER, {
      channelId: this.channelId,
    });
    return inboundItems.nodes.toReversed();
  }

  /** Puts a mail into the mailbox and waits until it has been understood; answers its item of the ledger. */
  async receive(raw: Buffer | string, from?: string): Promise<LedgerItem> {
    await this.office.mail.deliver(this.address, raw, from === undefined ? {} : { from });
    return this.settled();
  }

  /** Waits for one more item of the ledger than there was. */
  async settled(): Promise<LedgerItem> {
    this.delivered += 1;
    const wanted = this.delivered;
    const { reader } = this.office.server.uow;
    await until(
      async () => {
        const [row] = await reader.query<{ n: number | string }>(
          "SELECT COUNT(*) AS n FROM inbound_item WHERE channel_id = ? AND state <> 'RECEIVED'",
          [this.channelId],
        );
        return Number(row?.n ?? 0) >= wanted;
      },
      { what: `item ${wanted} of ${this.address}`, deadlineMs: 60_000, everyMs: 40 },
    );
    const items = await this.ledger();
    return items.at(-1) as LedgerItem;
  }

  /** One more mail, awaited: when it is there, all that lay before it in the mailbox has been looked at. */
  async passMarker(): Promise<void> {
    const subject = `Marker of ${this.address}`;
    const head = [
      `From: Marker <marker@marker.test>`,
      `To: ${this.address}`,
      `Subject: ${subject}`,
      `Message-ID: <marker.${this.address}>`,
    ];
    await this.office.mail.deliver(this.address, [...head, '', 'Marker.'].join('\r\n'));
    const { reader } = this.office.server.uow;
    const sql = 'SELECT id FROM conversation WHERE inbox_id = ? AND subject = ?';
    await until(async () => (await reader.query(sql, [this.inboxId, subject])).length > 0, { what: subject, deadlineMs: 60_000 });
  }

  async setActive(active: boolean): Promise<void> {
    const { channelSetActive } = await this.office.owner.graphql<{ channelSetActive: { userErrors: unknown[] } }>(
      'mutation ($id: ID!, $active: Boolean!) { channelSetActive(id: $id, active: $active) { userErrors { message } } }',
      { id: this.channelId, active },
    );
    if (channelSetActive.userErrors.length > 0) throw new Error(JSON.stringify(channelSetActive.userErrors));
  }
}

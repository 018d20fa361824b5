import { type OAuthProvider, startOAuthProvider } from '../../../deploy/mailstack/oauth-provider.mjs';
import { newId } from '../../src/kernel/ids.js';
import type { TestClient } from '../server/client.js';
import { makeInbox } from '../server/world.js';
import { Mailbox, type PostOffice } from './post-office.js';

export interface Answered {
  step: string | null;
  form: {
    schema: { properties: Record<string, { default?: string }> };
    values: Record<string, unknown>;
    secretsSet: string[];
    error: unknown;
  } | null;
  redirectUrl: string | null;
  channel: { id: string; account: string; secretsSet: string[]; settings: Record<string, unknown> } | null;
  checks: { title: string; ok: boolean; message: string | null }[];
  place: { channelId: string; inboxId: string; type: string; reauth: boolean } | null;
  userErrors: { code: string; message: string; path: string[] | null }[];
}

const ANSWERED = `place { channelId inboxId type reauth } step form redirectUrl checks { title ok message }
  channel { id account secretsSet settings } userErrors { code message path }`;
const SETUP = `mutation ($input: ChannelSetupInput!) { channelSetup(input: $input) { ${ANSWERED} } }`;
const RETURN = `mutation ($state: String!, $data: JSON!) { channelSetupReturn(state: $state, data: $data) { ${ANSWERED} } }`;

/** An admin who connects mailboxes by OAuth2, at a provider that the mail servers ask about its tokens. */
export class OAuthDesk {
  private constructor(
    readonly office: PostOffice,
    readonly provider: OAuthProvider,
  ) {}

  static async open(office: PostOffice): Promise<OAuthDesk> {
    return new OAuthDesk(office, await startOAuthProvider({ introspectPort: office.mail.ports.introspect }));
  }

  /** What is filled in for a mailbox. */
  form(address: string): Record<string, unknown> {
    const { mail } = this.office;
    return {
      address,
      name: 'Shop',
      signIn: 'other',
      clientId: this.provider.clientId,
      clientSecret: this.provider.clientSecret,
      authorizeUrl: this.provider.authorizeUrl,
      tokenUrl: this.provider.tokenUrl,
      scopes: 'mail offline_access',
      imapHost: mail.host,
      imapPort: mail.imap,
      imapSecurity: 'none',
      smtpHost: mail.host,
      smtpPort: mail.smtp,
      smtpSecurity: 'none',
      allowPrivateAddress: true,
      saveSent: 'never',
    };
  }

  async step(input: Record<string, unknown>, client: TestClient = this.office.owner): Promise<Answered> {
    const { channelSetup } = await client.graphql<{ channelSetup: Answered }>(SETUP, { input: { type: 'email', ...input } });
    return channelSetup;
  }

  /** The browser comes back from the provider. */
  async comeBack(location: string, client: TestClient = this.office.owner): Promise<Answered> {
    const { state, ...data } = Object.fromEntries(new URL(location).searchParams);
    const { channelSetupReturn } = await client.graphql<{ channelSetupReturn: Answered }>(RETURN, { state, data });
    return channelSetupReturn;
  }

  /** Up to the page of the provider; answers where it is. */
  async begin(address: string, o: { id?: string; inboxId: string }): Promise<string> {
    const form = await this.step(o);
    this.provider.redirectUris.add(form.form?.schema.properties['otherRedirectUri']?.default ?? '');
    const asked = await this.step({ ...o, step: 'settings', data: this.form(address) });
    if (!asked.redirectUrl) throw new Error(JSON.stringify(asked));
    return asked.redirectUrl;
  }

  /** The whole way; the mailbox is read when it resolves. */
  async connect(address: string): Promise<Mailbox> {
    const inboxId = await makeInbox(this.office.owner, `Inbox ${address}`);
    const page = await this.begin(address, { id: newId('channel'), inboxId });
    const made = await this.comeBack(await this.provider.visit(page, { account: address }));
    if (!made.channel) throw new Error(JSON.stringify(made));
    const box = new Mailbox(this.office, address, inboxId, made.channel.id);
    await box.ready();
    return box;
  }

  /** Signs in to it again, as whoever. */
  async signInAgain(box: Mailbox, account: string): Promise<Answered> {
    const asked = await this.step({ id: box.channelId, inboxId: box.inboxId, reauth: true });
    if (!asked.redirectUrl) throw new Error(JSON.stringify(asked));
    return this.comeBack(await this.provider.visit(asked.redirectUrl, { account }));
  }

  async channel(box: Mailbox): Promise<{ state: string; authorized: boolean; stateMessage: string | null }> {
    const { node } = await this.office.owner.graphql<{
      node: { state: string; authorized: boolean; stateMessage: string | null };
    }>('query ($id: ID!) { node(id: $id) { ... on Channel { state authorized stateMessage } } }', { id: box.channelId });
    return node;
  }
}

/**
 * Slack, as far as the plugin uses it, written from docs.slack.dev: the Web API with its token check, its shapes of blocks and its words for
 * what is wrong; and the requests that Slack itself sends, signed. It is strict: what the real one refuses is refused here.
 */
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { FakeFiles } from './fake-slack-files.mjs';

const LENGTHS = { header: 150, section: 3000, field: 2000, button: 75, value: 2000, action: 255, text: 40_000 };

class Refused extends Error {
  constructor(code, more = {}) {
    super(code);
    this.more = more;
  }
}
const need = (holds, code, why, more = {}) => {
  if (!holds) throw new Refused(code, why ? { response_metadata: { messages: [why] } } : more);
};

/** One workspace with one app in it. */
export class FakeSlack {
  token = 'xoxb-canary-token-1';
  signingSecret = 'canary-signing-secret';
  teamId = 'T0TEAM001';
  botId = 'U0BALIE01';
  /** Every call that was let in, oldest first. */
  calls = [];
  /** By id of the channel: its messages, oldest first; what is in a thread has `thread_ts`. */
  channels = new Map();
  users = new Map();
  /** At most so many channels are listed at once, whatever is asked for. */
  pageSize = 2;
  /** Words that only one person saw. */
  whispers = [];
  scopes = [
    'channels:history',
    'channels:read',
    'chat:write',
    'files:read',
    'files:write',
    'groups:history',
    'groups:read',
    'reactions:write',
    'users:read',
    'users:read.email',
  ];
  /** What goes wrong next: each is used up by one call of its method. */
  troubles = [];
  /** The app, as its pages show it. */
  clientId = '1234567890.987654321';
  clientSecret = 'canary-client-secret';
  /** By code: for which address somebody agreed, and whether it was used. */
  codes = new Map();
  /** Where a browser of the test reaches an address of ours. */
  home = (address) => address;
  files = new FakeFiles(this, {
    origin: () => new URL(this.apiUrl).origin,
    refuse: (code, more) => need(false, code, undefined, more),
  });
  #server = createServer((request, response) => void this.#answer(request, response));
  #last = 0;

  static async open() {
    const slack = new FakeSlack();
    await new Promise((resolve) => slack.#server.listen(0, '127.0.0.1', resolve));
    slack.addUser('U0BALIE01', { name: 'Balie', bot: true });
    return slack;
  }

  get port() {
    return this.#server.address().port;
  }

  get apiUrl() {
    return `http://127.0.0.1:${this.port}/api/`;
  }

  addChannel(id, name, more = {}) {
    this.channels.set(id, { id, name, is_member: true, is_archived: false, is_private: false, messages: [], ...more });
  }

  addUser(id, { name, email, bot = false }) {
    this.users.set(id, { id, name, is_bot: bot, profile: { display_name: name, real_name: name, ...(email ? { email } : {}) } });
  }

  /** Those above threads. */
  parents(channel) {
    return this.channels.get(channel).messages.filter((message) => !message.thread_ts);
  }

  replies(channel, ts) {
    return this.channels.get(channel).messages.filter((message) => message.thread_ts === ts);
  }

  /** Somebody writes in a thread; answers the event that Slack tells the app. */
  write(channel, thread_ts, user, text, more = {}) {
    const message = { type: 'message', channel, user, text, ts: this.#ts(), thread_ts, ...more };
    this.channels.get(channel).messages.push(message);
    return this.event({ ...message, event_ts: message.ts, channel_type: 'channel' });
  }

  /** Somebody agrees at Slack, or does not; answers where Slack sends him back to (docs.slack.dev, “Installing with OAuth”). */
  agree(address, { refuse = false } = {}) {
    const { origin, pathname, searchParams } = new URL(address);
    const client = searchParams.get('client_id');
    if (origin !== new URL(this.apiUrl).origin || pathname !== '/oauth/v2/authorize' || client !== this.clientId)
      throw new Error(`Slack knows no such page: ${address}`);
    const back = new URL(searchParams.get('redirect_uri'));
    if (refuse) back.searchParams.set('error', 'access_denied');
    else {
      const code = `code-${this.#ts()}`;
      this.codes.set(code, { redirect: back.href, scope: searchParams.get('scope'), used: false });
      back.searchParams.set('code', code);
    }
    back.searchParams.set('state', searchParams.get('state'));
    return back.href;
  }

  grant({ code, client_id, client_secret, redirect_uri }) {
    need(client_id === this.clientId, 'invalid_client_id');
    need(client_secret === this.clientSecret, 'bad_client_secret');
    const known = this.codes.get(code);
    need(known, 'invalid_code');
    need(!known.used, 'code_already_used');
    need(redirect_uri === known.redirect, 'bad_redirect_uri');
    known.used = true;
    const scope = known.scope.split(',').filter((one) => this.scopes.includes(one));
    return {
      app_id: 'A0APP',
      access_token: this.token,
      token_type: 'bot',
      scope: scope.join(','),
      bot_user_id: this.botId,
      team: { id: this.teamId, name: 'Team' },
      enterprise: null,
      is_enterprise_install: false,
    };
  }

  event(event) {
    return {
      token: 'unused',
      team_id: this.teamId,
      api_app_id: 'A0APP',
      event,
      type: 'event_callback',
      event_id: `Ev${this.#ts()}`,
      event_time: 1,
    };
  }

  /** A request of Slack's: JSON for events, a form for what is pressed. `at`: in milliseconds. */
  signed(body, { secret = this.signingSecret, at = Date.now(), headers = {} } = {}) {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const timestamp = String(Math.floor(at / 1000));
    const signature = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${text}`).digest('hex')}`;
    return {
      body: text,
      headers: {
        'content-type': typeof body === 'string' ? 'application/x-www-form-urlencoded' : 'application/json',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': signature,
        ...headers,
      },
    };
  }

  /** What is sent when somebody presses a button of a message. */
  press(channel, ts, action_id, user) {
    const message = this.#messageAt(channel, ts);
    const button = message.blocks.flatMap((block) => block.elements ?? []).find((element) => element.action_id === action_id);
    if (!button) throw new Error(`There is no button ${action_id}`);
    const payload = {
      type: 'block_actions',
      user: { id: user, team_id: this.teamId },
      team: { id: this.teamId },
      container: { type: 'message', channel_id: channel, message_ts: ts },
      actions: [{ type: 'button', action_id, ...(button.value === undefined ? {} : { value: button.value }) }],
    };
    return `payload=${encodeURIComponent(JSON.stringify(payload))}`;
  }

  async close() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #ts() {
    this.#last = Math.max(this.#last + 1, Date.now() * 1000);
    const text = String(this.#last);
    return `${text.slice(0, -6)}.${text.slice(-6)}`;
  }

  async #answer(request, response) {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const method = methodOf(request);
    const body = Buffer.concat(chunks);
    const args = argsOf(request, body.toString());
    const say = (status, body, headers = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json', 'x-oauth-scopes': this.scopes.join(','), ...headers })
        .end(JSON.stringify(body));
    const at = this.troubles.findIndex((one) => one.method === method);
    const trouble = at < 0 ? null : this.troubles.splice(at, 1)[0];
    if (this.files.answer(request, body, response, trouble)) return;
    if (request.url.startsWith('/oauth/v2/authorize?')) return this.#ask(request, response);
    try {
      need(request.method === 'POST', 'method_not_supported');
      if (method !== 'oauth.v2.access') {
        need(request.headers.authorization !== undefined, 'not_authed');
        need(request.headers.authorization === `Bearer ${this.token}`, trouble?.code ?? 'invalid_auth');
      }
      if (trouble?.what === 'limit')
        return say(429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(trouble.seconds) });
      if (trouble?.what === 'break') return say(trouble.status ?? 500, { ok: false });
      if (trouble?.what === 'refuse') throw new Refused(trouble.code);
      const run = METHODS[method];
      need(run, 'unknown_method');
      const answer = run(this, args);
      this.calls.push({ method, args });
      if (trouble?.what === 'hold') await trouble.until;
      // The far side has it, and we never hear of it.
      if (trouble?.what === 'lose') return void request.socket.destroy();
      say(200, { ok: true, ...answer });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      say(200, { ok: false, error: error.message, ...error.more });
    }
  }

  /** The page on which somebody is asked whether he agrees. */
  #ask(request, response) {
    const address = new URL(request.url, this.apiUrl).href;
    const link = (text, o) => `<a href="${this.home(this.agree(address, o)).replaceAll('&', '&amp;')}">${text}</a>`;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      `<!doctype html><html lang="en"><title>Slack</title>${link('Allow')} ${link('Cancel', { refuse: true })}</html>`,
    );
  }

  channelOf(id) {
    const channel = this.channels.get(id);
    need(channel, 'channel_not_found');
    return channel;
  }

  post(args) {
    const channel = this.channelOf(args.channel);
    need(channel.is_member, 'not_in_channel');
    need(!channel.is_archived, 'is_archived');
    checkMessage(args);
    if (args.metadata)
      need(/^\w+$/.test(args.metadata.event_type ?? '') && args.metadata.event_payload, 'invalid_metadata_format');
    const { text, blocks, metadata, thread_ts } = args;
    if (thread_ts !== undefined)
      need(
        channel.messages.some((message) => message.ts === thread_ts),
        'thread_not_found',
      );
    const message = {
      type: 'message',
      bot_id: 'B0BALIE',
      user: this.botId,
      text,
      blocks,
      metadata,
      ts: this.#ts(),
      ...(thread_ts ? { thread_ts } : {}),
    };
    channel.messages.push(message);
    return { channel: channel.id, ts: message.ts, message };
  }

  /** Files are shown in a thread by the app. */
  show({ messages }, thread_ts, files) {
    need(
      messages.some(({ ts }) => ts === thread_ts),
      'thread_not_found',
    );
    const message = { type: 'message', user: this.botId, bot_id: 'B0BALIE', text: '', files, ts: this.#ts(), thread_ts };
    messages.push(message);
    return message.ts;
  }

  /** A page of the channels that the app may see; private ones are those that it is in. */
  list({ types = 'public_channel', exclude_archived, limit = 100, cursor }) {
    need(Number(limit) > 0 && Number(limit) < 1000, 'invalid_limit');
    const scopes = { public_channel: 'channels:read', private_channel: 'groups:read' };
    const asked = types.split(',');
    for (const type of asked) {
      need(scopes[type], 'invalid_types');
      need(this.scopes.includes(scopes[type]), 'missing_scope', undefined, {
        needed: scopes[type],
        provided: this.scopes.join(),
      });
    }
    const from = cursor ? Number(cursor) : 0;
    need(Number.isInteger(from), 'invalid_cursor');
    const seen = [...this.channels.values()].filter(
      ({ is_private, is_member, is_archived }) =>
        (is_private ? is_member && asked.includes('private_channel') : asked.includes('public_channel')) &&
        !(is_archived && String(exclude_archived) === 'true'),
    );
    const size = Math.min(Number(limit), this.pageSize);
    const channels = seen.slice(from, from + size).map(({ messages: _, ...info }) => info);
    return { channels, response_metadata: { next_cursor: from + size < seen.length ? String(from + size) : '' } };
  }

  #messageAt(channel, ts) {
    const message = this.channelOf(channel).messages.find((one) => one.ts === ts);
    need(message, 'message_not_found');
    return message;
  }

  update(args) {
    checkMessage(args);
    const message = this.#messageAt(args.channel, args.ts);
    need(message.user === this.botId, 'cant_update_message');
    Object.assign(message, { text: args.text, blocks: args.blocks });
    return { channel: args.channel, ts: args.ts };
  }

  react({ channel, timestamp, name }) {
    const message = this.#messageAt(channel, timestamp);
    message.reactions ??= [];
    need(!message.reactions.includes(name), 'already_reacted');
    message.reactions.push(name);
    return {};
  }

  /** A page of messages, newest first in a channel and oldest first in a thread, with metadata only for who asks for it. */
  page(messages, { oldest = '0', limit = 100, cursor, include_all_metadata }) {
    const from = cursor ? Number(cursor) : 0;
    const found = messages.filter((message) => Number(message.ts) > Number(oldest));
    const size = Math.min(Number(limit), 2);
    const shown = found
      .slice(from, from + size)
      .map(({ metadata, ...message }) => (String(include_all_metadata) === 'true' ? { ...message, metadata } : message));
    const more = from + size < found.length;
    return { messages: shown, has_more: more, response_metadata: { next_cursor: more ? String(from + size) : '' } };
  }
}

const METHODS = {
  'oauth.v2.access': (slack, args) => slack.grant(args),
  'auth.test': (slack) => ({
    url: 'https://team.slack.test/',
    team: 'Team',
    user: 'balie',
    team_id: slack.teamId,
    user_id: slack.botId,
    bot_id: 'B0BALIE',
  }),
  'users.info': (slack, { user }) => {
    need(slack.users.has(user), 'user_not_found');
    return { user: slack.users.get(user) };
  },
  'conversations.info': (slack, { channel }) => {
    const { messages: _, ...info } = slack.channelOf(channel);
    return { channel: info };
  },
  'conversations.list': (slack, args) => slack.list(args),
  'conversations.history': (slack, args) =>
    slack.page(
      slack
        .channelOf(args.channel)
        .messages.filter(({ thread_ts }) => !thread_ts)
        .toReversed(),
      args,
    ),
  'conversations.replies': (slack, args) => {
    const { messages } = slack.channelOf(args.channel);
    need(
      messages.some(({ ts }) => ts === args.ts),
      'thread_not_found',
    );
    return slack.page(
      messages.filter(({ ts, thread_ts }) => ts === args.ts || thread_ts === args.ts),
      args,
    );
  },
  'chat.postMessage': (slack, args) => slack.post(args),
  'chat.update': (slack, args) => slack.update(args),
  'chat.postEphemeral': (slack, args) => {
    need(slack.channelOf(args.channel).is_member, 'not_in_channel');
    need(slack.users.has(args.user), 'user_not_in_channel');
    checkMessage(args);
    slack.whispers.push(args);
    return { message_ts: '1.1' };
  },
  'files.info': (slack, args) => slack.files.info(args),
  'files.getUploadURLExternal': (slack, args) => slack.files.announce(args),
  'files.completeUploadExternal': (slack, args) => slack.files.complete(args),
  'reactions.add': (slack, args) => slack.react(args),
};

/** What of the API it asks for; `download` and `upload` stand for the addresses of files. */
function methodOf({ url }) {
  if (url.startsWith('/files-pri/')) return 'download';
  return url.startsWith('/upload/') ? 'upload' : new URL(url, 'http://slack').pathname.replace('/api/', '');
}

/** The client sends forms in which what is no text is JSON. */
function argsOf(request, body) {
  if ((request.headers['content-type'] ?? '').includes('json')) return JSON.parse(body || '{}');
  const args = Object.fromEntries(new URLSearchParams(body));
  for (const name of ['blocks', 'metadata']) if (args[name] !== undefined) args[name] = JSON.parse(args[name]);
  return args;
}

function checkMessage({ text, blocks }) {
  need(typeof text === 'string' && text !== '' && text.length <= LENGTHS.text, 'no_text');
  need(Array.isArray(blocks) && blocks.length > 0 && blocks.length <= 50, 'invalid_blocks');
  for (const block of blocks) {
    const check = BLOCKS[block.type];
    need(check, 'invalid_blocks', `unknown block ${block.type}`);
    check(block);
  }
}
const isText = (text, length, types = ['plain_text', 'mrkdwn']) =>
  need(
    types.includes(text?.type) && typeof text.text === 'string' && text.text !== '' && text.text.length <= length,
    'invalid_blocks',
    'text',
  );
const BLOCKS = {
  header: ({ text }) => isText(text, LENGTHS.header, ['plain_text']),
  section: ({ text, fields }) => {
    need(text || fields, 'invalid_blocks', 'section');
    if (text) isText(text, LENGTHS.section);
    need((fields ?? []).length <= 10, 'invalid_blocks', 'fields');
    for (const field of fields ?? []) isText(field, LENGTHS.field);
  },
  context: ({ elements }) => {
    need(elements.length > 0 && elements.length <= 10, 'invalid_blocks', 'context');
    for (const element of elements) isText(element, LENGTHS.section);
  },
  actions: ({ elements }) => {
    need(elements.length > 0 && elements.length <= 25, 'invalid_blocks', 'actions');
    const ids = elements.map(({ action_id }) => action_id);
    need(new Set(ids).size === ids.length, 'invalid_blocks', 'action_id');
    for (const { type, text, action_id, value = '', url } of elements) {
      need(type === 'button' && action_id.length <= LENGTHS.action && value.length <= LENGTHS.value, 'invalid_blocks', 'button');
      isText(text, LENGTHS.button, ['plain_text']);
      if (url !== undefined) need(URL.canParse(url) && url.length <= 3000, 'invalid_blocks', 'url');
    }
  },
  rich_text: ({ elements }) => {
    for (const section of elements) {
      need(section.type === 'rich_text_section', 'invalid_blocks', 'rich_text');
      for (const { type, text } of section.elements)
        need(type === 'text' && typeof text === 'string' && text !== '', 'invalid_blocks', 'rich_text');
    }
  },
};

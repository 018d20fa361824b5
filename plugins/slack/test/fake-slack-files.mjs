/**
 * The files of the fake Slack, written from docs.slack.dev (“File object”, “Working with files”, files.getUploadURLExternal and what follows it):
 * who shows no token gets the page for signing in; an upload is completed once, and is in a channel only from then on.
 */
const SIGN_IN = '<!DOCTYPE html><html><title>Sign in</title></html>';

export class FakeFiles {
  /** By id. */
  #files = new Map();
  #count = 0;
  /** Whom a download was shown a token by, and at which path. */
  fetched = [];

  /** `origin`: where it is reached; `refuse(code)`: throws in the words of the API. */
  constructor(slack, { origin, refuse }) {
    this.slack = slack;
    this.origin = origin;
    this.refuse = refuse;
  }

  /** Somebody has put a file into Slack; answers what an event says of it. */
  add(name, mimetype, data, more = {}) {
    const id = this.#id();
    const url_private = `${this.origin()}/files-pri/T0-${id}/${encodeURIComponent(name)}`;
    const about = {
      id,
      name,
      title: name,
      mimetype,
      size: data.length,
      mode: 'hosted',
      is_external: false,
      url_private,
      ...more,
    };
    this.#files.set(id, { about, data, state: 'there', shares: {} });
    return about;
  }

  /** What is in a file. */
  data(id) {
    return this.#files.get(id).data;
  }

  info({ file }) {
    this.#need('files:read');
    const found = this.#files.get(file);
    if (!found || found.state === 'announced') this.refuse('file_not_found');
    return { file: { ...found.about, shares: { public: found.shares } } };
  }

  announce({ filename, length }) {
    this.#need('files:write');
    const size = Number(length);
    if (!filename || !(size > 0)) this.refuse('missing_argument');
    const id = this.#id();
    const about = { id, name: filename, title: filename, mimetype: 'application/octet-stream', size, mode: 'hosted' };
    this.#files.set(id, { about, data: null, state: 'announced', shares: {} });
    return { upload_url: `${this.origin()}/upload/v1/${id}`, file_id: id };
  }

  /** Answers the message that shows them. */
  complete({ files, channel_id, thread_ts }) {
    this.#need('files:write');
    const asked = JSON.parse(files);
    const channel = this.slack.channelOf(channel_id);
    if (!channel.is_member) this.refuse('not_in_channel');
    for (const { id } of asked) if (this.#files.get(id)?.state !== 'sent') this.refuse('file_not_found');
    const shown = asked.map(({ id, title }) => {
      const file = this.#files.get(id);
      file.state = 'there';
      file.about.title = title ?? file.about.name;
      return file;
    });
    const ts = this.slack.show(
      channel,
      thread_ts,
      shown.map(({ about }) => about),
    );
    for (const { shares } of shown) shares[channel.id] = [{ ts, thread_ts }];
    return { files: shown.map(({ about: { id, title } }) => ({ id, title })) };
  }

  /** What is asked of the addresses of files rather than of the API; false when it is none of these. */
  answer({ method, url, headers }, body, response, trouble) {
    const [, place, , id = ''] = /^\/(files-pri|upload)\/(v1\/|T0-)(F\w+)/.exec(url) ?? [];
    if (!place) return false;
    if (trouble?.what === 'break') response.writeHead(trouble.status ?? 500).end();
    else if (trouble?.what === 'limit') response.writeHead(429, { 'retry-after': String(trouble.seconds) }).end();
    else if (trouble?.what === 'lose' && place === 'files-pri') response.socket.destroy();
    else if (place === 'upload') this.#take(method, id, body, response);
    else this.#give(id, headers.authorization, response);
    return true;
  }

  #give(id, authorization, response) {
    const file = this.#files.get(id);
    this.fetched.push({ id, authorization });
    const known = authorization === `Bearer ${this.slack.token}` && this.slack.scopes.includes('files:read');
    if (!known) return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(SIGN_IN);
    if (file?.state !== 'there') return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': file.about.mimetype }).end(file.data);
  }

  #take(method, id, body, response) {
    const file = this.#files.get(id);
    if (method !== 'POST' || file?.state === 'there' || body.length !== file?.about.size) return response.writeHead(400).end();
    Object.assign(file, { data: body, state: 'sent' });
    response.writeHead(200).end(`OK - ${body.length}`);
  }

  #need(scope) {
    if (!this.slack.scopes.includes(scope)) this.refuse('missing_scope', { needed: scope });
  }

  #id() {
    return `F0FILE${String(++this.#count).padStart(4, '0')}`;
  }
}

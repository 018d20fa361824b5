import { type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { Outgoing, type OutgoingRequest, type WayOut, type WayOutLimits } from '../../kernel/outgoing.js';
import { closedAddress } from './closed-address.js';
import { type Agents, proxiedAgents } from './proxied-agents.js';

/** Straight, or through a proxy: `http://user:password@host:port`. */
export class OutgoingHttp extends Outgoing {
  constructor(private readonly proxy: string | null) {
    super();
  }

  open(limits: WayOutLimits): WayOut {
    const straight = new StraightWay(limits);
    return this.proxy === null ? straight : new ProxiedWay(this.proxy, limits, straight);
  }
}

/** Each address is checked where it is connected to, so that a name can't change its mind in between. */
class StraightWay implements WayOut {
  private readonly agents: Agents;

  constructor({ privateNetworks, ...sockets }: WayOutLimits) {
    const filter = { ...sockets, keepAlive: false, allowIPAddressList: [...privateNetworks] };
    this.agents = { http: new RequestFilteringHttpAgent(filter), https: new RequestFilteringHttpsAgent(filter) };
  }

  ask(url: URL, request: OutgoingRequest): Promise<IncomingMessage> {
    return send(url, request, this.agents);
  }

  close(): void {
    this.agents.http.destroy();
    this.agents.https.destroy();
  }
}

/**
 * A name is led to the proxy as it is, which resolves it once more: what is closed in its own network is for the proxy to say. Refused here is
 * what is private already by what it is called, or by what this machine knows of it. Networks that the host has opened are asked straight.
 */
class ProxiedWay implements WayOut {
  private readonly agents: Agents;

  constructor(
    proxy: string,
    { privateNetworks: _, ...sockets }: WayOutLimits,
    private readonly straight: WayOut,
  ) {
    this.agents = proxiedAgents(proxy, { ...sockets, keepAlive: false });
  }

  async ask(url: URL, request: OutgoingRequest): Promise<IncomingMessage> {
    const closed = await closedAddress(url.hostname);
    return closed === null ? send(url, request, this.agents) : this.straight.ask(url, request);
  }

  close(): void {
    this.agents.http.destroy();
    this.agents.https.destroy();
    this.straight.close();
  }
}

function send(url: URL, { method, headers, body, signal }: OutgoingRequest, agents: Agents): Promise<IncomingMessage> {
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return Promise.reject(new TypeError(`${url.protocol} is not asked.`));
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  const options = { method, headers: { ...headers, ...length }, ...(signal ? { signal } : {}) };
  return new Promise((resolve, reject) => {
    const request =
      url.protocol === 'https:'
        ? httpsRequest(url, { ...options, agent: agents.https }, resolve)
        : httpRequest(url, { ...options, agent: agents.http }, resolve);
    request.on('error', reject);
    request.end(body);
  });
}

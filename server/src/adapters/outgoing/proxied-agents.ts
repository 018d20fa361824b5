import { Agent as HttpAgent, type AgentOptions } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';

/** Lines that lead through a proxy: `http://user:password@host:port`. */
export interface Agents {
  http: HttpAgent;
  https: HttpsAgent;
}

export function proxiedAgents(proxy: string, lines: AgentOptions): Agents {
  const options = { ...lines, proxyEnv: { HTTP_PROXY: proxy, HTTPS_PROXY: proxy } };
  return { http: new HttpAgent(options), https: new HttpsAgent(options) };
}

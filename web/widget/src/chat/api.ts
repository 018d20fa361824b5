/** Asks the chat plugin. */
import { later } from './later-on.js';
import { Trouble } from './trouble.js';

export interface Api {
  /** Throws Trouble. */
  post<T>(route: string, body: object, o?: { leaving?: boolean }): Promise<T>;
  /** Sends the bytes of a file, and tells how far it is from 0 to 1; throws Trouble. */
  upload(file: Blob, name: string, o: { progress(share: number): void; signal: AbortSignal }): Promise<{ file: string }>;
  /** The stream of events, to be read; throws Trouble. */
  listen(signal: AbortSignal): Promise<Response>;
}

interface Places {
  base: string;
  stream: string;
}

/** Who asks. With a new era nobody waits any more for what was asked before. */
export interface Asker {
  token: string | null;
  era: number;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

function troubleOf(status: number, retryAfter: string | null, text: string): Trouble {
  const { error } = (parsed(text) ?? {}) as { error?: { code?: string; message?: string; field?: string } };
  return new Trouble(status, error?.code ?? '', error?.message ?? '', {
    retryAfterMs: Number(retryAfter) * 1000,
    field: error?.field,
  });
}

export function createApi({ base, stream }: Places, who: () => Asker): Api {
  const authorization = (): Record<string, string> => {
    const { token } = who();
    return token === null ? {} : { Authorization: `Bearer ${token}` };
  };
  const ask = async (url: string, init: RequestInit): Promise<Response> => {
    const response = await fetch(url, init).catch(() => {
      throw new Trouble(0, '', '');
    });
    if (!response.ok)
      throw troubleOf(response.status, response.headers.get('retry-after'), await response.text().catch(() => ''));
    return response;
  };
  return {
    async post<T>(route: string, body: object, { leaving = false } = {}) {
      const { era } = who();
      const response = await ask(`${base}/${route}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...authorization() },
        body: JSON.stringify(body),
        keepalive: leaving,
        signal: AbortSignal.timeout(30_000),
      });
      const text = await response.text();
      // What was said to whoever has signed out since is not shown to whoever comes next.
      if (era !== who().era) throw new Trouble(0, '', '');
      return parsed(text) as T;
    },
    async upload(file, name, { progress, signal }) {
      const { upload } = await later().catch(() => {
        throw new Trouble(0, '', '');
      });
      const how = { file, headers: authorization(), progress, signal };
      const { status, text, retryAfter } = await upload(`${base}/upload?name=${encodeURIComponent(name)}`, how);
      if (status < 200 || status > 299) throw troubleOf(status, retryAfter, text);
      return parsed(text) as { file: string };
    },
    listen: (signal) => ask(stream, { headers: authorization(), signal }),
  };
}

/** A message in a channel of the fake. */
export interface FakeMessage {
  ts: string;
  thread_ts?: string;
  user: string;
  text: string;
  blocks: { type: string; [key: string]: unknown }[];
  metadata?: { event_payload: { key: string } };
  reactions?: string[];
  files?: FakeFile[];
}
export interface FakeFile {
  id: string;
  name: string;
  title: string;
  size: number;
}
/** What goes wrong with the next call of a method. */
export type FakeTrouble =
  | { method: string; what: 'limit'; seconds: number }
  | { method: string; what: 'break'; status?: number }
  | { method: string; what: 'refuse'; code: string }
  | { method: string; what: 'lose' }
  | { method: string; what: 'hold'; until: Promise<unknown> };
export interface FakeRequest {
  body: string;
  headers: Record<string, string>;
}
export class FakeSlack {
  static open(): Promise<FakeSlack>;
  token: string;
  signingSecret: string;
  teamId: string;
  clientId: string;
  clientSecret: string;
  files: {
    add(name: string, mimetype: string, data: Uint8Array, more?: object): FakeFile;
    data(id: string): Uint8Array;
    fetched: { id: string; authorization?: string }[];
  };
  /** Where a browser of the test reaches an address of ours. */
  home: (address: string) => string;
  agree(address: string, o?: { refuse?: boolean }): string;
  channels: Map<string, object>;
  botId: string;
  scopes: string[];
  calls: { method: string; args: Record<string, unknown> }[];
  whispers: (FakeMessage & { channel: string; user: string })[];
  troubles: FakeTrouble[];
  readonly port: number;
  readonly apiUrl: string;
  pageSize: number;
  addChannel(id: string, name: string, more?: { is_member?: boolean; is_archived?: boolean; is_private?: boolean }): void;
  addUser(id: string, user: { name: string; email?: string; bot?: boolean }): void;
  parents(channel: string): FakeMessage[];
  replies(channel: string, ts: string): FakeMessage[];
  write(channel: string, thread: string, user: string, text: string, more?: object): object;
  event(event: object): object;
  signed(body: object | string, o?: { secret?: string; at?: number; headers?: Record<string, string> }): FakeRequest;
  press(channel: string, ts: string, action: string, user: string): string;
  close(): Promise<void>;
}

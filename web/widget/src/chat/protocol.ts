/** What the chat plugin answers (plugins/chat). Times are ISO instants. */

export interface FrameConfig {
  channel: string;
  /** Of the routes; what is asked stands below it. */
  base: string;
  stream: string;
  language: string;
  color: string;
  /** Agents want to know on which page he is. */
  pages: boolean;
  /** Proves that the frame was embedded where it may be. */
  ticket: string;
}
export interface Face {
  name: string;
  avatarUrl?: string;
  /** Where he can be met. */
  meetingUrl?: string;
}
export interface SentFile {
  name: string;
  mime: string;
  bytes: number;
  url: string;
}
export type Answer = 'email' | 'phone' | 'number' | 'date';
export interface Item {
  id: string;
  at: string;
  from: 'visitor' | 'agent' | 'bot';
  author: Face;
  text: string;
  files: SentFile[];
  /** Quick replies: each is answered with its value as text. */
  choices?: { label: string; value: string }[];
  /** What a bot wants to hear: the field is chosen by it. */
  ask?: Answer;
  edited?: boolean;
  deleted?: boolean;
}
export interface Visitor {
  known: boolean;
  identified: boolean;
  name: string | null;
  email: string | null;
}
export interface Desk {
  available: boolean;
  reopensAt: string | null;
  heading: string;
  people: Face[];
  /** Who has the visitor's open conversation. */
  agent: Face | null;
  /** Whether he can have a copy of the chat by mail. */
  copies: boolean;
}
export interface Flow {
  id: string;
  heading: string;
  welcome: string;
  email: 'never' | 'before' | 'waiting';
  askName: boolean;
  awayText: string;
  awayEmail: boolean;
  language: string;
}
export interface Limits {
  text: number;
  /** 0: no files at all. */
  files: number;
  fileBytes: number;
  accept: string;
}
export interface Opened {
  flow: Flow | null;
  desk: Desk;
  visitor: Visitor | null;
  limits: Limits;
  consent: { text: string; link: string | null } | null;
}
export interface Session {
  token: string;
  visitor: Visitor;
}
export interface Synced {
  items: Item[];
  more: boolean;
  version: string;
  unchanged?: boolean;
  desk: Desk;
  visitor: Visitor;
  readUpTo: string | null;
}

/** What the stream tells, beside `ready`. */
export type StreamEvent =
  | { kind: 'item'; item: Item }
  | { kind: 'typing'; active: boolean; name?: string }
  | { kind: 'read'; upTo: string }
  | { kind: 'visitor'; visitor: Visitor }
  /** By the id of the flow; `own`: it is about his conversation, else about all who have none with somebody. */
  | { kind: 'desk'; own: boolean; desks: Record<string, Desk> };

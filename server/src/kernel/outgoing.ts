import type { IncomingMessage } from 'node:http';

/** Where a way out may lead, and how many lines it may hold at once. */
export interface WayOutLimits {
  /** Private addresses and networks that the host has opened; all others are refused. */
  privateNetworks: readonly string[];
  /** To one host, and altogether. */
  maxSockets: number;
  maxTotalSockets: number;
}

export interface OutgoingRequest {
  method: string;
  headers: Readonly<Record<string, string | number>>;
  body?: string | Buffer;
  signal?: AbortSignal;
}

/** Asks addresses that people, mails or other servers have named. */
export interface WayOut {
  /** The answer, of which nothing has been read yet; no redirect is followed. Rejects when there is none, or the address is closed. */
  ask(url: URL, request: OutgoingRequest): Promise<IncomingMessage>;
  close(): void;
}

/**
 * The one way by which the core asks other servers over HTTP: never in a private network that the host did not open (N18), and through the
 * proxy of the house where there is one.
 */
export abstract class Outgoing {
  abstract open(limits: WayOutLimits): WayOut;
}

/** A message that may be lost: typing, viewing, wake-ups between processes. */
export interface Signal {
  topic: string;
  data: Record<string, unknown>;
}

/** Ephemeral broadcast: inside the process by default, Redis pub/sub when there are several. Never needed for truth. */
export abstract class Signals {
  abstract publish(signal: Signal): void;
  abstract subscribe(topic: string, listener: (signal: Signal) => void): () => void;
}

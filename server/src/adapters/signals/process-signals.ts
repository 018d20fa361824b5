import { Signals, type Signal } from '../../kernel/signals.js';

/** Signals inside this process. */
export class ProcessSignals extends Signals {
  private readonly topics = new Map<string, Set<(signal: Signal) => void>>();

  constructor(private readonly onError: (error: unknown) => void = () => undefined) {
    super();
  }

  publish(signal: Signal): void {
    // Not in the publisher's own turn, so that it behaves as it does between processes.
    queueMicrotask(() => this.deliver(signal));
  }

  subscribe(topic: string, listener: (signal: Signal) => void): () => void {
    // A function of its own, so that the same listener can be there twice.
    const own = (signal: Signal): void => listener(signal);
    const listeners = this.topics.get(topic) ?? new Set();
    this.topics.set(topic, listeners.add(own));
    return () => {
      listeners.delete(own);
      if (listeners.size === 0 && this.topics.get(topic) === listeners) this.topics.delete(topic);
    };
  }

  private deliver(signal: Signal): void {
    for (const listener of this.topics.get(signal.topic) ?? []) {
      try {
        listener(signal);
      } catch (error) {
        this.onError(error);
      }
    }
  }
}

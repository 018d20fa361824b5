/** Who the visitor is to the server: a token that this browser keeps, made right before the first thing that he sends. */
import type { Api, Asker } from './api.js';
import type { Session, Visitor } from './protocol.js';
import { Trouble } from './trouble.js';

export interface SessionNeeds {
  api: Api;
  ticket: string;
  /** Consent that the inbox asks for and the visitor gave. */
  agreed(): boolean;
  /** A token to be kept, or none any more. */
  changed(token: string | null, visitor: Visitor | null): void;
  /** What the site said who he is holds no longer. */
  expired(): void;
}

export class Sessions implements Asker {
  token: string | null = null;
  era = 0;
  /** The word of the site about who he is (JWT). */
  identity: string | null = null;
  private making: Promise<void> | null = null;

  constructor(private readonly needs: SessionNeeds) {}

  /** Makes a session when there is none; throws Trouble. */
  begin(): Promise<void> {
    if (this.token !== null) return Promise.resolve();
    return this.renew();
  }

  /** Makes a session in any case: the same person goes on, or, with a new identity, somebody else. */
  renew(): Promise<void> {
    const making: Promise<void> = (this.making ??= this.make().finally(() => {
      if (this.making === making) this.making = null;
    }));
    return making;
  }

  /** Does something in a session, and once more in a new one when it has run out; throws Trouble. */
  async within<T>(work: () => Promise<T>): Promise<T> {
    await this.begin();
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Trouble) || error.status !== 401) throw error;
      this.drop();
      await this.begin();
      return work();
    }
  }

  adopt(token: string): void {
    this.token = token;
  }

  drop(): void {
    this.token = null;
    this.needs.changed(null, null);
  }

  /** Signs out: answers to what was asked so far come too late. */
  forget(): void {
    this.era += 1;
    this.token = this.identity = this.making = null;
  }

  private async make(): Promise<void> {
    const { api, ticket, agreed } = this.needs;
    const identity = this.identity;
    try {
      const made = await api.post<Session>('session', {
        ticket,
        ...(identity === null ? {} : { identity }),
        ...(agreed() ? { consent: true } : {}),
        ...(this.token === null ? {} : { token: this.token }),
      });
      this.token = made.token;
      this.needs.changed(made.token, made.visitor);
    } catch (error) {
      if (!(error instanceof Trouble) || error.code !== 'IDENTITY') throw error;
      this.needs.expired();
      // What he wrote waits until the site says anew who he is.
      throw new Trouble(0, error.code, error.message);
    }
  }
}

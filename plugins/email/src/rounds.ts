/** The looks at one folder: whoever needs to know that it is up to date asks for one and waits for its end. */
export class Rounds {
  #begun = 0;
  #ended = 0;
  #waiting: { round: number; done: () => void }[] = [];
  #wake: () => void = () => undefined;
  #idle = false;

  /** Where a wish for a further look is heard. */
  onWish(wake: () => void): void {
    this.#wake = wake;
  }

  begin(): void {
    this.#begun += 1;
  }

  end(): void {
    this.#ended = this.#begun;
    this.#waiting = this.#waiting.filter(({ round, done }) => {
      if (round > this.#ended) return true;
      done();
      return false;
    });
  }

  /** There is nothing to look at, such as a folder that is not there: nobody waits for it. */
  setIdle(idle: boolean): void {
    this.#idle = idle;
    if (idle) this.#waiting.splice(0).forEach(({ done }) => done());
  }

  /** Until a look that begins from now on has ended. */
  async next(signal: AbortSignal): Promise<void> {
    if (this.#idle || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        signal.removeEventListener('abort', done);
        resolve();
      };
      signal.addEventListener('abort', done, { once: true });
      this.#waiting.push({ round: this.#begun + 1, done });
      this.#wake();
    });
  }
}

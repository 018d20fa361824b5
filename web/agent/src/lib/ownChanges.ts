/** What has been changed here and is not answered yet, by the id of what it is of. */
interface Line {
  last: Promise<unknown>;
  /** From the version that one saw to the version that one's own change has made of it. */
  made: Map<number, number>;
}

/**
 * Changes that a person makes of one thing faster than the server answers go one after the other, and each expects the version that the
 * one before has made: nobody is told that "somebody" has changed what he changed himself. A change of another person is still met, as
 * no change of one's own leads from the version that is seen to his.
 */
export class OwnChanges {
  readonly #lines = new Map<string, Line>();

  /**
   * @param seen the version that is on the screen; undefined leaves the guard out
   * @param send makes the change and answers with what has become of it, or with null when it was refused
   */
  async make<Changed extends { version: number }>(
    id: string,
    seen: number | null | undefined,
    send: (expected: number | null | undefined) => Promise<Changed | null>,
  ): Promise<Changed | null> {
    const line = this.#lines.get(id) ?? { last: Promise.resolve(), made: new Map<number, number>() };
    const work = line.last.then(async () => {
      let expected = seen;
      for (let next = expected; next != null; next = line.made.get(next)) expected = next;
      const changed = await send(expected);
      if (changed && expected != null) line.made.set(expected, changed.version);
      return changed;
    });
    const last = work.catch(() => undefined);
    line.last = last;
    this.#lines.set(id, line);
    void last.then(() => {
      if (line.last === last) this.#lines.delete(id);
    });
    return work;
  }
}

/** The one of this window. */
export const ownChanges = new OwnChanges();

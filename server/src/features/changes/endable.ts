/**
 * A generator whose `return` ends it at once even while it waits: the signal wakes it, so that a client that goes away
 * leaves nothing behind. (A generator alone would wait for its next value first.)
 */
export function endable<T>(make: (signal: AbortSignal) => AsyncGenerator<T>): AsyncGenerator<T> {
  const ending = new AbortController();
  const source = make(ending.signal);
  const wrapped: AsyncGenerator<T> = {
    next: () => source.next(),
    return: (value?: unknown) => {
      ending.abort();
      return source.return(value);
    },
    throw: (error?: unknown) => {
      ending.abort();
      return source.throw(error);
    },
    [Symbol.asyncIterator]: () => wrapped,
    [Symbol.asyncDispose]: async () => {
      await wrapped.return(undefined);
    },
  };
  return wrapped;
}

import type { Ctx } from './context.js';

/** What a span says of itself: kinds, names of our own and ids, never words or addresses of a person. */
export type SpanFacts = Record<string, string | number | boolean>;

/** A piece of work that is timed. */
export interface OpenSpan {
  /** What is begun in `work`, and whatever follows from it, is part of this piece. */
  run<T>(work: () => T): T;
  /** `error`: why it did not go well. */
  end(facts?: SpanFacts, error?: unknown): void;
}

/** Where spans go. */
export interface Tracing {
  open(name: string, facts: SpanFacts, startedMsAgo?: number): OpenSpan;
}

let tracing: Tracing | null = null;

/** From now on spans go there; null: nowhere, which costs nothing. */
export function traceTo(where: Tracing | null): void {
  tracing = where;
}

/** Whether spans go somewhere. */
export function isTraced(): boolean {
  return tracing !== null;
}

/** A span that the caller ends himself; null when nobody looks. */
export function openSpan(name: string, facts: SpanFacts, startedMsAgo?: number): OpenSpan | null {
  return tracing?.open(name, facts, startedMsAgo) ?? null;
}

/** Times a piece of work. */
export function traced<T>(name: string, facts: SpanFacts, work: () => Promise<T>): Promise<T> {
  const span = openSpan(name, facts);
  return span === null ? work() : within(span, work);
}

async function within<T>(span: OpenSpan, work: () => Promise<T>): Promise<T> {
  try {
    const result = await span.run(work);
    span.end();
    return result;
  } catch (error) {
    span.end({}, error);
    throw error;
  }
}

/** What a span of a unit of work says: for whom and what it belongs to, not who that is. */
export function unitFacts({ principal, correlationId }: Ctx): SpanFacts {
  return { 'balie.correlation_id': correlationId, 'balie.principal': principal.kind };
}

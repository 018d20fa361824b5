import { buildClientSchema, getIntrospectionQuery, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import { createClient } from 'graphql-ws';
import { CSRF } from '../../../app/session.js';
import { at, socketUrl } from '../../../lib/site.js';

/** What a request took from the budget, and what is left of it. */
export interface Cost {
  requested: number;
  left: number;
  perMinute: number;
  renewedInMs: number;
}
/** What the server said, as it said it. */
export interface Answer {
  status: number;
  text: string;
  /** How many errors are in it. */
  errors: number;
  cost: Cost | null;
}
interface Body {
  data?: unknown;
  errors?: readonly { message: string; extensions?: { code?: string } }[];
  extensions?: { cost?: Cost };
}

/** One operation to run; of a text with several, the name says which. */
export interface Operation {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string | undefined;
}

async function post(operation: Operation): Promise<{ status: number; body: Body }> {
  const response = await fetch(at('/graphql'), {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...CSRF },
    body: JSON.stringify(operation),
  });
  return { status: response.status, body: (await response.json()) as Body };
}

/** Runs an operation as the one who is signed in, past the cache of the app: what is shown is what came. Throws when nothing came. */
export async function ask(operation: Operation): Promise<Answer> {
  const { status, body } = await post(operation);
  const { extensions, ...rest } = body;
  return {
    status,
    text: JSON.stringify(rest, null, 2),
    errors: body.errors?.length ?? 0,
    cost: extensions?.cost ?? null,
  };
}

/** What a subscription tells. */
export interface Told {
  next(text: string): void;
  /** It is over; with a reason when the server said one. */
  end(reason: string | null): void;
}

/** Follows a subscription over a socket of its own, past that of the app; answers how to stop. */
export function follow({ query, variables, operationName }: Operation, told: Told): () => void {
  const socket = createClient({
    url: socketUrl(),
    connectionParams: { csrf: '1' },
    retryAttempts: 0,
  });
  const stop = socket.subscribe(
    { query, variables: variables ?? {}, ...(operationName === undefined ? {} : { operationName }) },
    {
      next: (result) => told.next(JSON.stringify(result, null, 2)),
      error: (error) => told.end(reasonOf(error)),
      complete: () => told.end(null),
    },
  );
  return () => {
    stop();
    void socket.dispose();
  };
}

function reasonOf(error: unknown): string {
  if (Array.isArray(error)) return error.map((one) => (one as Error).message).join(' ');
  if (error instanceof CloseEvent) return `${error.code} ${error.reason}`.trim();
  return error instanceof Error ? error.message : String(error);
}

/** The schema as the server tells it; `off` when an admin has switched the explorer off. */
export async function readSchema(): Promise<GraphQLSchema | 'off'> {
  const { body } = await post({ query: getIntrospectionQuery() });
  const [error] = body.errors ?? [];
  if (error?.extensions?.code === 'FORBIDDEN') return 'off';
  if (error) throw new Error(error.message);
  return buildClientSchema(body.data as IntrospectionQuery);
}

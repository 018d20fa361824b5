import { buildClientSchema, getIntrospectionQuery, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import { CSRF } from '../../../app/session.js';

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
  const response = await fetch('/graphql', {
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

/** The schema as the server tells it; `off` when an admin has switched the explorer off. */
export async function readSchema(): Promise<GraphQLSchema | 'off'> {
  const { body } = await post({ query: getIntrospectionQuery() });
  const [error] = body.errors ?? [];
  if (error?.extensions?.code === 'FORBIDDEN') return 'off';
  if (error) throw new Error(error.message);
  return buildClientSchema(body.data as IntrospectionQuery);
}

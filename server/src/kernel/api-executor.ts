import type { Ctx } from './context.js';

/** What the public API answered. */
export interface ApiAnswer {
  data: Record<string, unknown> | null;
  errors: { message: string; code: string }[];
}

/** The public API without a network: the same schema, limits and rights as for any other client. */
export abstract class ApiExecutor {
  abstract run(ctx: Ctx, document: string, variables: Record<string, unknown>): Promise<ApiAnswer>;
}

import { type Handle, Refusal } from './answer.js';
import { admitOrigin } from './origins.js';

/** A route of which pages of other sites than those allowed get nothing. */
export function fromSites(handle: Handle): Handle {
  return async (request, context) => {
    try {
      admitOrigin(request, context);
      return await handle(request, context);
    } catch (error) {
      if (error instanceof Refusal) return error.response;
      throw error;
    }
  };
}

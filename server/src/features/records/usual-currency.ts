import type { Reader } from '../../kernel/uow.js';
import { findWorkspace } from '../workspace/index.js';

/** What amounts are in where nobody says; euros before the first run. */
export async function usualCurrency(reader: Reader): Promise<string> {
  return (await findWorkspace(reader))?.currency ?? 'EUR';
}

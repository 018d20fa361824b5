import { DomainError } from '../../kernel/errors.js';
import { isId, kindOfId } from '../../kernel/ids.js';
import { checkFact, type FactAsked } from '../list-index/index.js';

/** What a list of contacts or records shows, as it is given and kept. */
export interface ListShown {
  search?: string | null;
  /** An agent, or `me` for whoever looks. */
  ownerId?: string | null;
  pipelineId?: string | null;
  stageId?: string | null;
  state?: 'OPEN' | 'DONE' | 'ALL' | null;
  deleted?: boolean | null;
  order?: 'NEWEST' | 'OLDEST' | null;
  /** Of contacts. */
  fact?: FactAsked | null;
  columns?: string[] | null;
}

const SEARCH_LENGTH = 200;
const FACT_LENGTH = 10_000;
const COLUMNS = 40;
const COLUMN_NAME = /^[A-Za-z0-9_]{1,60}$/;

/** What is kept of it: nothing that it does not say, and nothing that no list could show. */
export function keptShown(shown: ListShown): Record<string, unknown> {
  const { ownerId, pipelineId, stageId, search, fact, columns } = shown;
  if (ownerId != null && ownerId !== 'me' && !isId('user', ownerId)) throw wrong('ownerId', 'An owner is an agent, or `me`.');
  if (pipelineId != null && kindOfId(pipelineId) !== 'pipeline') throw wrong('pipelineId', 'That is no pipeline.');
  if (stageId != null && kindOfId(stageId) !== 'stage') throw wrong('stageId', 'That is no stage.');
  if (search != null && search.length > SEARCH_LENGTH) throw wrong('search', `A search has at most ${SEARCH_LENGTH} characters.`);
  if (fact) checkShown(fact);
  if (columns && (columns.length > COLUMNS || new Set(columns).size < columns.length))
    throw wrong('columns', `A list shows at most ${COLUMNS} columns, each once.`);
  if (columns?.some((name) => !COLUMN_NAME.test(name))) throw wrong('columns', 'A column is a word or the id of a property.');
  return Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== null && value !== undefined));
}

function checkShown(fact: FactAsked): void {
  try {
    checkFact(fact);
  } catch (error) {
    if (error instanceof DomainError) throw wrong('fact', error.message);
    throw error;
  }
  if (JSON.stringify(fact).length > FACT_LENGTH) throw wrong('fact', 'That is too much for a view.');
}

function wrong(field: string, message: string): DomainError {
  return new DomainError('INVALID', message, { path: ['shown', field] });
}

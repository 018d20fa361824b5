import { placeholders } from '../../kernel/rows.js';
import type { Reader } from '../../kernel/uow.js';
import type { FactFilter } from '../list-index/index.js';

/** Conditions with their values; those of a walk come with where its rows come from, and the column that has their ids. */
interface Conditions {
  where: string[];
  values: unknown[];
}
type Range = FactFilter & { by: 'range' };
interface Walk extends Conditions {
  from: string;
  id: string;
}

/** So many at most are looked up by themselves; of more, a page is soon found in the order of the list. */
const FEW = 1_000;
const OF_CONTACT = 'SELECT 1 FROM list_fact f WHERE f.contact_id = c.id AND f.property_id = ?';

/** What holds for a contact `c` that another index has found. */
export function hasFact(filter: FactFilter | null): Conditions {
  switch (filter?.by) {
    case 'nobody':
      return { where: ['1 = 0'], values: [] };
    case 'kept':
      return { where: [`${filter.kept ? '' : 'NOT '}EXISTS (${OF_CONTACT})`], values: [filter.propertyId] };
    case 'range': {
      const { where, values } = bounds(filter);
      return { where: [`EXISTS (${[OF_CONTACT, ...where].join(' AND ')})`], values: [filter.propertyId, ...values] };
    }
    default:
      return { where: [], values: [] };
  }
}

/** Contacts `c` by their facts, in the order of the list: from the rows of that property alone, but for those who have none. */
export async function walkFacts(reader: Reader, filter: FactFilter | null): Promise<Walk> {
  if (filter?.by === 'range') {
    const ids = await firstInRange(reader, filter);
    return ids.length > FEW ? manyOf(filter, bounds(filter)) : fewOf(ids);
  }
  if (filter?.by === 'kept' && filter.kept) return manyOf(filter, { where: [], values: [] });
  return { from: 'contact c', id: 'c.id', ...hasFact(filter) };
}

function manyOf({ propertyId }: { propertyId: string }, { where, values }: Conditions): Walk {
  return {
    from: 'list_fact f CROSS JOIN contact c',
    id: 'f.contact_id',
    where: ['f.property_id = ?', ...where, 'c.id = f.contact_id'],
    values: [propertyId, ...values],
  };
}

function fewOf(ids: readonly string[]): Walk {
  const where = ids.length === 0 ? '1 = 0' : `c.id IN (${placeholders(ids)})`;
  return { from: 'contact c', id: 'c.id', where: [where], values: [...ids] };
}

/** In the order of their numbers; one more than few at most. */
async function firstInRange(reader: Reader, { propertyId, from, to }: Range): Promise<string[]> {
  const parts = [from === null ? '' : 'AND f.number >= ?', to === null ? '' : 'AND f.number <= ?'].join(' ');
  const rows = await reader.query<{ id: string }>(
    `SELECT f.contact_id AS id FROM list_fact f WHERE f.property_id = ? ${parts} ORDER BY f.number LIMIT ${FEW + 1}`,
    [propertyId, ...[from, to].filter((bound) => bound !== null)],
  );
  return rows.map(({ id }) => id);
}

/** Written so that the index in the order of the numbers is not asked for it. */
function bounds({ from, to }: Range): Conditions {
  const where = [...(from === null ? [] : ['+f.number >= ?']), ...(to === null ? [] : ['+f.number <= ?'])];
  return { where, values: [from, to].filter((bound) => bound !== null) };
}

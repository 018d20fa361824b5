import { expect, it } from '@jest/globals';
import { searchOf, shownOf } from './views.js';

it('a view says the same as the address from which it was made (D1)', () => {
  const search = { q: 'late', owner: 'me', stage: 'stg_1', state: 'all', order: 'oldest' } as const;
  const shown = shownOf('TICKETS', search, ['owner', 'stage']);
  expect(shown).toMatchObject({ search: 'late', ownerId: 'me', stageId: 'stg_1', state: 'ALL', order: 'OLDEST' });
  expect(searchOf('TICKETS', shown)).toMatchObject({ ...search, cols: 'owner,stage' });
});

it('what is usual in a list is kept in the view, and left out of the address', () => {
  const tasks = shownOf('TASKS', {}, []);
  expect(tasks).toMatchObject({ ownerId: 'me', state: 'OPEN', order: 'OLDEST' });
  expect(Object.values(searchOf('TASKS', tasks)).filter((value) => value !== undefined && value !== '')).toEqual([]);
  expect(searchOf('TASKS', { ...tasks, ownerId: null })).toMatchObject({ owner: 'all' });
  expect(shownOf('CONTACTS', { bin: true }, [])).toMatchObject({ ownerId: null, state: null, deleted: true });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { byNewest, ListStore, type Row } from './listStore.js';
import { filterOf, matches } from './view.js';

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 22, 12, minute)).toISOString();
function rowOf(n: number, part: Partial<Row> = {}): Row {
  const row = {
    id: `cnv_${String(n).padStart(4, '0')}`,
    version: 1,
    status: 'OPEN',
    placement: 'INBOX',
    inbox: { id: 'inb_1', name: 'A' },
  };
  return {
    ...row,
    assignee: null,
    channelView: 'one',
    lastMessageAt: at(n),
    unread: false,
    drafts: [],
    ...part,
  } as unknown as Row;
}
const spec = { inboxId: 'inb_1', view: 'all', status: 'open' as const, viewerId: 'usr_1' };
const page = (nodes: Row[], hasNextPage = false) => ({
  position: '1',
  nodes,
  pageInfo: { hasNextPage, endCursor: nodes.at(-1)?.id ?? null },
});

function filled(nodes: Row[], hasNextPage = false): ListStore {
  const store = new ListStore(filterOf(spec));
  store.addPage(page(nodes, hasNextPage), true);
  return store;
}

describe('ListStore', () => {
  it('puts what came in on top, and takes out what was closed', () => {
    const store = filled([rowOf(3), rowOf(2), rowOf(1)]);
    store.merge(rowOf(1, { version: 2, lastMessageAt: at(9) }));
    expect(store.snapshot().ids).toEqual(['cnv_0001', 'cnv_0003', 'cnv_0002']);
    store.merge(rowOf(3, { version: 2, status: 'CLOSED' }));
    expect(store.snapshot().ids).toEqual(['cnv_0001', 'cnv_0002']);
  });

  it('keeps a newer copy when an older one comes late', () => {
    const store = filled([rowOf(1, { version: 5, subject: 'new' })]);
    store.merge(rowOf(1, { version: 4, subject: 'old' }));
    expect(store.row('cnv_0001')?.subject).toBe('new');
  });

  it('moves nothing while frozen, counts what is new, and shows it when asked', () => {
    const store = filled([rowOf(3), rowOf(2)]);
    store.freeze(true);
    store.merge(rowOf(8));
    store.merge(rowOf(2, { version: 2, lastMessageAt: at(9) }));
    expect(store.snapshot()).toMatchObject({ ids: ['cnv_0003', 'cnv_0002'], pending: 1 });
    store.showPending();
    expect(store.snapshot()).toMatchObject({ ids: ['cnv_0002', 'cnv_0008', 'cnv_0003'], pending: 0 });
  });

  it('adds an older page below while frozen', () => {
    const store = filled([rowOf(3), rowOf(2)], true);
    store.freeze(true);
    store.addPage(page([rowOf(1)]), false);
    expect(store.snapshot().ids).toEqual(['cnv_0003', 'cnv_0002', 'cnv_0001']);
  });

  it('hides what sorts after the last loaded page until its page comes', () => {
    const store = filled([rowOf(5), rowOf(4)], true);
    store.merge(rowOf(1));
    expect(store.snapshot().ids).toEqual(['cnv_0005', 'cnv_0004']);
    store.addPage(page([rowOf(3), rowOf(1)]), false);
    expect(store.snapshot().ids).toEqual(['cnv_0005', 'cnv_0004', 'cnv_0003', 'cnv_0001']);
  });

  it('shows a patch at once and takes it back', () => {
    const store = filled([rowOf(2), rowOf(1)]);
    store.patch('cnv_0002', { status: 'CLOSED' });
    expect(store.snapshot().ids).toEqual(['cnv_0001']);
    store.unpatch('cnv_0002');
    expect(store.snapshot().ids).toEqual(['cnv_0002', 'cnv_0001']);
  });

  it('ends in the same order however pages and changes are mixed', () => {
    const changes = fc.array(
      fc.record({
        n: fc.integer({ min: 0, max: 9 }),
        version: fc.integer({ min: 2, max: 9 }),
        minute: fc.integer({ min: 0, max: 59 }),
      }),
    );
    fc.assert(
      fc.property(changes, fc.boolean(), (list, frozen) => {
        const store = filled(Array.from({ length: 10 }, (_, n) => rowOf(n)).reverse());
        store.freeze(frozen);
        const truth = new Map(Array.from({ length: 10 }, (_, n) => [n, rowOf(n)]));
        for (const { n, version, minute } of list) {
          const row = rowOf(n, { version, lastMessageAt: at(minute) });
          store.merge(row);
          if (version >= (truth.get(n)?.version ?? 0)) truth.set(n, row);
        }
        store.showPending();
        expect(store.snapshot().ids).toEqual([...truth.values()].sort(byNewest).map((row) => row.id));
      }),
    );
  });
});

describe('matches', () => {
  it.each([
    ['mine', { assignee: { id: 'usr_1' } }, true],
    ['mine', { assignee: { id: 'usr_2' } }, false],
    ['unassigned', { assignee: null }, true],
    ['unassigned', { assignee: { id: 'usr_1' } }, false],
    ['channel-one', {}, true],
    ['channel-two', {}, false],
    ['filtered', { placement: 'FILTERED', status: 'CLOSED' }, true],
    ['all', { placement: 'TRASH' }, false],
  ])('%s with %j is %s', (view, part, expected) => {
    expect(matches(rowOf(1, part as Partial<Row>), filterOf({ ...spec, view }))).toBe(expected);
  });
});

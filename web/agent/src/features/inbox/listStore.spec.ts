import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { byDue, byNewest, ListStore, type Row } from './listStore.js';
import { findOf } from '../search/find.js';
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
    assigneeTeam: null,
    channelView: 'one',
    lastMessageAt: at(n),
    unread: false,
    mentioned: null,
    tags: [],
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

describe('ListStore of a search', () => {
  const hit = (row: Row) => ({ cursor: row.id, itemId: 'msg_1', at: row.lastMessageAt, author: 'Sem', subject: [], snippet: [] });
  const found = (nodes: Row[]) => ({ ...page(nodes), found: new Map(nodes.map((row) => [row.id, hit(row)])) });

  it('keeps the order in which it was found, takes in nothing else, and follows what changes', () => {
    const store = new ListStore(filterOf({ ...spec, status: 'any', find: { q: 'words' } }), 'words');
    store.addPage(found([rowOf(1), rowOf(3), rowOf(2)]), true);
    store.merge(rowOf(9));
    store.freeze(true);
    store.merge(rowOf(2, { version: 2, status: 'CLOSED', lastMessageAt: at(50) }));
    expect(store.snapshot()).toMatchObject({ ids: [rowOf(1).id, rowOf(3).id, rowOf(2).id], pending: 0 });
    expect(store.row(rowOf(2).id)?.status).toBe('CLOSED');
    store.merge(rowOf(3, { version: 2, placement: 'TRASH' }));
    expect(store.snapshot().ids).toEqual([rowOf(1).id, rowOf(2).id]);
    expect(store.foundIn(rowOf(1).id)?.author).toBe('Sem');
  });
});

describe('what is looked for', () => {
  it('is read from the address bar, and what makes no sense is left out', () => {
    expect(findOf({ q: 1182, from: '2026-11-01', to: 'soon', unread: 1, where: 'nowhere', assignee: '', c: 'cnv_1' })).toEqual({
      q: '1182',
      from: '2026-11-01',
      unread: true,
    });
  });

  it('narrows a view; words mean the whole inbox', () => {
    const mine = { ...spec, view: 'mine' };
    expect(filterOf({ ...mine, find: { assignee: 'usr_2' } }).assigneeIds).toEqual([]);
    expect(filterOf({ ...mine, find: { channel: 'one,two', contact: 'con_1' } })).toMatchObject({
      assigneeIds: ['usr_1'],
      channelViews: ['one', 'two'],
      contactId: 'con_1',
    });
    expect(filterOf({ ...mine, find: { q: 'words' } }).assigneeIds).toBeUndefined();
    expect(filterOf({ ...spec, view: 'trash', find: { q: 'words', where: 'all' } }).placement).toEqual(['TRASH']);
  });

  it.each([
    [{ from: '2026-11-22' }, true],
    [{ from: '2026-11-23' }, false],
    [{ to: '2026-11-22', from: '2026-11-22' }, true],
    [{ to: '2026-11-21' }, false],
    [{ unread: true }, false],
    [{ assignee: 'none' }, true],
    [{ contact: 'con_1' }, false],
    [{ tag: 'tag_1' }, false],
  ])('%j fits: %s', (find, expected) => {
    expect(matches(rowOf(1), filterOf({ ...spec, find }))).toBe(expected);
  });
});

describe('matches', () => {
  it.each([
    ['mine', { assignee: { id: 'usr_1' } }, true],
    ['mine', { assignee: { id: 'usr_2' } }, false],
    ['unassigned', { assignee: null }, true],
    ['unassigned', { assigneeTeam: { id: 'tea_1' } }, false],
    ['team-tea_1', { assigneeTeam: { id: 'tea_1' }, assignee: { id: 'usr_1' } }, true],
    ['team-tea_1', { assigneeTeam: { id: 'tea_2' } }, false],
    ['unassigned', { assignee: { id: 'usr_1' } }, false],
    ['channel-one', {}, true],
    ['channel-two', {}, false],
    ['filtered', { placement: 'FILTERED', status: 'CLOSED' }, true],
    ['all', { placement: 'TRASH' }, false],
  ])('%s with %j is %s', (view, part, expected) => {
    expect(matches(rowOf(1, part as Partial<Row>), filterOf({ ...spec, view }))).toBe(expected);
  });
});

describe('a list by what is due first (D37)', () => {
  const due = (minute: number | null, missedAt: string | null = null): Pick<Row, 'sla'> => ({
    sla: { kind: 'FIRST', dueAt: minute === null ? null : at(minute), missedAt, paused: minute === null },
  });
  const listed = (nodes: Row[], hasNextPage = false): ListStore => {
    const store = new ListStore(filterOf(spec), undefined, 'due');
    store.addPage(page(nodes, hasNextPage), true);
    return store;
  };

  it('has what waits for nothing after all that is due, newest first, and moves what is answered', () => {
    const store = listed([rowOf(2, due(30)), rowOf(1, due(40)), rowOf(9), rowOf(3, due(null))]);
    expect(store.snapshot().ids).toEqual(['cnv_0002', 'cnv_0001', 'cnv_0009', 'cnv_0003']);
    store.merge(rowOf(2, { version: 2, lastMessageAt: at(50), sla: null }));
    store.merge(rowOf(5, due(35)));
    expect(store.snapshot().ids).toEqual(['cnv_0005', 'cnv_0001', 'cnv_0002', 'cnv_0009', 'cnv_0003']);
  });

  it('hides what comes after its last page, and holds back what comes in while nothing may move', () => {
    const store = listed([rowOf(2, due(30)), rowOf(1, due(40))], true);
    store.merge(rowOf(9));
    store.merge(rowOf(8, due(50)));
    expect(store.snapshot().ids).toEqual(['cnv_0002', 'cnv_0001']);
    store.freeze(true);
    store.merge(rowOf(7, due(20)));
    expect(store.snapshot()).toMatchObject({ ids: ['cnv_0002', 'cnv_0001'], pending: 1 });
    store.showPending();
    expect(store.snapshot().ids).toEqual(['cnv_0007', 'cnv_0002', 'cnv_0001']);
  });

  it('is one order, whatever the rows', () => {
    const rows = fc.array(
      fc.tuple(fc.nat(5), fc.option(fc.nat(3))).map(([n, minute]) => rowOf(n, minute === null ? {} : due(minute))),
    );
    fc.assert(
      fc.property(rows, (list) => {
        const sorted = list.toSorted(byDue);
        for (const [index, row] of sorted.entries()) {
          const next = sorted[index + 1];
          if (!next) continue;
          expect(byDue(row, next)).toBeLessThanOrEqual(0);
          expect(byDue(row, next) === 0).toBe(row.id === next.id && (row.sla?.dueAt ?? null) === (next.sla?.dueAt ?? null));
        }
      }),
    );
  });

  it('is narrowed by the state of its clock', () => {
    const [late, early, stands, none] = [rowOf(1, due(1, at(1))), rowOf(2, due(2)), rowOf(3, due(null)), rowOf(4, { sla: null })];
    const found = (words: string) => {
      const filter = filterOf({ ...spec, find: findOf({ due: words }) });
      return [late, early, stands, none].filter((row) => matches(row, filter)).map(({ id }) => Number(id.slice(-1)));
    };
    expect([found('MISSED'), found('RUNNING,PAUSED'), found('nonsense')]).toEqual([[1], [2, 3], [1, 2, 3, 4]]);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { VersionGuard } from './versionGuard.js';

interface Copy {
  id: string;
  version: number;
  subject: string;
}
const copyOf = (id: string, version: number): Copy => ({ id, version, subject: `${id} at ${version}` });

describe('VersionGuard', () => {
  it('never shows an older copy than one that came before, in whatever order answers arrive', () => {
    const deliveries = fc.array(
      fc.record({ id: fc.constantFrom('cnv_a', 'cnv_b', 'cnv_c'), version: fc.integer({ min: 1, max: 20 }) }),
      {
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(deliveries, (list) => {
        const guard = new VersionGuard();
        const newest = new Map<string, number>();
        for (const { id, version } of list) {
          newest.set(id, Math.max(newest.get(id) ?? 0, version));
          const { nodes } = guard.settle({ nodes: [copyOf(id, version)] });
          expect(nodes[0]).toEqual(copyOf(id, newest.get(id) ?? 0));
        }
      }),
    );
  });

  it('finds objects at any depth and leaves what has no version alone', () => {
    const guard = new VersionGuard();
    guard.settle({ a: { b: [copyOf('cnv_a', 5)] } });
    expect(guard.settle({ list: [{ conversation: copyOf('cnv_a', 4), other: { id: 'x', name: 'y' } }] })).toEqual({
      list: [{ conversation: copyOf('cnv_a', 5), other: { id: 'x', name: 'y' } }],
    });
  });

  it('takes the later of two copies of one version, since what is personal has no version', () => {
    const guard = new VersionGuard();
    guard.settle({ ...copyOf('cnv_a', 5), unread: true });
    expect(guard.settle({ ...copyOf('cnv_a', 5), unread: false })).toMatchObject({ unread: false });
  });

  it('never puts one page in the place of another', () => {
    const guard = new VersionGuard();
    guard.settle({ ...copyOf('cnv_a', 5), items: { nodes: [1, 2], pageInfo: {} } });
    expect(guard.settle({ ...copyOf('cnv_a', 4), items: { nodes: [0], pageInfo: {} } })).toMatchObject({
      version: 5,
      items: { nodes: [0] },
    });
  });

  it('leaves no hole in an answer whose parts were asked for more fully than where the newer copy came from', () => {
    const guard = new VersionGuard();
    guard.settle({
      ...copyOf('cnv_a', 5),
      inbox: { id: 'inb_1', name: 'Shop' },
      assignee: { id: 'usr_2', name: 'Bea' },
      tags: [{ id: 'tag_1' }],
    });
    const asked = {
      ...copyOf('cnv_a', 4),
      inbox: { id: 'inb_1', name: 'Old shop', signature: '--' },
      assignee: { id: 'usr_1', name: 'Ada', role: 'ADMIN' },
      tags: [{ id: 'tag_2', color: 'red' }],
    };
    expect(guard.settle(asked)).toEqual({
      ...copyOf('cnv_a', 5),
      inbox: { id: 'inb_1', name: 'Shop', signature: '--' },
      assignee: { id: 'usr_1', name: 'Ada', role: 'ADMIN' },
      tags: [{ id: 'tag_2', color: 'red' }],
    });
    expect(guard.settle({ ...copyOf('cnv_a', 4), assignee: null, tags: [] })).toMatchObject({
      assignee: { id: 'usr_2' },
      tags: [{ id: 'tag_1' }],
    });
  });
});

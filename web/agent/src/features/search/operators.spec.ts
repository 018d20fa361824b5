import { describe, expect, it } from '@jest/globals';
import { understand } from './operators.js';

const known = {
  people: [
    { id: 'agt_1', name: 'Anna' },
    { id: 'agt_2', name: 'Bram de Boer' },
  ],
  channels: [{ id: 'chat', name: 'Chat' }],
  viewerId: 'agt_1',
};
const look = (kind: 'from' | 'tag', value: string): Promise<string | undefined> =>
  Promise.resolve(value.startsWith('no') ? undefined : `${kind} ${value}`);
const read = (text: string, done = true) => understand(text, done, known, look);

describe('operators of the search field (ux R6)', () => {
  it('narrow the list, in Dutch and in English, and leave the words', async () => {
    expect(await read('invoice from:bob@far.example tag:"very late" is:unread')).toEqual({
      find: { contact: 'from bob@far.example', tag: 'tag very late', unread: true },
      typed: 'invoice',
      words: 'invoice',
    });
    expect(await read('van:Sem toegewezen:bram kanaal:chat in:alles factuur')).toEqual({
      find: { contact: 'from Sem', assignee: 'agt_2', channel: 'chat', where: 'all' },
      typed: 'factuur',
      words: 'factuur',
    });
    expect((await read('assigned:me')).find).toEqual({ assignee: 'agt_1' });
    expect((await read('toegewezen:niemand')).find).toEqual({ assignee: 'none' });
    // Neither day itself is before or after it.
    expect((await read('after:2026-02-28 before:2026-03-10')).find).toEqual({ from: '2026-03-01', to: '2026-03-09' });
  });

  it('say the status that the list shows, and whether a file is with it', async () => {
    expect(await read('offer status:closed has:attachment')).toEqual({
      find: { status: 'closed', file: true },
      typed: 'offer',
      words: 'offer',
    });
    expect((await read('heeft:bijlage status:sluimert')).find).toEqual({ file: true, status: 'snoozed' });
    expect((await read('is:open')).find).toEqual({ status: 'open' });
    expect((await read('status:alle')).find).toEqual({ status: 'any' });
    expect(await read('status:late has:patience')).toMatchObject({ find: {}, words: 'late patience' });
  });

  it('are words where they name nothing, and what is no operator stays as it is', async () => {
    expect(await read('tag:nothing subject:invoice')).toEqual({
      find: {},
      typed: 'tag:nothing subject:invoice',
      words: 'nothing invoice',
    });
    expect(await read('https://far.example 10:30 re:')).toMatchObject({ find: {}, words: 'https://far.example 10:30 re:' });
    expect(await read('before:tomorrow')).toMatchObject({ find: {}, words: 'tomorrow' });
  });

  it('wait until they are finished', async () => {
    expect(await read('late from:bo', false)).toEqual({ find: {}, typed: 'late from:bo', words: 'late' });
    expect(await read('late from:bob ', false)).toEqual({ find: { contact: 'from bob' }, typed: 'late ', words: 'late' });
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { onDeletion, settleDeletions, showDeletion, showTask } from '../src/deletion.js';
import { ANNA, contextFor, PAGE, requestOf } from './desk.js';
import { GraphApi } from './graph-api.js';

const USER = '990001';
let api: GraphApi;
beforeEach(async () => {
  api = await GraphApi.open();
  api.page(PAGE, 'Fietsenzaak');
});
afterEach(() => api.close());

const said = (body: unknown) => JSON.parse(String(body)) as { url: string; confirmation_code: string };
const at = (code: string) => ({ ...requestOf(''), method: 'GET', path: `/${code}` });

describe('a request to erase somebody', () => {
  it('is Meta’s only when the app secret has signed it', async () => {
    const { context } = contextFor(api);
    const wrong = [
      api.signedRequest(USER, 'another secret'),
      api.signedRequest(USER, api.app.secret, 'PLAIN'),
      api.signedRequest('not a number'),
      `${api.signedRequest(USER)}x`,
      'signed_request=nonsense',
      '',
    ];
    for (const body of wrong) expect([body, (await onDeletion(requestOf(body), context)).status]).toEqual([body, 401]);
    expect(await context.state.get('deletions')).toBeNull();
  });

  it('is answered with a code and a page, once however often it comes, and tells an admin whom', async () => {
    api.matches.set(USER, [ANNA, '7009']);
    const { context, host } = contextFor(api);
    const first = await onDeletion(requestOf(api.signedRequest(USER)), context);
    const { url, confirmation_code: code } = said(first.body);
    expect([first.status, url]).toEqual([200, `${context.instance.routeUrl('deletionState')}/${code}`]);
    expect(said((await onDeletion(requestOf(api.signedRequest(USER)), context)).body)).toEqual(said(first.body));
    expect((await context.state.get<string[]>('deletions'))?.value).toEqual([code]);
    expect([...host.issues.keys()]).toEqual([`deletion-${code}`]);
    expect(JSON.stringify([...host.issues.values()])).not.toContain(ANNA);

    const open = String((await showDeletion(at(code), context)).body);
    expect(open).toContain('being handled');
    expect(open).not.toContain(ANNA);
    expect(String((await showTask(at(code), context)).body)).toContain(`${ANNA}, 7009`);
    expect((await showDeletion(at('0123456789ABCDEF'), context)).status).toBe(404);
    expect((await showTask(at('<script>'), context)).status).toBe(404);
  });

  it('is kept by the number that Meta gives where it knows no other', async () => {
    const { context } = contextFor(api);
    const { confirmation_code: code } = said((await onDeletion(requestOf(api.signedRequest(USER)), context)).body);
    expect(String((await showTask(at(code), context)).body)).toContain(USER);
  });

  it('is done once the erasure has taken him out of what is kept', async () => {
    api.matches.set(USER, [ANNA]);
    const { context, host } = contextFor(api);
    const { confirmation_code: code } = said((await onDeletion(requestOf(api.signedRequest(USER)), context)).body);
    await settleDeletions(context);
    expect(host.issues.size).toBe(1);
    const kept = await context.state.get<{ people: string[] }>(`deletion:${code}`);
    await context.state.set(`deletion:${code}`, { ...kept!.value, people: ['…'] });
    await settleDeletions(context);
    expect([host.issues.size, (await context.state.get('deletions'))?.value]).toEqual([0, []]);
    expect(String((await showDeletion(at(code), context)).body)).toContain('is erased');
  });
});

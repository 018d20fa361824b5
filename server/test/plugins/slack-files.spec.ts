import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import { until } from '../support/until.js';
import { CHANNEL, SlackDesk } from './slack-desk.js';

// Files between Slack and Balie, both ways (S86), on the whole server.
let slack: SlackDesk;
let talk: { id: string; ts: string };
/** More than one piece of what goes over the line to the plugin. */
const LARGE = 'A line of a long file. '.repeat(30_000);
const LATE = { deadlineMs: 60_000, everyMs: 100 };

beforeAll(async () => {
  slack = await SlackDesk.open();
  expect(await slack.connect()).toEqual([]);
  talk = await slack.begin('ada', 'Hello');
  await slack.write(talk.ts, 'U0ANNA', 'Not mine yet');
  await slack.linkAnna();
}, 240_000);
afterAll(() => slack.close());

/** Somebody writes in the thread with files, which he has put into Slack. */
const writeWith = (user: string, text: string, files: object[]) =>
  slack.write(talk.ts, user, text, { subtype: 'file_share', files });
const put = (name: string, text: string, more: object = {}) => slack.slack.files.add(name, 'text/plain', Buffer.from(text), more);
const written = (text: string) =>
  until(async () => (await slack.items(talk.id)).find((item) => item.text === text), { ...LATE, what: `“${text}” in Balie` });
const whispered = () => slack.slack.whispers.at(-1)?.text;

/** A file that an agent attaches in Balie. */
async function attach(name: string, text: string): Promise<string> {
  const { uploadCreate } = await slack.owner.graphql<{
    uploadCreate: { id: string; url: string; headers: Record<string, string> };
  }>(
    'mutation ($id: ID, $name: String!, $bytes: Int!) { uploadCreate(id: $id, name: $name, mime: "text/plain", bytes: $bytes) { id url headers } }',
    { id: newId('upload'), name, bytes: text.length },
  );
  const { url, headers, id } = uploadCreate;
  expect((await fetch(new URL(url, slack.desk.server.url), { method: 'PUT', headers, body: text })).status).toBe(204);
  return id;
}

it('a customer’s file is in the thread, and an agent’s is, each once', async () => {
  await slack.site.post('say?visitor=ada', { id: 'ada-2', text: 'My receipt', file: 'paid 12.50' });
  await until(() => slack.shown(talk.ts).length === 1, { ...LATE, what: 'the customer’s file' });
  const uploadIds = [await attach('map.txt', 'to the left'), await attach('plan.txt', LARGE)];
  await slack.send(talk.id, 'Where we are', 'OUTBOUND', uploadIds);
  await until(() => slack.shown(talk.ts).length === 2, { ...LATE, what: 'the agent’s files' });
  expect(slack.shown(talk.ts)).toEqual([{ 'note.txt': 'paid 12.50' }, { 'map.txt': 'to the left', 'plan.txt': LARGE }]);
  expect(slack.said(talk.ts)).toEqual(expect.arrayContaining(['My receipt', 'Where we are']));
});

it('what Slack can’t take at the moment is tried again, and an answer that is lost shows nothing twice', async () => {
  slack.slack.troubles.push(
    { method: 'upload', what: 'break', status: 503 },
    { method: 'files.completeUploadExternal', what: 'lose' },
  );
  await slack.send(talk.id, 'Once more', 'INTERNAL', [await attach('again.txt', 'only once')]);
  await until(() => slack.slack.calls.some(({ method }) => method === 'files.info'), { ...LATE, what: 'Slack to be asked' });
  const behind = [await attach('behind.txt', 'after it')];
  await slack.send(talk.id, 'And this', 'INTERNAL', behind);
  await until(() => JSON.stringify(slack.shown(talk.ts)).includes('behind.txt'), { ...LATE, what: 'the file behind it' });
  expect(slack.shown(talk.ts).slice(2)).toEqual([{ 'again.txt': 'only once' }, { 'behind.txt': 'after it' }]);
  expect(slack.slack.troubles).toEqual([]);
});

it('what Slack refuses is named in the thread instead', async () => {
  slack.slack.troubles.push({ method: 'files.getUploadURLExternal', what: 'refuse', code: 'file_type_not_allowed' });
  await slack.send(talk.id, 'Run this', 'INTERNAL', [await attach('tool.exe', 'MZ')]);
  const named = () => slack.slack.replies(CHANNEL, talk.ts).find(({ text }) => text === 'Files that are in Balie only:');
  await until(named, { ...LATE, what: 'the file to be named' });
  expect(JSON.stringify(named()?.blocks)).toContain('tool.exe');
});

it('a member’s files go to the customer as attachments, once however often Slack tells of them', async () => {
  const event = await writeWith('U0ANNA', 'As promised', [put('offer.txt', 'only today'), put('terms.txt', LARGE)]);
  expect((await slack.call('events', slack.slack.signed(event))).status).toBe(200);
  expect(await written('As promised')).toMatchObject({ direction: 'OUTBOUND', author: { name: 'Anna' } });
  expect(await slack.filesOf(talk.id, 'As promised')).toEqual({ 'offer.txt': 'only today', 'terms.txt': LARGE });
  await until(() => slack.slack.replies(CHANNEL, talk.ts).some(({ text, reactions }) => text === 'As promised' && reactions), {
    ...LATE,
    what: 'the mark',
  });
  expect((await slack.call('events', slack.slack.signed(event))).status).toBe(200);
  expect((await slack.items(talk.id)).filter(({ text }) => text === 'As promised')).toHaveLength(1);
  // What came from Slack is not put there again.
  expect(JSON.stringify(slack.shown(talk.ts))).not.toContain('offer.txt');
});

it('somebody else’s file without a word is a comment', async () => {
  await writeWith('U0BOB', '', [put('bob.txt', 'from Bob')]);
  expect(await written('Bob (Slack)')).toMatchObject({ direction: 'INTERNAL', author: { name: 'Slack' } });
  expect(await slack.filesOf(talk.id, 'Bob (Slack)')).toEqual({ 'bob.txt': 'from Bob' });
});

it('a file that can’t be fetched is said, to colleagues and to who sent it, and the rest goes', async () => {
  const elsewhere = put('elsewhere.txt', 'x', { url_private: 'https://files.example.com/elsewhere.txt' });
  const files = [
    put('fine.txt', 'still here'),
    put('deleted.txt', 'x', { mode: 'tombstone' }),
    put('film.mp4', 'x', { size: 80 * 1024 * 1024 }),
    elsewhere,
    { id: put('more.txt', 'asked for').id, file_access: 'check_file_info' },
  ];
  await writeWith('U0ANNA', 'Five files', files);
  await written('Five files');
  expect(await slack.filesOf(talk.id, 'Five files')).toEqual({ 'fine.txt': 'still here', 'more.txt': 'asked for' });
  const said = 'deleted.txt (no longer there), film.mp4 (larger than 50 MB), elsewhere.txt (not kept by Slack itself)';
  expect(await written(`Files in Slack that could not be fetched: ${said}`)).toMatchObject({ direction: 'INTERNAL' });
  await until(() => whispered()?.includes('Not sent along'), { ...LATE, what: 'the word to Anna' });
  expect(whispered()).toContain(said);
  // The token was shown to Slack alone.
  expect(slack.slack.files.fetched.map(({ id }) => id)).not.toContain(elsewhere.id);
  await writeWith('U0ANNA', '', [put('gone.txt', 'x', { mode: 'hidden_by_limit' })]);
  await written('Files in Slack that could not be fetched: gone.txt (no longer there)');
  const mark = () => slack.slack.replies(CHANNEL, talk.ts).at(-1)?.reactions;
  await until(() => mark()?.includes('x'), { ...LATE, what: 'the mark that nothing was sent' });
});

it('while Slack’s files are away what was said waits, and what is said after it comes after it', async () => {
  slack.slack.troubles.push({ method: 'download', what: 'break', status: 503 });
  await writeWith('U0ANNA', 'First the file', [put('late.txt', 'here it is')]);
  await slack.write(talk.ts, 'U0ANNA', 'Then the words');
  await written('Then the words');
  expect((await slack.items(talk.id)).slice(-2).map(({ text }) => text)).toEqual(['First the file', 'Then the words']);
  expect(await slack.filesOf(talk.id, 'First the file')).toEqual({ 'late.txt': 'here it is' });
});

it('an app without the scope for files says what it lacks', async () => {
  const { scopes } = slack.slack;
  slack.slack.scopes = scopes.filter((scope) => scope !== 'files:read');
  await writeWith('U0BOB', 'Look', [put('hidden.txt', 'x')]);
  const lost = 'hidden.txt (the app may not read it; it needs the scope files:read)';
  await written(`Bob (Slack): Look\n\nFiles in Slack that could not be fetched: ${lost}`);
  expect(await slack.connect()).toMatchObject([{ message: expect.stringContaining('files:read') }]);
  slack.slack.scopes = scopes;
});

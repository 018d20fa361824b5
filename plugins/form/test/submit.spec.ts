import { describe, expect, it } from '@jest/globals';
import { Desk, FORM, GOOD } from './desk.js';

const formOf = (fields: Record<string, string>, files: [string, string, Uint8Array | string][] = []): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const [field, name, data] of files) form.append(field, new Blob([data as BlobPart], { type: 'image/png' }), name);
  return form;
};
const PNG = Buffer.from('\u0089PNG\r\n\u001a\n and more', 'latin1');

describe('a submission (S22)', () => {
  it('becomes a message of the person who is claimed, with its fields as such and a ticket', async () => {
    const desk = await Desk.open();
    const answer = await desk.send({ ...GOOD, ...(await desk.token()), colours: ['Red', 'Blue'] }, { json: true });
    expect(answer.json).toMatchObject({ ok: true, message: 'Thank you. We have received your message.' });
    expect(desk.messages).toMatchObject([
      {
        sender: { kind: 'email', value: 'ada@example.com', trust: 'claimed', name: 'Ada Lovelace' },
        thread: { subject: 'Contact' },
        parts: [
          { type: 'text', text: 'How do I send this back?\nIt is broken.' },
          {
            type: 'fields',
            fields: [
              { name: 'your_name', label: 'Your name', value: 'Ada Lovelace' },
              { name: 'e_mail', label: 'E-mail', value: 'ada@example.com' },
              { name: 'phone', label: 'Phone', value: '+31 20 123 4567' },
              { name: 'about', label: 'About', value: 'A return' },
              { name: 'colours', label: 'Colours', value: 'Red, Blue' },
              { name: 'i_am_a_customer', label: 'I am a customer', value: 'No' },
              { name: 'you_may_keep_this', label: 'You may keep this', value: 'Yes' },
            ],
          },
        ],
        opens: { record: 'ticket', title: 'Contact', source: 'form' },
        noAutoReply: true,
        flags: [],
      },
    ]);
  });

  it('is one, however often it is sent; what says something else is another (N17, reliability I1)', async () => {
    const desk = await Desk.open();
    const token = await desk.token();
    for (let times = 0; times < 3; times++) expect((await desk.send({ ...GOOD, ...token })).status).toBe(200);
    expect(desk.messages).toHaveLength(1);
    await desk.send({ ...GOOD, ...token, question: 'And another thing' });
    expect(desk.messages).toHaveLength(2);
    const next = await desk.token();
    desk.host.failing = 1;
    const failed = await desk.send({ ...GOOD, ...next }, { json: true });
    expect([failed.status, failed.json.ok, failed.json.token]).toEqual([503, false, undefined]);
    expect((await desk.send({ ...GOOD, ...next }, { json: true })).status).toBe(200);
    expect(desk.messages).toHaveLength(3);
  });

  it('comes from a program or a form of somebody’s own where that is wanted, with what else it brings', async () => {
    const closed = await Desk.open();
    expect(await closed.send(GOOD, { json: true })).toMatchObject({
      status: 409,
      json: { ok: false, token: expect.any(String) },
    });
    const desk = await Desk.open({ ownForms: true, ticket: false });
    const answer = await desk.send({ ...GOOD, page: 'https://shop.example/x' });
    expect([answer.status, desk.messages[0]?.opens]).toEqual([200, undefined]);
    expect(JSON.stringify(desk.messages[0]?.parts)).toContain('{"name":"page","label":"page","value":"https://shop.example/x"}');
    const { your_name, e_mail, question, about } = GOOD;
    const body = JSON.stringify({
      id: 'order-1234',
      fields: { your_name, e_mail, about, question, you_may_keep_this: true, n: 3 },
    });
    const post = () =>
      desk.ask('submit', { method: 'POST', headers: { 'content-type': 'application/json' }, body: Buffer.from(body) });
    for (const { status } of [await post(), await post()]) expect(status).toBe(200);
    expect(desk.messages).toHaveLength(2);
    for (const broken of ['{', '[]', '{"fields":[]}'])
      expect(
        (await desk.ask('submit', { method: 'POST', headers: { 'content-type': 'application/json' }, body: Buffer.from(broken) }))
          .status,
      ).toBe(400);
  });

  it('takes files of the wanted kinds, number and size, and says of each what is wrong', async () => {
    const desk = await Desk.open();
    const good = await desk.sendForm(
      formOf({ ...GOOD, ...(await desk.token()) }, [
        ['pictures', 'a.png', PNG],
        ['pictures', '', ''],
      ]),
    );
    expect(good.json).toMatchObject({ ok: true });
    const file = desk.messages[0]?.parts.at(-1);
    expect(file).toMatchObject({ type: 'file', file: { name: 'a.png', mime: 'image/png', bytes: PNG.length } });
    const wrong = async (...files: [string, string | Uint8Array][]) => {
      const parts = files.map(([name, data]): [string, string, string | Uint8Array] => ['pictures', name, data]);
      return (await desk.sendForm(formOf({ ...GOOD, ...(await desk.token()) }, parts))).json.errors['pictures'];
    };
    expect(await wrong(['a.png', 'no picture'])).toBe('a.png is not of a kind that we take.');
    expect(await wrong(['a.pdf', '%PDF-1.7'])).toBe('a.pdf is not of a kind that we take.');
    expect(await wrong(['a.png', ''])).toBe('a.png is empty.');
    expect(await wrong(['a.png', Buffer.concat([PNG, Buffer.alloc(1024 * 1024)])])).toBe('a.png is too large: at most 1 MB.');
    expect(await wrong(['a.png', PNG], ['b.png', PNG], ['c.png', PNG])).toBe('At most 2 files.');
    const any = await Desk.open({ fields: [{ type: 'file', label: 'F', kinds: 'any' }] });
    for (const [name, data] of [
      ['run.exe', 'x'],
      ['letter.pdf', 'MZ'],
      ['page.html', '<script>'],
      ['x.svg', '<svg/>'],
    ] as const)
      expect((await any.sendForm(formOf(await any.token(), [['f', name, data]]))).status).toBe(422);
    expect(any.messages).toEqual([]);
  });

  it('without an address is taken in, too: of a visitor whom nobody can answer', async () => {
    const desk = await Desk.open({ fields: [{ type: 'text', label: 'Idea' }] });
    await desk.send({ ...(await desk.token()), idea: 'Longer days' });
    expect(desk.messages).toMatchObject([
      { sender: { kind: 'visitor', trust: 'claimed' }, parts: [{ text: 'Longer days' }, {}] },
    ]);
    expect((await desk.send({ ...(await desk.token()), idea: ' ' })).status).toBe(422);
  });
});

describe('what is wrong', () => {
  it('is told for each field, in the language of the form, and nothing comes in', async () => {
    const desk = await Desk.open({ language: 'nl' });
    const sent = { your_name: ' ', e_mail: 'ada@', phone: 'x', about: 'Nothing', question: 'y'.repeat(20_001) };
    const { status, json } = await desk.send({ ...sent, ...(await desk.token()) }, { json: true });
    expect([status, json.message]).toEqual([422, 'Kijk nog even naar enkele antwoorden.']);
    expect(json.errors).toEqual({
      your_name: 'Vul dit in.',
      e_mail: 'Dit is geen e-mailadres, zoals naam@voorbeeld.nl.',
      phone: 'Dit is geen telefoonnummer, zoals 020 123 4567.',
      about: 'Dit is geen van de keuzes.',
      question: 'Dit is te lang: hoogstens 20000 tekens.',
      you_may_keep_this: 'We kunnen pas verder als je akkoord gaat.',
    });
    expect(desk.messages).toEqual([]);
  });

  it('comes back as the form, without a script, with what was filled in and a place for each fault', async () => {
    const desk = await Desk.open();
    const token = await desk.token();
    const { status, text } = await desk.send({ ...GOOD, ...token, e_mail: '"><script>alert(1)</script>', about: 'Else' });
    expect(status).toBe(422);
    expect(text).toContain(
      '<textarea id="f-question" name="question" aria-describedby="f-question-error" aria-required="true" rows="6"',
    );
    expect(text).toContain('How do I send this back?\nIt is broken.</textarea>');
    expect(text).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
    expect(text).toContain('<p class="error" id="f-e_mail-error" data-error="e_mail">This is not an e-mail address');
    expect(text).toMatch(/value="Else" checked/);
    expect(text).not.toContain(token._token);
  });

  it('is that it was open for a day, or is not ours: then it is sent once more', async () => {
    const desk = await Desk.open();
    const token = await desk.token();
    desk.now = new Date(desk.now.getTime() + 25 * 60 * 60_000);
    const stale = await desk.send({ ...GOOD, ...token });
    expect([stale.status, stale.text.includes('Send it once more.')]).toEqual([409, true]);
    const [again = ''] = /name="_token" value="([^"]+)"/.exec(stale.text)?.slice(1) ?? [];
    desk.now = new Date(desk.now.getTime() + 10_000);
    expect((await desk.send({ ...GOOD, _token: again })).status).toBe(200);
    expect((await desk.send({ ...GOOD, _token: `${again}x` })).status).toBe(409);
    expect(desk.messages).toHaveLength(1);
  });
});

describe('against spam, without asking anybody else', () => {
  it('rules fire for what a machine does; they are switches of the host', async () => {
    const desk = await Desk.open();
    const rules = (at: number) => desk.messages[at]?.flags?.map(({ rule }) => rule);
    const token = await desk.token();
    await desk.send({ ...GOOD, ...token, website_address: 'http://spam.example' });
    await desk.send({ ...GOOD, _token: token._token, question: 'https://a.example https://b.example www.c.example' });
    desk.now = new Date(desk.now.getTime() + 60_000);
    const { token: fresh } = JSON.parse(String((await desk.ask('token')).body)) as { token: string };
    await desk.send({ ...GOOD, _token: fresh });
    expect([rules(0), rules(1), rules(2)]).toEqual([['lured'], ['links', 'unproven'], ['hasty', 'unproven']]);
    const { filterRules = {} } = desk.channel;
    expect(Object.entries(filterRules).map(([rule, { to, on }]) => [rule, to, on])).toEqual([
      ['lured', 'spam', true],
      ['hasty', 'spam', true],
      ['links', 'spam', true],
      ['unproven', 'filtered', false],
    ]);
  });

  it('an address sends so many in an hour, one IPv6 network counts as one, and others go on', async () => {
    const desk = await Desk.open({ perHour: 2 });
    const send = async (ip: string) => desk.send({ ...GOOD, ...(await desk.token()) }, { ip });
    const seen = [await send('2001:db8:1:2::1'), await send('2001:db8:1:2:ffff::2'), await send('2001:db8:1:2::3')];
    expect(seen.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(Number(seen[2]?.headers['retry-after'])).toBeGreaterThan(0);
    expect((await send('2001:db8:1:3::1')).status).toBe(200);
  });

  it('only the sites that are named send it, and a page of our own, which has no origin', async () => {
    const desk = await Desk.open({ origins: ['https://shop.example'] });
    const from = async (origin: string, token = true) =>
      (await desk.send({ ...GOOD, ...(token ? await desk.token() : {}) }, { headers: { origin } })).status;
    expect(await from('https://shop.example')).toBe(200);
    expect(await from('https://evil.example')).toBe(403);
    expect(await from('https://balie.example')).toBe(200);
    expect(await from('null')).toBe(200);
    expect(await from('null', false)).toBe(403);
  });

  it('tokens hold over a restart and in other processes, and their key is kept as a secret', async () => {
    const desk = await Desk.open();
    const token = await desk.token();
    const other = await Desk.open({}, desk.host);
    other.now = desk.now;
    expect((await other.send({ ...GOOD, ...token })).status).toBe(200);
    expect(desk.host.said.filter((line) => line.includes('signing-key'))).toEqual([]);
  });
});

describe('the settings', () => {
  const parse = async (more: object) => (await Desk.open()).channel.settings.safeParse({ ...FORM, ...more });
  it('refuse what makes no form, each at its place', async () => {
    const places = async (more: object) => (await parse(more)).error?.issues.map(({ path }) => path.join('.'));
    expect(await places({ fields: [] })).toEqual(['fields']);
    expect(await places({ fields: [{ type: 'text', label: '' }] })).toEqual(['fields.0.label']);
    expect(await places({ fields: [{ type: 'choice', label: 'x' }] })).toEqual(['fields.0.options']);
    expect(await places({ fields: [{ type: 'choice', label: 'x', options: [] }] })).toEqual(['fields.0.options']);
    const same = { type: 'text', label: 'A', name: 'a' };
    expect(await places({ fields: [same, same] })).toEqual(['fields.1.name']);
    expect(await places({ accent: 'red', origins: ['shop.example'], thanksUrl: 'javascript:alert(1)' })).toEqual([
      'accent',
      'origins.0',
      'thanksUrl',
    ]);
  });
});

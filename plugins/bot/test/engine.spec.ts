import { describe, expect, it } from '@jest/globals';
import { MadeWorld, settingsWith } from './made-flow.js';

const ask = (name: string, more: object = {}) => ({ type: 'question', name, text: `Your ${name}?`, ...more });
const say = (text: string) => ({ type: 'message', text });

async function begun(steps: unknown[], more: object = {}, world = new MadeWorld()) {
  const settings = settingsWith(steps, more);
  await world.walk(settings).begin();
  let events = 1;
  return {
    world,
    settings,
    hears: (text: string) => world.walk(settings).answer(`evt_${++events}`, text),
    waits: async (minutes: number) => {
      world.clock += minutes * 60_000;
      await world.walk(settings).time();
    },
  };
}

describe('a flow', () => {
  it('asks, understands each kind of answer, keeps it and cites it (D32)', async () => {
    const { world, hears } = await begun([
      say('Hello {{contact.name}}'),
      ask('email', { answer: 'email', save: 'email' }),
      ask('pieces', { answer: 'number' }),
      ask('topic', { answer: 'choice', options: ['Order', 'Other'] }),
      { type: 'ticket', title: '{{topic}} of {{email}}, {{pieces}} pieces' },
      { type: 'handover', text: 'One moment.' },
    ]);
    expect(world.said).toEqual(['Hello Sem', 'Your email?']);
    await hears('it is sem@client.example, thanks');
    await hears('1.250,50 or so');
    expect(world.said.at(-1)).toBe('Your topic?\n1. Order\n2. Other');
    await hears('1');
    expect(world.contact).toMatchObject({ email: 'sem@client.example' });
    expect(world.called).toEqual(['ticket Order of sem@client.example, 1250.5 pieces']);
    expect(world.said.at(-1)).toBe('One moment.');
    expect(world.handed).toMatchObject([{ person: null, note: expect.stringContaining('email: sem@client.example') }]);
  });

  it('asks again so often, then hands over', async () => {
    const { world, hears } = await begun([ask('email', { answer: 'email' })], { retries: 1 });
    await hears('why?');
    expect(world.said).toEqual(['Your email?', 'Sorry?']);
    // What is asked again is asked for in the same kind.
    expect(world.wanted).toEqual(['email', 'email']);
    expect(world.handed).toEqual([]);
    await hears('no');
    expect(world.handed).toMatchObject([{ note: 'The answer was not understood.' }]);
    expect(world.kept?.run.ended).toBe('handover');
  });

  it('takes an event once', async () => {
    const { world, settings } = await begun([ask('name'), ask('city')]);
    const walk = () => world.walk(settings).answer('evt_2', 'Sem');
    await walk();
    expect(world.kept?.run.heard).toEqual(['evt_1', 'evt_2']);
    expect(world.kept?.run.answers).toEqual({ name: 'Sem' });
  });

  it.each([
    ['answer', { on: 'answer', question: 'topic', test: 'equals', value: 'order' }, 'then'],
    ['another answer', { on: 'answer', question: 'topic', test: 'contains', value: 'x' }, 'otherwise'],
    ['a property that is filled in', { on: 'property', property: 'name', test: 'filled' }, 'then'],
    ['a property that is not', { on: 'property', property: 'city', test: 'filled' }, 'otherwise'],
    ['somebody available', { on: 'available' }, 'then'],
    ['the hours', { on: 'open' }, 'otherwise'],
  ])('branches on %s (D33)', async (_, condition, arm) => {
    const world = new MadeWorld();
    world.works = false;
    const steps = [
      ask('topic'),
      { type: 'branch', ...condition, then: [say('then')], otherwise: [say('otherwise')] },
      say('after'),
    ];
    const { hears } = await begun(steps, {}, world);
    await hears('Order!');
    expect(world.said.slice(1)).toEqual([arm, 'after']);
  });

  it('waits, and goes on by the clock', async () => {
    const { world, waits } = await begun([say('a'), { type: 'pause', minutes: 5 }, say('b'), { type: 'close', text: 'Bye' }]);
    await waits(4);
    expect(world.said).toEqual(['a']);
    await waits(1);
    expect(world.said).toEqual(['a', 'b', 'Bye']);
    expect(world.closed).toBe(true);
  });

  it.each([
    ['handover', { handed: 1, closed: false }],
    ['close', { handed: 0, closed: true }],
  ] as const)('does as it is told when no answer comes: %s', async (onTimeout, expected) => {
    const { world, waits } = await begun([ask('name', { minutes: 10 })], { onTimeout });
    await waits(9);
    expect(world.kept?.run.ended).toBeNull();
    await waits(1);
    expect({ handed: world.handed.length, closed: world.closed }).toEqual(expected);
  });

  it('goes back to a question', async () => {
    const steps = [
      ask('name'),
      { type: 'branch', question: 'name', value: 'again', then: [{ type: 'goto', step: 'name' }] },
      say('Hi {{name}}'),
    ];
    const { world, hears } = await begun(steps);
    await hears('again');
    await hears('Sem');
    expect(world.said).toEqual(['Your name?', 'Your name?', 'Hi Sem']);
  });

  it.each(['webhook', 'ticket', 'keep', 'say'])('hands over when %s fails, with a word about it', async (member) => {
    const world = new MadeWorld();
    world.fails = { [member]: 'It is broken.' };
    const steps = [
      ...(member === 'say' ? [say('x')] : []),
      { type: 'webhook', name: 'shop', url: 'https://shop.example/hook' },
      { type: 'set', property: 'city', value: 'Utrecht' },
      { type: 'ticket', title: 'x' },
    ];
    await begun(steps, {}, world);
    expect(world.handed).toMatchObject([{ note: expect.stringContaining('A step failed: It is broken.') }]);
  });

  it('goes on after a call that may fail, and takes what a call answers', async () => {
    const world = new MadeWorld();
    world.fails = { webhook: 'no' };
    const hook = { type: 'webhook', name: 'shop', url: 'https://shop.example/hook', onFailure: 'continue' };
    await begun([hook, say('{{shop}}')], {}, world);
    expect(world.said).toEqual(['failed']);
    const other = new MadeWorld();
    other.answer = { say: 'Order {{nr}} is on its way', answers: { nr: '12' } };
    const act = { type: 'action', name: 'add', action: 'rsp_1 add', input: 'a = 2\nb = {{nr}}' };
    await begun([hook, act, say('{{shop}} {{add}} {{add.sum}}')], {}, other);
    expect(other.said).toEqual(['Order 12 is on its way', 'ok ok 5']);
    expect(other.called).toEqual(['webhook', 'action {"a":"2","b":"12"}']);
  });

  it('does not call an action again that was cut off, and hands over', async () => {
    const { world, settings } = await begun([ask('go'), { type: 'action', name: 'add', action: 'rsp_1 add' }]);
    world.dies = 4;
    await expect(world.walk(settings).answer('evt_2', 'yes')).rejects.toThrow('dead');
    expect(world.called).toEqual(['action {}']);
    world.dies = Infinity;
    await world.walk(settings).go();
    expect(world.called).toEqual(['action {}']);
    expect(world.handed).toHaveLength(1);
  });

  it('stays, when it is told to, and hands over when there is more to say', async () => {
    const { world, settings } = await begun([say('x')], { atEnd: 'stay' });
    expect(world.kept?.run.ended).toBe('stay');
    await world.walk(settings).wroteAgain('evt_2');
    expect(world.handed).toHaveLength(1);
  });

  it('is silent once a person has the word (G6 41)', async () => {
    const { world, hears } = await begun([ask('name'), say('never')]);
    world.lost = true;
    await expect(hears('Sem')).rejects.toThrow();
    expect(world.said).toEqual(['Your name?']);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Addressee, addressKey, answerAll, distinct } from './recipients.js';

const one = (value: string, name?: string): Addressee => ({ kind: 'email', value, ...(name ? { name } : {}) });
const own = new Set(['support@shop.example', 'sales@shop.example'].map((value) => addressKey(one(value))));
const isOwn = (address: Addressee): boolean => own.has(addressKey(address));
const values = (list: Addressee[]): string[] => list.map(({ value }) => value);

describe('whom an answer goes to', () => {
  it('is the sender, with the others of To and Cc as copies, and none of ours', () => {
    const { to, cc } = answerAll(
      {
        direction: 'INBOUND',
        from: one('anna@client.example', 'Anna'),
        recipients: [
          { ...one('Support@Shop.example'), field: 'TO' },
          { ...one('boss@client.example'), field: 'TO' },
          { ...one('ANNA@client.example'), field: 'CC' },
          { ...one('lawyer@else.example'), field: 'CC' },
          { ...one('hidden@else.example'), field: 'BCC' },
        ],
      },
      isOwn,
    );
    expect(to).toEqual([{ kind: 'email', value: 'anna@client.example', name: 'Anna' }]);
    expect(values(cc)).toEqual(['boss@client.example', 'lawyer@else.example']);
  });

  it('is the other inbox of ours from which a person wrote, and never one of the inbox that answers (G1 6)', () => {
    const isHere = (address: Addressee): boolean => addressKey(address) === addressKey(one('support@shop.example'));
    const recipients = [
      { ...one('support@shop.example'), field: 'TO' as const },
      { ...one('boss@client.example'), field: 'CC' as const },
      { ...one('sales@shop.example'), field: 'CC' as const },
    ];
    const answered = { direction: 'INBOUND' as const, from: one('sales@shop.example'), recipients };
    const { to, cc } = answerAll(answered, isOwn, isHere);
    expect([values(to), values(cc)]).toEqual([['sales@shop.example'], ['boss@client.example']]);
    const customers = answerAll({ ...answered, from: one('anna@client.example') }, isOwn, isHere);
    expect([values(customers.to), values(customers.cc)]).toEqual([['anna@client.example'], ['boss@client.example']]);
    const looped = answerAll({ ...answered, from: one('support@shop.example') }, isOwn, isHere);
    expect(values([...looped.to, ...looped.cc])).toEqual(['boss@client.example']);
  });

  it('is the same people again after a message of our own', () => {
    const recipients = [
      { ...one('a@x.example'), field: 'TO' as const },
      { ...one('b@x.example'), field: 'CC' as const },
      { ...one('c@x.example'), field: 'BCC' as const },
    ];
    const { to, cc } = answerAll({ direction: 'OUTBOUND', from: one('support@shop.example'), recipients }, isOwn);
    expect([values(to), values(cc)]).toEqual([['a@x.example'], ['b@x.example']]);
  });

  it('never is anybody twice, one of ours, a blind copy, or somebody who was not on that message', () => {
    const value = fc
      .tuple(fc.constantFrom('a', 'b', 'c', 'support', 'sales'), fc.constantFrom('shop.example', 'x.example'), fc.boolean())
      .map(([local, domain, loud]) => (loud ? `${local}@${domain}`.toUpperCase() : `${local}@${domain}`));
    const address = value.map((text) => one(text));
    const recipient = fc
      .tuple(address, fc.constantFrom('TO' as const, 'CC' as const, 'BCC' as const))
      .map(([to, field]) => ({ ...to, field }));
    const answered = fc.record({
      direction: fc.constantFrom('INBOUND' as const, 'OUTBOUND' as const),
      from: fc.option(address),
      recipients: fc.array(recipient, { maxLength: 12 }),
    });
    fc.assert(
      fc.property(answered, (message) => {
        const { to, cc } = answerAll(message, isOwn);
        const keys = [...to, ...cc].map(addressKey);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.filter((key) => own.has(key))).toEqual([]);
        const seen = message.recipients.filter(({ field }) => field !== 'BCC').map(addressKey);
        const there = new Set([...seen, ...(message.from && message.direction === 'INBOUND' ? [addressKey(message.from)] : [])]);
        expect(keys.every((key) => there.has(key))).toBe(true);
        // Nobody is dropped either.
        expect(new Set(keys)).toEqual(new Set([...there].filter((key) => !own.has(key))));
        if (keys.length > 0) expect(to.length).toBeGreaterThan(0);
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps each address once over the fields that a person filled', () => {
    expect(distinct([[one('a@x.example')], [one('A@X.example'), one('b@x.example')], [one('b@x.example')]]).map(values)).toEqual([
      ['a@x.example'],
      ['b@x.example'],
      [],
    ]);
  });
});

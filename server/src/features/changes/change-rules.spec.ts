import { describe, expect, test } from '@jest/globals';
import { type Principal, scopesOfRole } from '../../kernel/access.js';
import type { JournalEvent } from '../../kernel/events.js';
import { changeOf, inScope, mayChangeRights, sameRights, seenBy } from './change-rules.js';

const inbox = (letter: string): string => `inb_${letter.repeat(32)}`;
const [A, B, C] = [inbox('a'), inbox('b'), inbox('c')];

function event(part: Partial<JournalEvent>): JournalEvent {
  return {
    id: 'evt_1',
    position: 7,
    at: 1,
    type: 'conversation.changed',
    change: 'UPDATED',
    nodeId: 'cnv_1',
    inboxId: A,
    conversationId: 'cnv_1',
    contactId: null,
    previousInboxId: null,
    audience: null,
    actor: { kind: 'SYSTEM', id: null, name: 'x' },
    operationId: null,
    correlationId: 'x',
    data: {},
    ...part,
  };
}
function member(...inboxes: string[]): Principal {
  const inboxRoles = new Map(inboxes.map((id) => [id, 'AGENT' as const]));
  return {
    kind: 'user',
    userId: 'usr_1',
    name: 'Mia',
    role: 'MEMBER',
    scopes: scopesOfRole('MEMBER'),
    inboxRoles,
    sessionId: 'ses_1',
  };
}
const admin: Principal = { ...(member() as Extract<Principal, { kind: 'user' }>), role: 'ADMIN', scopes: scopesOfRole('ADMIN') };
const token = (...scopes: ('CONVERSATIONS_READ' | 'CONTACTS_READ' | 'ADMIN')[]): Principal => ({
  kind: 'integration',
  tokenId: 'tok_1',
  name: 't',
  scopes: new Set(scopes),
});

describe('what a principal may learn of an event', () => {
  test('events of an inbox go to who sees the inbox', () => {
    expect(
      [member(A), member(B), admin, token('CONVERSATIONS_READ'), token('CONTACTS_READ')].map((who) => seenBy(who, event({}))),
    ).toEqual(['event', 'nothing', 'event', 'event', 'nothing']);
  });

  test('a conversation that left: gone for those who only see where it was', () => {
    const moved = event({ inboxId: B, previousInboxId: A });
    expect([member(A), member(B), member(A, B), member(C)].map((who) => seenBy(who, moved))).toEqual([
      'gone',
      'event',
      'event',
      'nothing',
    ]);
    expect(changeOf(moved, 'gone')).toMatchObject({ type: 'DELETED', inboxId: A });
  });

  test('an audience narrows: agents, admins, one person; without a word only admins', () => {
    const loose = { inboxId: null, conversationId: null, nodeId: 'plg_1' };
    const who = [member(), admin, token('CONVERSATIONS_READ'), token('ADMIN', 'CONVERSATIONS_READ')];
    const seen = (audience: string | null): string[] => who.map((each) => seenBy(each, event({ ...loose, audience })));
    expect(seen('agents')).toEqual(['event', 'event', 'event', 'event']);
    expect(seen('admins')).toEqual(['nothing', 'event', 'nothing', 'event']);
    expect(seen('user:usr_1')).toEqual(['event', 'event', 'nothing', 'nothing']);
    expect(seen('user:usr_2')).toEqual(['nothing', 'nothing', 'nothing', 'nothing']);
    expect(seen(null)).toEqual(['nothing', 'event', 'nothing', 'nothing']);
  });

  test('an inbox that somebody does not see is not even named to him', () => {
    const renamed = event({ nodeId: B, inboxId: null, conversationId: null, audience: 'agents' });
    expect([member(A), member(B), admin].map((who) => seenBy(who, renamed))).toEqual(['nothing', 'event', 'event']);
  });

  test('contacts need the scope for contacts', () => {
    const contact = event({ nodeId: 'con_1', inboxId: null, conversationId: null, contactId: 'con_1', audience: 'agents' });
    expect([member(), token('CONVERSATIONS_READ'), token('CONTACTS_READ')].map((who) => seenBy(who, contact))).toEqual([
      'event',
      'nothing',
      'event',
    ]);
  });
});

test('scopes: everything, inboxes with what left them, one conversation, the workspace', () => {
  const scopes = [{ all: true }, { inboxIds: [A] }, { conversationId: 'cnv_1' }, { workspace: true }];
  const of = (part: Partial<JournalEvent>): boolean[] => scopes.map((scope) => inScope(scope, event(part)));
  expect(of({})).toEqual([true, true, true, false]);
  expect(of({ inboxId: B, previousInboxId: A, conversationId: 'cnv_2', nodeId: 'cnv_2' })).toEqual([true, true, false, false]);
  expect(of({ inboxId: null, conversationId: null, nodeId: 'plg_1' })).toEqual([true, false, false, true]);
});

test('rights are looked at again after events about who asks and about members, not after each message', () => {
  const ids = ['ses_1', 'usr_1'];
  const membersChanged = { nodeId: A, inboxId: null, data: { accessChanged: true } };
  expect(mayChangeRights(ids, event({}))).toBe(false);
  expect(mayChangeRights(ids, event(membersChanged))).toBe(true);
  expect(mayChangeRights(ids, event({ ...membersChanged, data: { accessChanged: false } }))).toBe(false);
  const team = { nodeId: 'tea_1', inboxId: null, conversationId: null };
  expect(mayChangeRights(ids, event({ ...team, type: 'team.updated', data: { accessChanged: true } }))).toBe(true);
  expect(mayChangeRights(ids, event({ ...team, type: 'team.deleted' }))).toBe(true);
  expect(mayChangeRights(ids, event({ ...team, type: 'team.updated', data: { accessChanged: false } }))).toBe(false);
  expect(mayChangeRights(ids, event({ nodeId: 'usr_1', inboxId: null, type: 'agent.updated' }))).toBe(true);
  expect(mayChangeRights(ids, event({ nodeId: 'usr_2', inboxId: null, type: 'agent.updated' }))).toBe(false);
  expect(mayChangeRights(ids, event({ nodeId: 'ses_1', inboxId: null, type: 'session.revoked' }))).toBe(true);
  expect(sameRights(member(A), member(A))).toBe(true);
  expect([sameRights(member(A), member(A, B)), sameRights(member(A), admin), sameRights(member(A), token('ADMIN'))]).toEqual([
    false,
    false,
    false,
  ]);
});

import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  canInInbox,
  type InboxAction,
  type InboxRole,
  type Principal,
  roleOfToken,
  type Scope,
  scopesOfRole,
  visibleInboxes,
  type WorkspaceRole,
} from './access.js';

const SEED = { seed: 20_261_129, numRuns: 2_000 };
const INBOXES = ['inb_1', 'inb_2', 'inb_3'];
const SCOPES: Scope[] = [
  'CONVERSATIONS_READ',
  'CONVERSATIONS_WRITE',
  'MESSAGES_WRITE',
  'CONTACTS_READ',
  'CONTACTS_WRITE',
  'ADMIN',
];
const ACTIONS: InboxAction[] = ['view', 'comment', 'act', 'manage'];

type Person = Extract<Principal, { kind: 'user' }>;
const scopes = fc.subarray(SCOPES).map((list) => new Set(list));
const role = fc.constantFrom<WorkspaceRole>('OWNER', 'ADMIN', 'MEMBER');
const memberships = fc
  .dictionary(fc.constantFrom(...INBOXES), fc.constantFrom<InboxRole>('VIEWER', 'AGENT', 'MANAGER'))
  .map((map) => new Map(Object.entries(map)));
const person = fc.record({ role, inboxRoles: memberships }).map((some): Person => ({
  kind: 'user',
  userId: 'usr_1',
  name: 'A',
  sessionId: 'ses_1',
  scopes: scopesOfRole(some.role),
  ...some,
}));
const program = fc
  .record({ scopes, bot: fc.option(fc.record({ inboxIds: fc.subarray(INBOXES), turn: fc.boolean() }), { nil: undefined }) })
  .map(({ scopes: held, bot }): Principal => ({
    kind: 'integration',
    tokenId: 'tok_1',
    name: 'P',
    scopes: held,
    ...(bot ? { bot } : {}),
  }));
/** What a personal token of his leaves. */
const tokenOf = (of: Person, held: ReadonlySet<Scope>): Person => {
  const left = new Set([...of.scopes].filter((scope) => held.has(scope)));
  return { ...of, role: roleOfToken(of.role, left), scopes: left, sessionId: null, token: { id: 'tok_1', name: 'T' } };
};
const can = (who: Principal): string[] =>
  INBOXES.flatMap((id) => ACTIONS.filter((action) => canInInbox(who, action, id)).map((action) => `${action} ${id}`));

it('what lists and counts are taken from is what may be seen one by one, for whoever asks', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        person,
        program,
        fc.tuple(person, scopes).map(([of, held]) => tokenOf(of, held)),
      ),
      (who) => {
        const visible = visibleInboxes(who);
        for (const id of INBOXES) expect(visible.all || visible.inboxIds.includes(id)).toBe(canInInbox(who, 'view', id));
      },
    ),
    SEED,
  );
});

it('who may do more with an inbox may do what is less, and who is no member and no admin nothing at all', () => {
  fc.assert(
    fc.property(person, fc.constantFrom(...INBOXES), (who, id) => {
      const may = Object.fromEntries(ACTIONS.map((action) => [action, canInInbox(who, action, id)]));
      if (may['act']) expect(may['comment']).toBe(true);
      if (may['comment'] || may['manage']) expect(may['view']).toBe(true);
      if (who.role === 'MEMBER' && !who.inboxRoles.has(id)) expect(Object.values(may)).toEqual([false, false, false, false]);
      // Owners and admins write only where they are members (S5).
      if (!who.inboxRoles.has(id)) expect([may['comment'], may['act']]).toEqual([false, false]);
    }),
    SEED,
  );
});

it('a personal token never does what its person may not, nor does one with fewer scopes more than one with more', () => {
  fc.assert(
    fc.property(person, scopes, scopes, (who, some, others) => {
      const [fewer, more] = [can(tokenOf(who, some)), can(tokenOf(who, new Set([...some, ...others])))];
      expect(can(who)).toEqual(expect.arrayContaining(more));
      expect(more).toEqual(expect.arrayContaining(fewer));
    }),
    SEED,
  );
});

it('a responder does nothing outside of the inboxes that it serves', () => {
  fc.assert(
    fc.property(program, (who) => {
      if (who.kind !== 'integration' || !who.bot) return;
      const { inboxIds } = who.bot;
      for (const done of can(who)) expect(inboxIds.some((id) => done.endsWith(id))).toBe(true);
    }),
    SEED,
  );
});

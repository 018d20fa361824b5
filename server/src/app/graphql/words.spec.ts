import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import type * as kernel from '../../kernel/access.js';
import type { DomainError } from '../../kernel/errors.js';
import type { User } from '../../features/agents/index.js';
import type { Conversation } from '../../features/conversations/index.js';
import type { Delivery } from '../../features/delivery/index.js';
import type { Inbox } from '../../features/inboxes/index.js';
import type { InboundItem } from '../../features/intake/index.js';
import type { Workspace } from '../../features/workspace/index.js';
import type { NewAgent } from '../../features/agents/index.js';
import type * as schema from '../../generated/graphql.js';

/** Compiles only when two unions have the same words. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

/** The schema and the code use the same words: one that is only in one of them does not compile. */
const WORDS: {
  scope: Same<kernel.Scope, schema.Scope>;
  workspaceRole: Same<kernel.WorkspaceRole, schema.WorkspaceRole>;
  inboxRole: Same<kernel.InboxRole, schema.InboxRole>;
  errorCode: Same<DomainError['code'], schema.ErrorCode>;
  seat: Same<User['seat'], schema.Seat>;
  availability: Same<User['availability'], schema.Availability>;
  conversationStatus: Same<Conversation['status'], schema.ConversationStatus>;
  placement: Same<Conversation['placement'], schema.Placement>;
  deliveryStatus: Same<Delivery['status'], schema.DeliveryStatus>;
  audience: Same<Inbox['audience'], schema.InboxAudience>;
  inboundState: Same<InboundItem['state'], schema.InboundState>;
  newAgent: Same<keyof schema.AgentCreateInput, Exclude<keyof NewAgent, 'locale' | 'timeZone'>>;
  setup: Same<Workspace['setupState'], 'owner' | 'inbox' | 'channel' | 'done'>;
} = {
  scope: true,
  workspaceRole: true,
  inboxRole: true,
  errorCode: true,
  seat: true,
  availability: true,
  conversationStatus: true,
  placement: true,
  deliveryStatus: true,
  audience: true,
  inboundState: true,
  newAgent: true,
  setup: true,
};

test('schema and code use the same words (checked by the compiler)', () => {
  expect(Object.values(WORDS).every(Boolean)).toBe(true);
});

test('the generated types are fresh: else run `npm run docs -w server`', () => {
  const server = fileURLToPath(new URL('../../..', import.meta.url));
  const cli = fileURLToPath(new URL('../../../../node_modules/@graphql-codegen/cli/cjs/bin.js', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, '--config', 'codegen.ts', '--check'], { cwd: server });
  expect([status, String(stdout), String(stderr)]).toEqual([0, expect.anything(), expect.anything()]);
});

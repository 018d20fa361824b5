import { Injectable } from '@nestjs/common';
import { canInInbox, type Principal } from '../../kernel/access.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { isId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { findAgents } from '../agents/index.js';
import { findContact } from '../contacts/index.js';
import { type OfferedCaller, ResponderGateway } from './responder-gateway.js';
import { ResponderService } from './responder.service.js';

const PHONE_LENGTH = 40;

/** A call that a plugin is to make. */
export interface CallStart {
  /** The id of the call as it will be logged. */
  id: string;
  instanceId: string;
  action: string;
  phone: string;
  contactId?: string | null;
}

/** Calls that plugins take over; they log them themselves (N12). */
@Injectable()
export class CallService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly gateway: ResponderGateway,
    private readonly responders: ResponderService,
  ) {}

  /** What takes over calls for who asks: he acts in an inbox that it serves. */
  async callers({ principal }: Ctx): Promise<OfferedCaller[]> {
    if (principal.kind !== 'user') return [];
    return (await this.gateway.callers()).filter((caller) => serves(caller, principal));
  }

  /** Has it call; who calls is said by us, not by him. */
  async start(ctx: Ctx, { id, instanceId, action, phone: typed, contactId = null }: CallStart): Promise<void> {
    const phone = typed.trim();
    if (!isId('call', id))
      throw new DomainError('INVALID', 'The id must be cll_ and a UUIDv7 as 32 hex digits.', { path: ['id'] });
    if (phone.length > PHONE_LENGTH || !/\d/.test(phone))
      throw new DomainError('INVALID', `A number has digits, and at most ${PHONE_LENGTH} characters.`, { path: ['phone'] });
    const { principal } = ctx;
    if (principal.kind !== 'user') throw new DomainError('FORBIDDEN', 'Only a person can call.');
    const callers = await this.callers(ctx);
    if (!callers.some((one) => one.instanceId === instanceId && one.action === action))
      throw new DomainError('NOT_FOUND', 'Nothing of this id takes over calls.', { path: ['instanceId'] });
    const { reader } = this.uow;
    if (contactId !== null && !(await findContact(reader, contactId)))
      throw new DomainError('NOT_FOUND', 'There is no such contact.', { path: ['contactId'] });
    const [agent] = await findAgents(reader, [principal.userId]);
    const { email = '' } = agent ?? {};
    const request = { id, phone, contactId, agent: { id: principal.userId, name: principal.name, email } };
    await this.responders.call(ctx, instanceId, action, request);
  }
}

const serves = ({ inboxIds }: OfferedCaller, principal: Principal): boolean =>
  inboxIds.some((inboxId) => canInInbox(principal, 'act', inboxId));

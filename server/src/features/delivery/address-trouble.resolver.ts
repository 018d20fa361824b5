import { Args, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { DomainError } from '../../kernel/errors.js';
import type { GqlContext } from '../../kernel/request.js';
import { grouped } from '../../kernel/rows.js';
import type { Reader } from '../../kernel/uow.js';
import { UnitOfWork } from '../../kernel/uow.js';
import type { AddressTrouble } from './address-trouble.entity.js';
import { type Address, troubleKey, troublesOf } from './address-troubles.js';

const MOST_ASKED = 100;

function loaderOf(gql: GqlContext, reader: Reader): DataLoader<Address, AddressTrouble[], string> {
  return gql.shared('address.troubles', () => {
    const load = async (addresses: readonly Address[]) =>
      grouped(addresses.map(troubleKey), await troublesOf(reader, addresses), troubleKey);
    return new DataLoader<Address, AddressTrouble[], string>(load, { cacheKeyFn: troubleKey, maxBatchSize: 200 });
  });
}

/** What is known of the address of a recipient, and of addresses that somebody has just typed. */
@Resolver('Recipient')
export class RecipientTroubleResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @Query('recipients')
  recipients(@Args('kind') kind: string, @Args('values') values: string[]): (Address & { name: null })[] {
    if (values.length > MOST_ASKED)
      throw new DomainError('LIMIT', `At most ${MOST_ASKED} addresses can be asked about at once.`, { path: ['values'] });
    return values.map((value) => ({ kind, value: value.trim(), name: null }));
  }

  @ResolveField('troubles')
  troubles(recipient: Address, _args: unknown, gql: GqlContext): Promise<AddressTrouble[]> {
    return loaderOf(gql, this.uow.reader).load(recipient);
  }
}

/** The same for how a contact is known. */
@Resolver('Identity')
export class IdentityTroubleResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @ResolveField('troubles')
  troubles(identity: Address, _args: unknown, gql: GqlContext): Promise<AddressTrouble[]> {
    return loaderOf(gql, this.uow.reader).load(identity);
  }
}

import { Module } from '@nestjs/common';
import { ApiTokenUsesResolver, PersonalTokenUsesResolver } from './deprecated-use.resolver.js';
import { DeprecatedUses } from './deprecated-use.service.js';

/** What tokens use of what will go. */
@Module({ providers: [ApiTokenUsesResolver, DeprecatedUses, PersonalTokenUsesResolver], exports: [DeprecatedUses] })
export class DeprecatedUseModule {}

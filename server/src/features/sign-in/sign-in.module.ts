import { Module } from '@nestjs/common';
import { OidcModule } from '../oidc/index.js';
import { SecondFactorModule } from '../second-factor/index.js';
import { SignInController } from './sign-in.controller.js';

/** How people come in. */
@Module({ imports: [OidcModule, SecondFactorModule], controllers: [SignInController] })
export class SignInModule {}

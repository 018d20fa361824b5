import { Module } from '@nestjs/common';
import { SecondFactorModule } from '../second-factor/index.js';
import { SignInController } from './sign-in.controller.js';

/** How people come in. */
@Module({ imports: [SecondFactorModule], controllers: [SignInController] })
export class SignInModule {}

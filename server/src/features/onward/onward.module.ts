import { Module } from '@nestjs/common';
import { OnwardJob } from './onward.job.js';

/** Takes a conversation on by another way when the person has left before he was answered. */
@Module({ providers: [OnwardJob] })
export class OnwardModule {}

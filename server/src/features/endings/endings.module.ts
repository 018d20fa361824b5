import { Module } from '@nestjs/common';
import { EndingJob } from './ending.job.js';
import { TranscriptJob } from './transcript.job.js';

/** Talks that are over when nobody answers any more, and copies of them for whom they were with. Needs the kernel's ports. */
@Module({ providers: [EndingJob, TranscriptJob] })
export class EndingsModule {}

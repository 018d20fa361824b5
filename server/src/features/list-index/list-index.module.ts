import { Module } from '@nestjs/common';
import { ListIndexJob } from './list-index.job.js';

/** The index by which the lists of contacts and records are searched; it is written with them. Needs the kernel's ports. */
@Module({ providers: [ListIndexJob] })
export class ListIndexModule {}

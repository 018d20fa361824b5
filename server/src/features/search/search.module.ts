import { Module } from '@nestjs/common';
import { IndexJob } from './index.job.js';
import { SearchResolver } from './search.resolver.js';
import { SearchService } from './search.service.js';

/** Full-text search; the index itself is written by `search-index`, with the messages. Needs the kernel's ports. */
@Module({ providers: [SearchService, SearchResolver, IndexJob] })
export class SearchModule {}

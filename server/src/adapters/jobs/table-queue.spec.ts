import 'reflect-metadata';
import { SystemClock } from '../../kernel/clock.js';
import { jobsContract } from '../../../test/contracts/jobs.contract.js';
import { openJobQueue } from './open-queue.js';

jobsContract('on the table', ({ database, log }) => openJobQueue({ database, log, clock: new SystemClock() }));

import { Logger } from '@nestjs/common';
import type { ReportBug } from './errors.js';

const logger = new Logger('GraphQL');

/** Takes a bug to the log, under the id that the caller was told. */
export const reportBug: ReportBug = (error, correlationId) => {
  logger.error(`A request failed (${correlationId}): ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
};

import { STATUS_CODE } from './decode/report-words.js';

/** Address and mailbox status (RFC 3463, 3.2 and 3.3); 5.1.7 and 5.1.8 are about the address of the sender. */
const GONE = /^5\.(?:1\.(?!7$|8$)\d+|2\.1)$/;

/** Whether a refusal says that the address itself is gone, and not only that this mail did not please (R-BNC-6). */
export function isGone(words: string): boolean {
  return GONE.test(STATUS_CODE.exec(words)?.[0] ?? '') && !/\bsender\b/i.test(words);
}

export { mailCameBack } from './came-back.js';
export { MailCheck } from './mail-check.entity.js';
export { MailCheckModule } from './mail-check.module.js';

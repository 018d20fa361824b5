import type { TextKey } from '../../../app/intl.js';
import type { ImportKey, ImportKind, ImportTarget } from '../../../generated/crm-transfer.js';

type Target = Exclude<ImportTarget, 'PROPERTY'>;

/** What columns may hold, in words. */
export const TARGETS: Record<Target, TextKey> = {
  SKIP: 'crm.target.skip',
  NAME: 'crm.target.name',
  FIRST_NAME: 'crm.target.firstName',
  LAST_NAME: 'crm.target.lastName',
  EMAIL: 'identity.email',
  PHONE: 'identity.phone',
  CONTACT: 'crm.target.contact',
  COMPANY: 'crm.target.company',
  OWNER: 'crm.target.owner',
  EXTERNAL_ID: 'crm.target.id',
  TEXT: 'crm.description',
  DOMAIN: 'crm.domain',
  PIPELINE: 'crm.pipeline',
  STAGE: 'crm.stage',
  PRIORITY: 'crm.priority',
  SOURCE: 'crm.source',
  AMOUNT: 'crm.amountColumn',
  CURRENCY: 'crm.currency',
  DUE_AT: 'crm.due',
  REMIND_AT: 'crm.remind',
  DONE: 'crm.state.done',
};

const TIED: readonly Target[] = ['SKIP', 'NAME', 'EXTERNAL_ID', 'OWNER', 'CONTACT', 'COMPANY', 'TEXT'];
/** Of them, those of each list; contacts have their properties beside these. */
export const TARGETS_OF: Record<ImportKind, readonly Target[]> = {
  CONTACT: ['SKIP', 'NAME', 'FIRST_NAME', 'LAST_NAME', 'EMAIL', 'PHONE', 'COMPANY', 'OWNER', 'EXTERNAL_ID'],
  COMPANY: ['SKIP', 'NAME', 'DOMAIN', 'OWNER', 'TEXT', 'EXTERNAL_ID'],
  TICKET: [...TIED, 'PIPELINE', 'STAGE', 'PRIORITY', 'SOURCE'],
  DEAL: [...TIED, 'PIPELINE', 'STAGE', 'AMOUNT', 'CURRENCY', 'DUE_AT'],
  TASK: [...TIED, 'DUE_AT', 'REMIND_AT', 'DONE'],
};

/** By what the rows of each list find what they are about. */
export const KEYS_OF: Record<ImportKind, readonly ImportKey[]> = {
  CONTACT: ['EMAIL', 'EXTERNAL_ID'],
  COMPANY: ['DOMAIN', 'NAME', 'EXTERNAL_ID'],
  TICKET: ['EXTERNAL_ID'],
  DEAL: ['EXTERNAL_ID'],
  TASK: ['EXTERNAL_ID'],
};

/** Whether a list comes in from files. */
export const hasImport = (type: string): type is ImportKind => Object.hasOwn(TARGETS_OF, type);

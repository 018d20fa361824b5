export { audit, changesOf, type NewAuditEntry } from './audit.js';
export { AuditEntry, type AuditChange } from './audit-entry.entity.js';
export { AuditModule } from './audit.module.js';
export { firstBrokenEntry } from './audit.repository.js';

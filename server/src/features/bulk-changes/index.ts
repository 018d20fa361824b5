export { type BulkChange } from './bulk-change.entity.js';
export { type BulkChangeInput, BulkChangeService } from './bulk-change.service.js';
export { BulkChangesModule } from './bulk-changes.module.js';
export { type BulkSubject, BulkSubjects, type Changed, type Doing, type Named, type Outcome } from './bulk-subjects.js';

export { associationsOf } from './association.repository.js';
export { CrmRecord } from './record.entity.js';
export { openRecord, RecordService } from './record.service.js';
export { RecordsModule } from './records.module.js';

export { associate, associationsOf } from './association.repository.js';
export { companiesByName, companiesOfContacts } from './company.repository.js';
export { type Pipeline } from './pipeline.entity.js';
export { findStages, listPipelines, stagesOf } from './pipeline.repository.js';
export { changesOf, checkLink, checkNewId, type RecordSave, type RecordType } from './record-rules.js';
export { CrmRecord } from './record.entity.js';
export {
  companiesOf,
  countRecords,
  deleteRecord,
  findByExternalIds,
  findByLookup,
  findRecords,
  insertRecord,
  listRecords,
  type RecordFilter,
  sortValue,
  takenIds,
  updateRecord,
} from './record.repository.js';
export { editableOf, requireEditable, requireLinkable, requireTies, tellOfRecord } from './record-access.js';
export { RecordFields } from './record-fields.resolver.js';
export { binRecord, changeRecord, linkRecord, RecordService, saveRecord } from './record.service.js';
export { RecordsModule } from './records.module.js';
export { usualCurrency } from './usual-currency.js';
export { pipelineWords, stageWords } from './words.js';

export { indexContacts, indexNewContact, removeContacts } from './contact-entries.js';
export { removeEntries } from './entry.js';
export { isFound, walkFound } from './found.js';
export { ListIndexJob } from './list-index.job.js';
export { ListIndexModule } from './list-index.module.js';
export { indexRecords, reindexRecords } from './record-entries.js';
export { checkFact, type FactAsked, type FactFilter, factFilter } from './fact-asked.js';
export { LIST_INDEX_JOB, reindexList } from './rounds.js';

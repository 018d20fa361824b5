export { deliveryFigures, intakeFigures, queueFigures, responderFigures } from './figures.repository.js';
export { BackupMaker } from './backup-maker.js';
export { lastGoodBackup } from './backup.repository.js';
export { OperationsModule } from './operations.module.js';
export { type DomainRecords, keyProblem, recordsOf } from './sender-domains.js';
export { OperationsOptions } from './operations-options.js';

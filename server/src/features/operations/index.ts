export { deliveryFigures, intakeFigures, queueFigures, responderFigures } from './figures.repository.js';
export { BackupMaker } from './backup-maker.js';
export { lastGoodBackup } from './backup.repository.js';
export { OperationsModule } from './operations.module.js';
export { OperationsOptions } from './operations-options.js';

export { ListExportModule } from './list-export.module.js';

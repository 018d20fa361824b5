export { ListImportModule } from './list-import.module.js';

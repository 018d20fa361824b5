export { ContactExportModule } from './contact-export.module.js';

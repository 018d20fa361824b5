export { ContactImportModule } from './contact-import.module.js';

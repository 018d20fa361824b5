export { ContactMergeModule } from './contact-merge.module.js';

export { SlaModule } from './sla.module.js';

export { InboundItem } from './inbound-item.entity.js';
export { IntakeModule } from './intake.module.js';
export { Intake, type IntakeOptions, type RawItem } from './intake.js';
export { IntakeService } from './intake.service.js';
export { messageIdsHere } from './known.js';

export { ACKNOWLEDGE, askForAcknowledgement, isAcknowledging } from './acknowledge.job.js';
export { AcknowledgedItem } from './acknowledged-item.entity.js';
export { AcknowledgedSender } from './acknowledged-sender.entity.js';
export { Acknowledgement } from './acknowledgement.entity.js';
export { type AcknowledgementSave, AcknowledgementService } from './acknowledgement.service.js';
export { AcknowledgementsModule } from './acknowledgements.module.js';
export { claimAnswer, inPeace, type Question, sendByItself, wayBack } from './answering.js';

export { holdNew } from './bot-control.service.js';
export { Responder } from './responder.entity.js';
export {
  type ActionInfo,
  type OfferedAction,
  type OfferedCaller,
  ResponderGateway,
  type ResponderTypeInfo,
} from './responder-gateway.js';
export { findResponder, listResponders, noteHeard, noteTroubleOf } from './responder.repository.js';
export { RespondersModule } from './responders.module.js';

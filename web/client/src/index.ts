export { Balie, type BalieOptions, type Change, type ChangesOptions, type Operation } from './client.js';
export { BalieError, must, type UserError } from './errors.js';
export {
  ChangesDocument,
  ConversationDocument,
  ConversationsDocument,
  CreateUploadDocument,
  PositionDocument,
  SendMessageDocument,
  SetStatusDocument,
} from './generated/operations.js';
export type * as Schema from './generated/schema.js';
export { newId } from './ids.js';
export type { WebSocketClass } from './socket.js';

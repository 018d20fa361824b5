export { Attachment } from './attachment.entity.js';
export { MessageRecipient } from './message-recipient.entity.js';
export { Message } from './message.entity.js';
export { type ItemPage, listItems, type PageArgs } from './item-page.js';
export {
  addExternalIds,
  attachmentsOf,
  claimExternalId,
  externalIdsOf,
  findByExternalIds,
  findBySendKey,
  findMessage,
  findMessages,
  insertItem,
  recipientsOf,
  rewriteItem,
  updateMessage,
} from './message.repository.js';
export type { Address, NewAttachment, NewItem } from './new-item.js';

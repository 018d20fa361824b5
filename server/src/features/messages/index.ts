export { asked } from './asked.js';
export {
  answersCalendar,
  askAboutCalendar,
  CALENDAR_ANSWERED,
  CALENDAR_TAKEN_BACK,
  type CalendarCall,
  hasCalendar,
} from './calendar-call.js';
export { Attachment } from './attachment.entity.js';
export { MessageRecipient } from './message-recipient.entity.js';
export { Message } from './message.entity.js';
export { type ItemPage, listItems, type PageArgs } from './item-page.js';
export {
  addExternalIds,
  attachmentsOf,
  claimExternalIds,
  externalIdsOf,
  findByExternalIds,
  findBySendKey,
  findItemAt,
  findMessage,
  findMessages,
  findUploads,
  insertItem,
  keepUploads,
  lastActivity,
  recipientsOf,
  hasFiles,
  rewriteItem,
  updateMessage,
} from './message.repository.js';
export type { Address, NewAttachment, NewItem } from './new-item.js';
export { FileAccess } from './file.access.js';
export { sendFile } from './file-response.js';
export { safeFileName, uniqueNames } from './file-kinds.js';
export { HtmlSanitizer, HtmlTooHard } from './html.js';
export { inboxOfConversation, loadVisibleMessage } from './message.loader.js';
export { MessagesModule } from './messages.module.js';
export { PictureOptions } from './picture-options.js';
export { Upload } from './upload.entity.js';

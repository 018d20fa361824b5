export { ReplyService, UndoWindow } from './reply.service.js';
export { RepliesModule } from './replies.module.js';

export { ReplyService } from './reply.service.js';
export { type Letter, LetterService, type ReadyLetter } from './letter.service.js';
export { RepliesModule } from './replies.module.js';
export { fit, type Fitted } from './fit.js';
export { filesOf } from './outward.js';
export { hashOf } from './send-input.js';
export { ownCheck, type Route, routesOf } from './routes.js';
export { consumeUploads, type ReadyUpload, requireUploads } from './upload.repository.js';
export { ownerOf, UPLOAD_KEPT_MS, UploadService } from './upload.service.js';

export { ReplyService } from './reply.service.js';
export { RepliesModule } from './replies.module.js';
export { fit, type Fitted } from './fit.js';
export { ownCheck, type Route, routesOf } from './routes.js';
export { consumeUploads, type ReadyUpload, requireUploads } from './upload.repository.js';
export { ownerOf } from './upload.service.js';

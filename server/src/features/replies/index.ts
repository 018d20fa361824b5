export { ReplyService } from './reply.service.js';
export { RepliesModule } from './replies.module.js';
export { fit } from './fit.js';
export { ownCheck, type Route, routesOf } from './routes.js';

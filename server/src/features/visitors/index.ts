export { DeskNews } from './desk-news.js';
export { VisitorService } from './visitor.service.js';
export { tellOfContact, VisitorSignals } from './visitor-signals.js';
export { VisitorsModule } from './visitors.module.js';

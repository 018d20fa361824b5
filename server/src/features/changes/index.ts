export { ChangesModule } from './changes.module.js';
export { JournalTail } from './journal-tail.js';
export { SharedLoads } from './shared-loads.js';
export { Subscriber } from './subscriber.js';

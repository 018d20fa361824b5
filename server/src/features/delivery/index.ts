export { Delivery } from './delivery.entity.js';
export { DeliveryModule } from './delivery.module.js';
export { applyReceipt, type Receipt } from './receipts.js';
export { type Outgoing, queueDeliveries } from './record.js';

export { Delivery } from './delivery.entity.js';
export { DeliveryModule } from './delivery.module.js';
export { applyReceipt, type Receipt } from './receipts.js';
export { laneOf, type Outgoing, queueDeliveries } from './record.js';

export { Webhook } from './webhook.entity.js';
export { WebhookDelivery } from './webhook-delivery.entity.js';
export { WebhookOptions } from './webhook-options.js';
export { WebhooksModule } from './webhooks.module.js';

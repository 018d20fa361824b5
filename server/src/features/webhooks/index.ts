export { Webhook } from './webhook.entity.js';
export { WebhookDelivery } from './webhook-delivery.entity.js';
export { WebhookOptions } from './webhook-options.js';
export { type Posted, WebhookPoster } from './webhook-poster.js';
export { WebhooksModule } from './webhooks.module.js';

export { hears, TOLD_BY_RULE } from './told.js';
export { Webhook } from './webhook.entity.js';
export { findWebhook, listWebhooks } from './webhook.repository.js';
export { WebhookDelivery } from './webhook-delivery.entity.js';
export { WebhookOptions } from './webhook-options.js';
export { type Posted, WebhookPoster } from './webhook-poster.js';
export { WebhooksModule } from './webhooks.module.js';

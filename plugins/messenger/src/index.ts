import { definePlugin } from '@balie/plugin-sdk';
import { messenger } from './channel.js';
import { pluginSettings } from './settings.js';
import { webhook } from './webhook.js';

export default definePlugin({ settings: pluginSettings, channels: [messenger], sharedWebhooks: { app: webhook } });

import { definePlugin } from '@balie/plugin-sdk';
import { email } from './channel.js';
import { pluginSettings } from './plugin-settings.js';

export default definePlugin({ settings: pluginSettings, channels: [email] });

import { definePlugin } from '@balie/plugin-sdk';
import { chat } from './channel.js';

export default definePlugin({ channels: [chat] });

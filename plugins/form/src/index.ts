import { definePlugin } from '@balie/plugin-sdk';
import { form } from './channel.js';

/** Support forms for Balie (S22). */
export default definePlugin({ channels: [form] });

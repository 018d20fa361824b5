import { definePlugin } from '@balie/plugin-sdk';
import { email } from './channel.js';

export default definePlugin({ channels: [email] });

/** The page in the frame. */
import { render } from 'preact';
import { createBridge } from './bridge.js';
import { Conversation } from './conversation.js';
import type { FrameConfig } from './protocol.js';
import { palette } from './theme.js';
import { App } from './view/App.js';

const dark = matchMedia('(prefers-color-scheme: dark)');

/** Sets the colours, as the visitor's system has it. */
function paint(color: string): void {
  for (const [name, value] of Object.entries(palette(color, dark.matches ? 'dark' : 'light')))
    document.documentElement.style.setProperty(`--${name}`, value);
}

const root = document.getElementById('balie-chat');
if (root?.dataset.config) {
  const config = JSON.parse(root.dataset.config) as FrameConfig;
  const bridge = createBridge();
  let { color } = config;
  paint(color);
  dark.addEventListener('change', () => paint(color));
  // The page of the site may have a colour of its own for it.
  bridge.hear((message) => message.t === 'init' && paint((color = message.color)));
  const conversation = new Conversation(config, bridge);
  render(<App conversation={conversation} />, root);
  conversation.start();
}

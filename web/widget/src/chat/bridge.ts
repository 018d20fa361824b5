/** The frame's side of what it and the loader say to each other. */
import type { ToFrame, ToLoader } from '../wire.js';

export interface Bridge {
  post(message: ToLoader): void;
  hear(listener: (message: ToFrame) => unknown): void;
}

/** Only the page around us is heard. It can't be named beforehand: which sites may embed us is said by `frame-ancestors`. */
export function createBridge(): Bridge {
  return {
    post: (message) => parent.postMessage(message, '*'),
    hear: (listener) =>
      addEventListener('message', ({ source, data }) => {
        if (source === parent && parent !== window) listener(data as ToFrame);
      }),
  };
}

import { webcrypto } from 'node:crypto';

// What a browser has and jsdom has not.
if (!globalThis.crypto?.getRandomValues) Object.defineProperty(globalThis, 'crypto', { value: webcrypto });

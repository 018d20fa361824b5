export { Attempts } from './attempts.js';
export { AuthModule } from './auth.module.js';
export { AuthOptions } from './auth-options.js';
export { Authenticator, type SocketParams } from './authenticator.js';
export { BrowserSessions, placeOf } from './browser-sessions.js';
export type { Caller } from './caller.js';
export { ctxOf } from './callers.js';
export { HttpError } from './http-errors.js';
export { SESSION_MS, SessionService } from './session.service.js';

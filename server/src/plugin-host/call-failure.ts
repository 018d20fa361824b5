import { ChannelFailure, InvalidSettings } from '../features/channels/index.js';
import { DeadlineError, GoneError } from './child/peer.js';
import { RemoteError, type ChannelErrorKind } from './child/wire-error.js';
import type { Redactor } from './redact.js';
import { NotRunningError } from './supervisor.js';

/** What went wrong in a call to a plugin, as the core's own failure, without secrets. */
export function failureOf(error: unknown, redactor: Redactor): ChannelFailure | InvalidSettings {
  if (error instanceof ChannelFailure || error instanceof InvalidSettings) return error;
  if (error instanceof NotRunningError)
    return new ChannelFailure(
      'transient',
      redactor.text(error.message),
      error.retryAfterMs === null ? {} : { retryAfterMs: error.retryAfterMs },
    );
  if (error instanceof RemoteError) {
    const { kind, detail, issues, message } = error.wire;
    if (kind !== undefined) return new ChannelFailure(kind as ChannelErrorKind, redactor.text(message), detail ?? {});
    if (issues !== undefined)
      return new InvalidSettings(issues.map((issue) => ({ path: issue.path, message: redactor.text(issue.message) })));
    return new ChannelFailure('uncertain', `The plugin failed: ${redactor.text(message)}`);
  }
  if (error instanceof DeadlineError)
    return new ChannelFailure('uncertain', `The plugin gave no answer in time. ${error.message}`);
  if (error instanceof GoneError)
    return new ChannelFailure('uncertain', `The plugin’s process ended during the call. ${redactor.text(error.message)}`);
  const message = error instanceof Error ? error.message : String(error);
  return new ChannelFailure('uncertain', redactor.text(message));
}

/** Whether the process was lost, or hung, in the call: its fault or that of a call beside it. */
export function lostProcess(error: unknown): boolean {
  return error instanceof DeadlineError || error instanceof GoneError;
}

/** Whether the call was never made. */
export function neverMade(error: unknown): boolean {
  return error instanceof NotRunningError;
}

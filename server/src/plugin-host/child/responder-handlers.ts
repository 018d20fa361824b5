import type { Json, JournalEvent, TryOutInput } from '@balie/plugin-sdk';
import { channelOf, configuredOf, fillingInOf, type Handler, responderOf, respondingOf, settingsOf } from './instance.js';
import { keptSettings } from './kept-settings.js';
import type { InstanceSpec } from './spec.js';

/** What responders do, and what channels and responders offer to others or do by the clock. */
export const RESPONDER_HANDLERS: Record<string, Handler> = {
  handle: async (plugin, args, scope) => {
    const { responder, context } = await respondingOf(plugin, args, scope);
    await responder.handle(args[1] as JournalEvent, context);
  },
  takes: async (plugin, args, scope) => {
    const { responder, context } = await respondingOf(plugin, args, scope);
    return (await responder.takes?.(args[1] as JournalEvent, context)) ?? true;
  },
  tryOut: async (plugin, args, scope) => {
    const { responder, context } = await respondingOf(plugin, args, scope);
    if (!responder.tryOut) throw new Error('It can not be tried out.');
    return responder.tryOut(args[1] as TryOutInput, context);
  },
  settingChoices: async (plugin, args, scope) => {
    const name = String(args[1]);
    const { responder, context } = await fillingInOf(plugin, args, scope);
    const list = Object.hasOwn(responder.settingChoices ?? {}, name) ? responder.settingChoices?.[name] : undefined;
    if (!list) throw new Error(`There are no choices ${name}.`);
    return list(context);
  },
  /** Whether settings that were saved by another version can be read. */
  settings: async (plugin, args) => {
    const spec = args[0] as InstanceSpec;
    const type = spec.kind === 'responder' ? responderOf(plugin, spec.type) : channelOf(plugin, spec.type);
    await settingsOf(type, spec);
  },
  checkResponder: async (plugin, args, scope) => {
    const { type, spec, settings, context } = await configuredOf(plugin, args, scope);
    const result = await type.check(context);
    return { settings: keptSettings(spec.settings, settings as Record<string, Json>), result };
  },
  action: async (plugin, args, scope) => {
    const [, name, input] = args as [InstanceSpec, string, Json];
    const { type, context } = await configuredOf(plugin, args, scope);
    const action = Object.hasOwn(type.actions ?? {}, name) ? type.actions?.[name] : undefined;
    if (!action) throw new Error(`There is no action ${name}.`);
    const given = await action.input.safeParseAsync(input);
    if (!given.success) throw given.error;
    return action.output.parse(await action.run(given.data as Json, context));
  },
  schedule: async (plugin, args, scope) => {
    const name = String(args[1]);
    const { type, context } = await configuredOf(plugin, args, scope);
    const schedule = Object.hasOwn(type.schedules ?? {}, name) ? type.schedules?.[name] : undefined;
    if (!schedule) throw new Error(`There is no schedule ${name}.`);
    await schedule.run(context);
  },
};

import type { Json, SettingChoice, SettingChoices, TryOut } from '@balie/plugin-sdk';
import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type {
  MutationBotHandOffArgs,
  MutationBotStartArgs,
  MutationBotTakeOverArgs,
  MutationPluginCallArgs,
  MutationResponderSaveArgs,
  MutationResponderTestArgs,
  MutationResponderTryArgs,
  QueryResponderChoicesArgs,
} from '../../generated/graphql.js';
import { wordsIn } from '../../kernel/language.js';
import type { GqlContext } from '../../kernel/request.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { payload } from '../../kernel/user-errors.js';
import { ChannelSecrets, channelsOfPlugin } from '../channels/index.js';
import type { Conversation } from '../conversations/index.js';
import { findInstallation, issuesOf, type Issue, type PluginInstallation } from '../plugins/index.js';
import { BotControlService } from './bot-control.service.js';
import type { Responder } from './responder.entity.js';
import { type OfferedAction, ResponderGateway, type ResponderTypeInfo } from './responder-gateway.js';
import { findResponder, listResponders } from './responder.repository.js';
import {
  type ResponderChoices,
  type ResponderSave,
  type ResponderTest,
  type ResponderTried,
  type ResponderTry,
  ResponderService,
} from './responder.service.js';

type TestPayload = ResponderTried;
const NO_TEST: TestPayload = { ok: false, account: null, checks: [] };

/** `responders`, their types, and the call of an action. */
@Resolver('Responder')
export class ResponderResolver {
  constructor(
    private readonly service: ResponderService,
    private readonly gateway: ResponderGateway,
    private readonly secrets: ChannelSecrets,
  ) {}

  @Query('responderTypes')
  types(): Promise<ResponderTypeInfo[]> {
    return this.gateway.types();
  }

  @Query('responders')
  list(): Promise<Responder[]> {
    return this.service.list();
  }

  @Query('responderChoices')
  choices(@Args() { input }: QueryResponderChoicesArgs) {
    return payload<SettingChoices>({ choices: [] }, () => this.service.choices(input as ResponderChoices), ['input']);
  }

  @Mutation('responderSave')
  save(@Context() { ctx }: GqlContext, @Args() { input }: MutationResponderSaveArgs) {
    const work = async () => ({ responder: await this.service.save(ctx, input as ResponderSave) });
    return payload<{ responder: Responder | null }>({ responder: null }, work, ['input']);
  }

  @Mutation('responderTest')
  test(@Args() { input }: MutationResponderTestArgs) {
    return payload<TestPayload>(NO_TEST, async () => this.service.test(input as ResponderTest), ['input']);
  }

  @Mutation('responderTry')
  tryOut(@Args() { input }: MutationResponderTryArgs) {
    const asked = { ...input, text: input.text ?? null, state: (input.state ?? null) as Json } as ResponderTry;
    return payload<{ turn: TryOut | null }>({ turn: null }, async () => ({ turn: await this.service.tryOut(asked) }), ['input']);
  }

  @Mutation('responderDelete')
  remove(@Context() { ctx }: GqlContext, @Args('id') id: string) {
    const work = async () => ({ deletedIds: [await this.service.remove(ctx, id)] });
    return payload<{ deletedIds: string[] }>({ deletedIds: [] }, work);
  }

  @Mutation('pluginCall')
  call(@Context() { ctx }: GqlContext, @Args() { instanceId, action, input }: MutationPluginCallArgs) {
    const work = async () => ({ output: await this.service.call(ctx, instanceId, action, input as Json) });
    return payload<{ output: Json }>({ output: null }, work);
  }

  @ResolveField('secretsSet')
  secretsSet(responder: Responder): string[] {
    return this.secrets.names(responder);
  }
}

/** What of a type is not a column. */
@Resolver('ResponderType')
export class ResponderTypeResolver {
  constructor(
    private readonly gateway: ResponderGateway,
    private readonly uow: UnitOfWork,
  ) {}

  @ResolveField('settingsSchema')
  settingsSchema(type: ResponderTypeInfo, { responderId }: { responderId?: string }): Record<string, unknown> {
    return responderId ? this.gateway.formOf(type, responderId) : type.settingsSchema;
  }

  @ResolveField('title')
  title(type: ResponderTypeInfo, { language }: { language?: string }): string {
    return wordsIn(type.title, language);
  }

  @ResolveField('canTry')
  canTry(type: ResponderTypeInfo): boolean {
    return type.has.includes('tryOut');
  }

  @ResolveField('plugin')
  plugin(type: ResponderTypeInfo): Promise<PluginInstallation | null> {
    return findInstallation(this.uow.reader, type.pluginId);
  }
}

/** What can be chosen, in the words of whoever asks. */
@Resolver('ResponderChoices')
export class ResponderChoicesResolver {
  @ResolveField('note')
  note({ note }: SettingChoices, { language }: { language?: string }): string | null {
    return note === undefined ? null : wordsIn(note, language);
  }
}

/** One of them. */
@Resolver('SettingChoice')
export class SettingChoiceResolver {
  @ResolveField('help')
  help({ help }: SettingChoice, { language }: { language?: string }): string | null {
    return help === undefined ? null : wordsIn(help, language);
  }
}

/** Who has the word in a conversation. */
@Resolver('Conversation')
export class BotControlResolver {
  constructor(
    private readonly control: BotControlService,
    private readonly uow: UnitOfWork,
  ) {}

  @Mutation('botStart')
  start(@Context() { ctx }: GqlContext, @Args() { conversationId, botId }: MutationBotStartArgs) {
    return conversationPayload(() => this.control.give(ctx, conversationId, botId));
  }

  @Mutation('botTakeOver')
  takeOver(@Context() { ctx }: GqlContext, @Args() { conversationId }: MutationBotTakeOverArgs) {
    return conversationPayload(() => this.control.takeOver(ctx, conversationId));
  }

  @Mutation('botHandOff')
  handOff(@Context() { ctx }: GqlContext, @Args() { conversationId, note, assigneeId }: MutationBotHandOffArgs) {
    return conversationPayload(() => this.control.handOff(ctx, conversationId, note ?? null, assigneeId ?? null));
  }

  @ResolveField('bot')
  async bot({ botId }: Conversation): Promise<{ id: string; name: string } | null> {
    const found = botId === null ? null : await findResponder(this.uow.reader, botId);
    return found && { id: found.id, name: found.name };
  }
}

/** What plugins offer and what they want people to know. */
@Resolver('Plugin')
export class PluginOffersResolver {
  constructor(
    private readonly gateway: ResponderGateway,
    private readonly uow: UnitOfWork,
  ) {}

  @ResolveField('actions')
  actions(plugin: PluginInstallation): Promise<OfferedAction[]> {
    return this.gateway.actions(plugin.id);
  }

  @ResolveField('issues')
  issues(plugin: PluginInstallation, _args: unknown, gql: GqlContext) {
    const loader = gql.loader('pluginIssues', () => new DataLoader((ids: readonly string[]) => this.issuesOfAll(ids)));
    return loader.load(plugin.id);
  }

  /** What each of these plugins and its instances have raised. */
  private async issuesOfAll(pluginIds: readonly string[]) {
    const { reader } = this.uow;
    const [channels, responders] = await Promise.all([channelsOfPlugin(reader), listResponders(reader)]);
    const owners = new Map([...channels, ...responders].map(({ id, pluginId }) => [id, pluginId]));
    for (const id of pluginIds) owners.set(id, id);
    const issues = await issuesOf(reader, [...owners.keys()]);
    return pluginIds.map((pluginId) =>
      issues.filter(({ instanceId }) => owners.get(instanceId) === pluginId).map((issue) => shownIssue(issue, pluginId)),
    );
  }
}

function shownIssue(issue: Issue, pluginId: string) {
  const instanceId = issue.instanceId === pluginId ? null : issue.instanceId;
  return { ...issue, instanceId, severity: issue.severity.toUpperCase() };
}

/** An action in the words of whoever asks. */
@Resolver('PluginAction')
export class PluginActionResolver {
  @ResolveField('title')
  title(action: OfferedAction, { language }: { language?: string }): string {
    return wordsIn(action.title, language);
  }
}

function conversationPayload(work: () => Promise<Conversation>) {
  return payload<{ conversation: Conversation | null }>({ conversation: null }, async () => ({ conversation: await work() }));
}

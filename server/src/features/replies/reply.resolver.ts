import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Conversation } from '../conversations/index.js';
import { findMessage, type Message } from '../messages/index.js';
import { Clock } from '../../kernel/clock.js';
import type { GqlContext } from '../../kernel/request.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { payload } from '../../kernel/user-errors.js';
import { type ComposeInput, ComposeService } from './compose.service.js';
import { type ForwardInput, ForwardService } from './forward.service.js';
import { ReplyService } from './reply.service.js';
import { type Route, routesOf } from './routes.js';
import type { MessageSendInput } from './send-input.js';
import { UploadService, type UploadTicket } from './upload.service.js';

const NO_MESSAGE: { message: Message | null } = { message: null };
const NO_UPLOAD: { [Key in keyof UploadTicket]: UploadTicket[Key] | null } = { id: null, url: null, headers: null };

/** Sending, fitting and uploading, and the ways in which a conversation can be answered. */
@Resolver('Conversation')
export class ReplyResolver {
  constructor(
    private readonly replies: ReplyService,
    private readonly forwards: ForwardService,
    private readonly composes: ComposeService,
    private readonly uploads: UploadService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @ResolveField('replyRoutes')
  async replyRoutes(conversation: Conversation, { replyTo }: { replyTo: string | null }): Promise<Route[]> {
    const { reader } = this.uow;
    const answered = replyTo ? await findMessage(reader, replyTo) : null;
    if (replyTo && answered?.conversationId !== conversation.id) return [];
    return routesOf(reader, conversation, this.clock.now(), answered);
  }

  @Query('messageFit')
  messageFit(
    @Args('routeId') routeId: string,
    @Args('conversationId') conversationId: string,
    @Args('text') text: string,
    @Args('html') html: string | null,
    @Args('uploadIds') uploadIds: string[] | null,
    @Context() gql: GqlContext,
  ): Promise<string[]> {
    return this.replies.preview(gql.ctx, { routeId, conversationId, text, html, uploadIds });
  }

  @Mutation('messageSend')
  messageSend(@Args('input') input: MessageSendInput, @Context() gql: GqlContext) {
    const ctx = input.operationId ? { ...gql.ctx, operationId: input.operationId } : gql.ctx;
    return payload(NO_MESSAGE, async () => ({ message: await this.replies.send(ctx, input) }), ['input']);
  }

  @Mutation('messageForward')
  messageForward(@Args('input') input: ForwardInput, @Context() gql: GqlContext) {
    const ctx = input.operationId ? { ...gql.ctx, operationId: input.operationId } : gql.ctx;
    return payload(NO_MESSAGE, async () => ({ message: await this.forwards.forward(ctx, input) }), ['input']);
  }

  @Mutation('conversationCompose')
  conversationCompose(@Args('input') input: ComposeInput, @Context() gql: GqlContext) {
    const ctx = input.operationId ? { ...gql.ctx, operationId: input.operationId } : gql.ctx;
    return payload(NO_MESSAGE, async () => ({ message: await this.composes.compose(ctx, input) }), ['input']);
  }

  @Mutation('uploadCreate')
  uploadCreate(
    @Args('id') id: string | null,
    @Args('name') name: string,
    @Args('mime') mime: string,
    @Args('bytes') bytes: number,
    @Context() gql: GqlContext,
  ) {
    return payload<typeof NO_UPLOAD>(NO_UPLOAD, () => this.uploads.create(gql.ctx, { id, name, mime, bytes }));
  }
}

/** The message that a route answers. */
@Resolver('ReplyRoute')
export class ReplyRouteResolver {
  @ResolveField('answersId')
  answersId(route: Route): string | null {
    return route.answered?.id ?? null;
  }
}

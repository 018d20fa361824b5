import type { ServerResponse } from 'node:http';
import { All, Controller, Get, Param, Req, Res } from '@nestjs/common';
import { sendFile } from '../../features/messages/index.js';
import { Storage } from '../../kernel/storage.js';
import { FRAME, FRAME_HEADERS } from './frame.js';
import { LentFiles } from './lent-files.js';
import type { WebRequest } from './raw-request.js';
import { HttpRefusal } from './refusal.js';
import { PluginRoutes } from './routes.js';
import { StreamLines } from './stream-lines.js';
import { PluginWebhooks } from './webhooks.js';

type Rest = string[] | string | undefined;

/** Everything that is asked of plugins over HTTP: below `/p/<plugin>/`, so that no plugin reaches beyond its own. */
@Controller('p/:plugin')
export class PluginController {
  constructor(
    private readonly routes: PluginRoutes,
    private readonly webhooks: PluginWebhooks,
    private readonly streams: StreamLines,
  ) {}

  @All(['routes/:channelId/:name', 'routes/:channelId/:name/*rest'])
  route(
    @Param() { plugin, channelId, name, rest }: { plugin: string; channelId: string; name: string; rest?: Rest },
    @Req() request: WebRequest,
    @Res() response: ServerResponse,
  ): Promise<void> {
    const place = { plugin, channelId, name, path: pathOf(rest) };
    return answered(response, () => this.routes.answer(place, request, response));
  }

  @All('hooks/:channelId/:name')
  hook(
    @Param() { plugin, channelId, name }: { plugin: string; channelId: string; name: string },
    @Req() request: WebRequest,
    @Res() response: ServerResponse,
  ): Promise<void> {
    const place = { plugin, channelId, name, path: '' };
    return answered(response, () => this.webhooks.ofChannel(place, request, response));
  }

  @All('hooks/:name')
  sharedHook(
    @Param() { plugin, name }: { plugin: string; name: string },
    @Req() request: WebRequest,
    @Res() response: ServerResponse,
  ): Promise<void> {
    return answered(response, () => this.webhooks.shared({ plugin, name, path: '' }, request, response));
  }

  @All('stream/:channelId')
  stream(
    @Param() { plugin, channelId }: { plugin: string; channelId: string },
    @Req() request: WebRequest,
    @Res() response: ServerResponse,
  ): Promise<void> {
    return answered(response, () => this.streams.events(plugin, channelId, request, response));
  }
}

/** The frame in which the agent app shows the pages of plugins that are not kept anywhere, such as a preview. */
@Controller('p/frame')
export class PluginFrameController {
  @Get()
  frame(@Res() response: ServerResponse): void {
    for (const [name, value] of Object.entries(FRAME_HEADERS)) response.setHeader(name, value);
    response.end(FRAME);
  }
}

/** Files that plugins have lent to end users. */
@Controller('files/lent')
export class LentFileController {
  constructor(
    private readonly lent: LentFiles,
    private readonly storage: Storage,
  ) {}

  @Get(':token')
  async file(@Param('token') token: string, @Res() response: ServerResponse): Promise<void> {
    const { hash, name, bytes } = this.lent.open(token);
    await sendFile(response, await this.storage.open(hash), { name, bytes, lent: true });
  }
}

function pathOf(rest: Rest): string {
  if (rest === undefined) return '';
  return `/${Array.isArray(rest) ? rest.join('/') : rest}`;
}

async function answered(response: ServerResponse, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof HttpRefusal && error.retryAfterSeconds !== undefined)
      response.setHeader('Retry-After', error.retryAfterSeconds);
    throw error;
  }
}

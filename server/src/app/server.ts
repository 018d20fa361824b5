import 'reflect-metadata';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Application, Request } from 'express';
import { ApiSettingsService } from '../features/api-settings/index.js';
import { FirstRun } from '../features/setup/index.js';
import { JobQueue } from '../kernel/jobs.js';
import { PublicAddress } from '../kernel/public-address.js';
import { StreamLines } from '../plugin-host/index.js';
import { AppModule } from './app.module.js';
import { trustAuthorities } from './authorities.js';
import type { Config } from './config.js';
import { prepareDataDir } from './data-dir.js';
import { SocketServer } from './graphql/socket-server.js';
import { jsonBodies } from './http/body.js';
import { cors } from './http/cors.js';
import { refuseNul } from './http/nul.js';
import { onlyHealth } from './http/only-health.js';
import { ErrorFilter } from './http/error.filter.js';
import { safeHeaders } from './http/headers.js';
import { PageAdapter } from './http/page-adapter.js';
import { Readiness } from './http/readiness.js';
import { requestSpans } from './http/request-spans.js';
import { WEB_APP_DIR, webAssets, webPage } from './http/web-app.js';
import { Log, makeLogger, requestLog } from './logging.js';
import { startErrorOf } from './start-failures.js';

/** How long running jobs may take to finish when the server stops; then they are handed back. */
const JOBS_GRACE_MS = 10_000;

/** A server that runs. */
export interface RunningServer {
  app: NestExpressApplication;
  /** Where people open it. */
  url: string;
  port: number;
  /** The one-time code of the first run; null when there is an owner. */
  setupCode: string | null;
  /** Takes nothing new, finishes or hands back what runs, and closes everything. */
  close(): Promise<void>;
}

/**
 * How long a line on which nothing is asked stays open: longer than a proxy keeps one (nginx: 60 s). Who asks must be the one who closes it,
 * else a request meets a line that is gone just now and fails.
 */
const IDLE_LINE_MS = 75_000;

/** Starts the whole product; throws a StartError with one sentence when it can't. */
export async function startServer(config: Config): Promise<RunningServer> {
  trustAuthorities(config.caFile);
  await prepareDataDir(config.dataDir);
  let app: NestExpressApplication | null = null;
  try {
    app = await create(config);
    await app.init();
    await app.get(JobQueue, { strict: false }).start({ work: config.role !== 'web' });
    const setupCode = await app.get(FirstRun, { strict: false }).prepare();
    const server = app.getHttpServer() as Server;
    if (config.role !== 'worker') takeSockets(app, server);
    server.keepAliveTimeout = IDLE_LINE_MS;
    await app.listen(config.port, config.host);
    const { port } = server.address() as AddressInfo;
    const url = config.publicUrl ?? `http://${shownHost(config.host)}:${port}`;
    return { app, url, port, setupCode, close: closer(app) };
  } catch (error) {
    await app?.close().catch(() => undefined);
    throw startErrorOf(error, config);
  }
}

function takeSockets(app: NestExpressApplication, server: Server): void {
  const streams = app.get(StreamLines, { strict: false });
  const ipOf = addressOf(app);
  app
    .get(SocketServer, { strict: false })
    .attach(server, (request, socket, head) => streams.upgrade(request, socket, head, ipOf));
}

async function create(config: Config): Promise<NestExpressApplication> {
  const address = new PublicAddress(config.publicUrl ?? null);
  const logger = makeLogger(config.logLevel);
  const adapter = new PageAdapter(webPage(WEB_APP_DIR, address));
  const app = await NestFactory.create<NestExpressApplication>(AppModule.of(config), adapter, {
    logger: new Log(logger),
    bodyParser: false,
    // Else Nest ends the process by itself, and nobody could say why in one sentence.
    abortOnError: false,
  });
  // Before all else hears of a request: no route, policy or log below knows of the path in our address.
  for (const event of ['request', 'upgrade']) (app.getHttpServer() as Server).prependListener(event, address.enter);
  app.set('trust proxy', config.trustedProxies);
  app.disable('x-powered-by');
  app.use(requestLog(logger));
  app.use(requestSpans);
  app.use(...safeHeaders(address.https));
  if (config.role === 'worker') app.use(onlyHealth);
  const api = app.get(ApiSettingsService, { strict: false });
  app.use(cors((origin) => api.isAllowed(origin)));
  app.use(webAssets(WEB_APP_DIR));
  app.use('/graphql', ...jsonBodies());
  app.use('/api', ...jsonBodies(), refuseNul);
  app.useGlobalFilters(new ErrorFilter());
  return app;
}

/** Who opens a WebSocket, past the proxies that are trusted: as Express says it of a request. */
function addressOf(app: NestExpressApplication): (request: IncomingMessage) => string {
  const express = app.getHttpAdapter().getInstance() as Application & { request: Request };
  return (request) => {
    const asked = Object.create(express.request, { app: { value: express } }) as Request;
    return Object.assign(asked, { headers: request.headers, connection: request.socket, socket: request.socket }).ip ?? '';
  };
}

function closer(app: NestExpressApplication): () => Promise<void> {
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    app.get(Readiness, { strict: false }).stop();
    await app.get(SocketServer, { strict: false }).close();
    await app.get(JobQueue, { strict: false }).stop(JOBS_GRACE_MS);
    // The end waits for what is being answered; its lines are not kept for a next question.
    (app.getHttpServer() as Server).keepAliveTimeout = 1;
    await app.close();
  };
  return () => (closing ??= close());
}

function shownHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

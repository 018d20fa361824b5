import 'reflect-metadata';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { FirstRun } from '../features/setup/index.js';
import { JobQueue } from '../kernel/jobs.js';
import { AppModule } from './app.module.js';
import type { Config } from './config.js';
import { prepareDataDir } from './data-dir.js';
import { SocketServer } from './graphql/socket-server.js';
import { jsonBodies } from './http/body.js';
import { ErrorFilter } from './http/error.filter.js';
import { safeHeaders } from './http/headers.js';
import { PageAdapter } from './http/page-adapter.js';
import { Readiness } from './http/readiness.js';
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

/** Starts the whole product; throws a StartError with one sentence when it can't. */
export async function startServer(config: Config): Promise<RunningServer> {
  await prepareDataDir(config.dataDir);
  let app: NestExpressApplication | null = null;
  try {
    app = await create(config);
    await app.init();
    await app.get(JobQueue, { strict: false }).start();
    const setupCode = await app.get(FirstRun, { strict: false }).prepare();
    const server = app.getHttpServer() as Server;
    app.get(SocketServer, { strict: false }).attach(server);
    await app.listen(config.port, config.host);
    const { port } = server.address() as AddressInfo;
    const url = config.publicUrl ?? `http://${shownHost(config.host)}:${port}`;
    return { app, url, port, setupCode, close: closer(app) };
  } catch (error) {
    await app?.close().catch(() => undefined);
    throw startErrorOf(error, config);
  }
}

async function create(config: Config): Promise<NestExpressApplication> {
  const https = config.publicUrl?.startsWith('https:') ?? false;
  const logger = makeLogger(config.logLevel);
  const adapter = new PageAdapter(webPage(WEB_APP_DIR, https));
  const app = await NestFactory.create<NestExpressApplication>(AppModule.of(config), adapter, {
    logger: new Log(logger),
    bodyParser: false,
    // Else Nest ends the process by itself, and nobody could say why in one sentence.
    abortOnError: false,
  });
  app.set('trust proxy', config.trustedProxies);
  app.disable('x-powered-by');
  app.use(requestLog(logger));
  app.use(...safeHeaders(https));
  app.use(webAssets(WEB_APP_DIR));
  app.use('/graphql', ...jsonBodies());
  app.use('/api', ...jsonBodies());
  app.useGlobalFilters(new ErrorFilter());
  return app;
}

function closer(app: NestExpressApplication): () => Promise<void> {
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    app.get(Readiness, { strict: false }).stop();
    await app.get(SocketServer, { strict: false }).close();
    await app.get(JobQueue, { strict: false }).stop(JOBS_GRACE_MS);
    await app.close();
  };
  return () => (closing ??= close());
}

function shownHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

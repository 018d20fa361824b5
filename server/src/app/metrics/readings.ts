import { statfs } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { JournalTail } from '../../features/changes/index.js';
import { isSendingPaused } from '../../features/delivery/index.js';
import {
  deliveryFigures,
  intakeFigures,
  lastGoodBackup,
  queueFigures,
  responderFigures,
} from '../../features/operations/index.js';
import { listInstallations, PluginAdmin } from '../../features/plugins/index.js';
import { Clock } from '../../kernel/clock.js';
import { Journal } from '../../kernel/events.js';
import { UnitOfWork } from '../../kernel/uow.js';
import type { Config } from '../config.js';
import { SocketServer } from '../graphql/socket-server.js';
import { CONFIG } from '../tokens.js';
import { VERSION } from '../version.js';
import { Meters } from './meters.js';

/** States of a delivery in which it waits to leave. */
const WAITING: readonly string[] = ['QUEUED', 'DEFERRED', 'SENDING'];

/** What is of this process alone. */
@Injectable()
export class ProcessReadings {
  constructor(
    private readonly meters: Meters,
    private readonly sockets: SocketServer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async take(): Promise<void> {
    const { bavail, blocks } = await statfs(this.config.dataDir);
    this.meters.set('balie_build_info', [{ labels: { version: VERSION }, value: 1 }]);
    this.meters.set('balie_sockets', [{ value: this.sockets.count }]);
    this.meters.set('balie_disk_free_ratio', [{ value: blocks === 0 ? 1 : bavail / blocks }]);
  }
}

/** Reads what the gauges show, when somebody asks. */
@Injectable()
export class Readings {
  constructor(
    private readonly meters: Meters,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly tail: JournalTail,
    private readonly plugins: PluginAdmin,
    private readonly own: ProcessReadings,
  ) {}

  /** Everything that is exported, with the gauges of now; null where metrics are switched off. */
  async read(): Promise<{ contentType: string; text: string } | null> {
    await Promise.all([this.intake(), this.queue(), this.deliveries(), this.events(), this.pluginProcesses(), this.own.take()]);
    return this.meters.read();
  }

  private async intake(): Promise<void> {
    const now = this.clock.now();
    const figures = await intakeFigures(this.uow.reader);
    const labelled = figures.map((figure) => ({ ...figure, labels: { channel: figure.channelId, type: figure.type } }));
    const active = labelled.filter((figure) => figure.active);
    this.meters.set(
      'balie_channel_up',
      active.map(({ labels, state }) => ({ labels, value: state === 'CONNECTED' ? 1 : 0 })),
    );
    this.meters.set(
      'balie_intake_waiting_items',
      labelled.map(({ labels, waiting }) => ({ labels, value: waiting })),
    );
    this.meters.set(
      'balie_intake_lag_seconds',
      labelled.map(({ labels, oldestAt }) => ({ labels, value: oldestAt === null ? 0 : age(oldestAt, now) })),
    );
    this.meters.set(
      'balie_intake_read_age_seconds',
      active.flatMap(({ labels, readUntil }) => (readUntil === null ? [] : [{ labels, value: age(readUntil, now) }])),
    );
  }

  private async queue(): Promise<void> {
    const now = this.clock.now();
    const figures = await queueFigures(this.uow.reader, now);
    this.meters.set(
      'balie_queue_jobs',
      figures.map(({ name, state, jobs }) => ({ labels: { name, state }, value: jobs })),
    );
    this.meters.set(
      'balie_queue_oldest_seconds',
      figures
        .filter(({ state }) => state === 'DUE')
        .map(({ name, oldestAt }) => ({ labels: { name }, value: age(oldestAt, now) })),
    );
  }

  private async deliveries(): Promise<void> {
    const figures = await deliveryFigures(this.uow.reader);
    this.meters.set(
      'balie_deliveries',
      figures.map(({ status, deliveries }) => ({ labels: { status }, value: deliveries })),
    );
    const waiting = figures.filter(({ status, deliveries }) => deliveries > 0 && WAITING.includes(status));
    const now = this.clock.now();
    const oldest = Math.max(0, ...waiting.map(({ oldestAt }) => age(oldestAt, now)));
    this.meters.set('balie_delivery_oldest_seconds', [{ value: oldest }]);
    this.meters.set('balie_sending_paused', [{ value: (await isSendingPaused(this.uow.reader)) ? 1 : 0 }]);
    const last = await lastGoodBackup(this.uow.reader);
    this.meters.set('balie_backup_age_seconds', last ? [{ value: age(last.startedAt, now) }] : []);
  }

  private async events(): Promise<void> {
    const position = await this.journal.position();
    const responders = await responderFigures(this.uow.reader);
    this.meters.set('balie_event_log_position', [{ value: position }]);
    this.meters.set('balie_event_log_lag_events', [{ value: Math.max(0, position - this.tail.position) }]);
    this.meters.set(
      'balie_responder_lag_events',
      responders.map((each) => ({
        labels: { responder: each.responderId },
        value: Math.max(0, position - each.position),
      })),
    );
  }

  private async pluginProcesses(): Promise<void> {
    const rows = (await listInstallations(this.uow.reader)).filter(({ enabled }) => enabled);
    const found = await Promise.all(
      rows.map(async ({ id, state, restarts }) => ({
        labels: { plugin: id },
        state,
        restarts,
        ...(await this.plugins.status(id)),
      })),
    );
    this.meters.set(
      'balie_plugin_up',
      found.map(({ labels, state }) => ({ labels, value: state === 'ENABLED' ? 1 : 0 })),
    );
    this.meters.set(
      'balie_plugin_running',
      found.map(({ labels, running }) => ({ labels, value: running ? 1 : 0 })),
    );
    this.meters.set(
      'balie_plugin_restarts',
      found.map(({ labels, restarts }) => ({ labels, value: restarts })),
    );
    this.meters.set(
      'balie_plugin_memory_bytes',
      found.flatMap(({ labels, memoryBytes }) => (memoryBytes === null ? [] : [{ labels, value: memoryBytes }])),
    );
  }
}

function age(at: number, now: number): number {
  return Math.max(0, (now - at) / 1_000);
}

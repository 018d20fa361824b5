/** What a process counts while it works; nothing where metrics are not asked for. */
export abstract class Meters {
  /** An operation of the API: its field at the root, whether it was answered without errors, and how long it took. */
  abstract operation(type: 'query' | 'mutation', field: string, ok: boolean, seconds: number): void;
  /** Everything that is exported, as text for Prometheus. */
  abstract read(): Promise<{ contentType: string; text: string } | null>;
  /** Sets a gauge to a value for each of its label sets; those that are not named are gone. */
  abstract set(name: GaugeName, values: readonly { labels?: Record<string, string>; value: number }[]): void;
}

/** The gauges, which are read when somebody asks, with their help and labels. None holds a name or address of a person. */
export const GAUGES = {
  balie_build_info: { help: 'The version that runs; always 1.', labels: ['version'] },
  balie_channel_up: { help: 'Whether a channel that is switched on is connected.', labels: ['channel', 'type'] },
  balie_intake_waiting_items: { help: 'Items that came in and are not understood yet.', labels: ['channel', 'type'] },
  balie_intake_lag_seconds: {
    help: 'Age of the oldest item of a channel that came in and is not understood yet; 0 for none.',
    labels: ['channel', 'type'],
  },
  balie_intake_read_age_seconds: {
    help: 'How long ago nothing can have been missed on the far side of a channel that is read.',
    labels: ['channel', 'type'],
  },
  balie_queue_jobs: { help: 'Jobs, by name and state (DUE, LATER, RUNNING, DEAD).', labels: ['name', 'state'] },
  balie_queue_oldest_seconds: { help: 'How long the oldest job of a name could have run and did not.', labels: ['name'] },
  balie_deliveries: { help: 'Deliveries that wait or did not go well, by state.', labels: ['status'] },
  balie_delivery_oldest_seconds: { help: 'Age of the oldest delivery that waits to leave; 0 for none.', labels: [] },
  balie_sockets: { help: 'Open sockets of subscribers in this process.', labels: [] },
  balie_event_log_position: { help: 'The last position of the event log.', labels: [] },
  balie_event_log_lag_events: { help: 'Events of the log that subscribers of this process were not told of yet.', labels: [] },
  balie_responder_lag_events: { help: 'Events of the log that a responder has not heard yet.', labels: ['responder'] },
  balie_plugin_up: { help: 'Whether a plugin that is switched on may run: not parked, not incompatible.', labels: ['plugin'] },
  balie_plugin_running: {
    help: 'Whether the process of a plugin runs here now; an idle one is put to sleep.',
    labels: ['plugin'],
  },
  balie_plugin_restarts: { help: 'Unexpected ends of a plugin since it was installed or started again.', labels: ['plugin'] },
  balie_plugin_memory_bytes: { help: 'Resident memory of the process of a plugin.', labels: ['plugin'] },
  balie_sending_paused: { help: 'Whether everything that would leave is held until a person lets it go.', labels: [] },
  balie_backup_age_seconds: { help: 'How long ago the last complete backup of the schedule was begun.', labels: [] },
  balie_disk_free_ratio: { help: 'The part of the disk of the data folder that is free.', labels: [] },
} as const satisfies Record<string, { help: string; labels: readonly string[] }>;
export type GaugeName = keyof typeof GAUGES;

/** Where metrics are switched off: costs nothing. */
export class NoMeters extends Meters {
  operation(): void {}
  set(): void {}
  async read(): Promise<null> {
    return null;
  }
}

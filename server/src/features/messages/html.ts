import { Worker } from 'node:worker_threads';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { type CleanHtml, sanitize, type SanitizeAnswer, type SanitizeOptions } from './sanitize.js';

/** Longer HTML is cut here before it is cleaned (R-HTM-6). */
export const MAX_HTML = 1024 * 1024;
/** Shorter HTML is cleaned at once: handing it to a worker would cost more. */
const SMALL = 8 * 1024;
const DEADLINE_MS = 5_000;
const WORKERS = 2;

/** What is known to be removed; if a release of the library lets one of them through, the server does not start. */
const PROBE =
  '<p onclick="alert(1)">probe</p><script>alert(1)</script><svg><animate href="javascript:alert(1)"/></svg><iframe srcdoc="x"></iframe>' +
  '<img src="https://elsewhere.example/pixel.gif" onerror="alert(1)"><a href=" jav&#x09;ascript:alert(1)">x</a><form action="/x"><input></form>' +
  '<div style="position:fixed;background:url(https://elsewhere.example/x)">y</div><math><style><img src=x onerror=alert(1)></style></math>';
const FORBIDDEN = /script|on\w+\s*=|<svg|<iframe|<form|<input|<style|<math|position|url\(|\ssrc=/i;

interface Task {
  dirty: string;
  options: SanitizeOptions;
  resolve(clean: CleanHtml): void;
  reject(error: Error): void;
}
interface Slot {
  worker: Worker;
  /** The task it is at, with its number and its deadline. */
  busy: { id: number; task: Task; timer: NodeJS.Timeout } | null;
}

/** Thrown when HTML could not be cleaned in time: its text is shown instead. */
export class HtmlTooHard extends Error {}

/** Cleans HTML; long texts beside the main thread with a deadline, so that a hostile mail holds nobody up. */
@Injectable()
export class HtmlSanitizer implements OnModuleInit, OnModuleDestroy {
  private readonly slots: Slot[] = [];
  private readonly waiting: Task[] = [];
  private count = 0;

  /** Refuses to start when the known payload is not removed. */
  onModuleInit(): void {
    const { html } = sanitize(PROBE, { mode: 'keep' });
    if (FORBIDDEN.test(html.replaceAll('data-remote-src=', 'remembered=')) || !html.includes('probe'))
      throw new Error(`The HTML sanitiser lets through what it must remove, so the server does not start: ${html}`);
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.slots.splice(0).map(({ worker }) => worker.terminate()));
  }

  /** Clean HTML, cut at 1 MB; throws HtmlTooHard after 5 seconds. */
  async clean(dirty: string, options: SanitizeOptions): Promise<CleanHtml & { cut: boolean }> {
    const cut = dirty.length > MAX_HTML;
    const input = cut ? dirty.slice(0, MAX_HTML) : dirty;
    if (input.length <= SMALL) return { ...sanitize(input, options), cut };
    const clean = await new Promise<CleanHtml>((resolve, reject) => {
      this.waiting.push({ dirty: input, options, resolve, reject });
      this.next();
    });
    return { ...clean, cut };
  }

  private next(): void {
    if (this.waiting.length === 0) return;
    const slot = this.slots.find(({ busy }) => busy === null) ?? (this.slots.length < WORKERS ? this.open() : null);
    const task = slot && this.waiting.shift();
    if (!slot || !task) return;
    const id = ++this.count;
    const timer = setTimeout(
      () => this.fail(slot, new HtmlTooHard('The HTML could not be cleaned within 5 seconds.')),
      DEADLINE_MS,
    );
    slot.busy = { id, task, timer };
    slot.worker.ref();
    slot.worker.postMessage({ id, dirty: task.dirty, options: task.options });
  }

  private open(): Slot {
    // The same file in both builds: Node reads its TypeScript as it is when the tests run from the sources.
    const file = new URL(import.meta.url.endsWith('.ts') ? './sanitize.ts' : './sanitize.js', import.meta.url);
    const worker = new Worker(file, { workerData: { role: 'sanitize' }, resourceLimits: { maxOldGenerationSizeMb: 128 } });
    const slot: Slot = { worker, busy: null };
    worker.on('message', (answer: SanitizeAnswer) => this.answer(slot, answer));
    worker.on('error', (error) => this.fail(slot, new HtmlTooHard(`The HTML could not be cleaned: ${error.message}`)));
    this.slots.push(slot);
    return slot;
  }

  private answer(slot: Slot, answer: SanitizeAnswer): void {
    const { busy } = slot;
    if (busy?.id !== answer.id) return;
    clearTimeout(busy.timer);
    slot.busy = null;
    slot.worker.unref();
    if ('clean' in answer) busy.task.resolve(answer.clean);
    else busy.task.reject(new HtmlTooHard(`The HTML could not be cleaned: ${answer.error}`));
    this.next();
  }

  /** A worker that hangs or dies takes its own task with it and nothing else; the next task gets a new one. */
  private fail(slot: Slot, error: Error): void {
    const at = this.slots.indexOf(slot);
    if (at >= 0) this.slots.splice(at, 1);
    void slot.worker.terminate();
    if (slot.busy) {
      clearTimeout(slot.busy.timer);
      slot.busy.task.reject(error);
      slot.busy = null;
    }
    this.next();
  }
}

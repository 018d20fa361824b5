import type { Mutant } from './mutants.js';

/** The four builds that are bad on purpose, and what the harness must find in each (reliability 1.4). */
export const BAD_BUILDS: Record<'lazyDisk' | 'earlyAnswer' | 'noUniqueKey' | 'sendsAgain', Mutant & { caught: RegExp }> = {
  lazyDisk: {
    name: 'lazy-disk',
    caught: /^lost: reply/,
    edits: [{ file: 'adapters/database/sqlite-connection.js', find: 'synchronous: 2', replace: 'synchronous: 1' }],
  },
  // Only replies, known by what they answer (one whose lane has a job already makes none), and with time to be killed in between: who signs in
  // must find his session.
  earlyAnswer: {
    name: 'early-answer',
    caught: /^lost: reply/,
    edits: [
      {
        file: 'adapters/database/sqlite-uow.js',
        find: "this.parts.writer.statements.change('COMMIT');",
        replace: `const early = outcomes.filter((outcome) => outcome.ok && outcome.value?.message && outcome.item.ctx.principal.kind === 'user');
            for (const outcome of early) outcome.item.resolve(outcome.value);
            if (early.length > 0) await new Promise((resolve) => setTimeout(resolve, 1000));
            this.parts.writer.statements.change('COMMIT');`,
      },
    ],
  },
  noUniqueKey: {
    name: 'no-unique-key',
    caught: /^twice: mail/,
    edits: [
      {
        file: 'adapters/database/migrations/1764000000000-initial.js',
        find: 'CREATE UNIQUE INDEX "uq_inbound_item_channel_id_external_id"',
        replace: 'CREATE INDEX "uq_inbound_item_channel_id_external_id"',
      },
      {
        file: 'features/intake/store-message.js',
        find: "return same ? duplicateOf(same, 'It had come in before.') : null;",
        replace: 'return null;',
      },
      {
        file: 'features/messages/message.repository.js',
        find: 'for (const row of rows)claimed.add(row.external_id);',
        replace: 'for (const id of ids)claimed.add(id);',
      },
    ],
  },
  sendsAgain: {
    name: 'sends-again',
    caught: /^twice: reply .* was sent/,
    edits: [
      {
        file: 'features/delivery/outbound.js',
        find: 'sendKey: message.sendKey ?? message.id,',
        replace: 'sendKey: `${message.sendKey ?? message.id}.${Math.max(...call.rows.map((row) => row.attempts))}`,',
      },
      { file: 'features/delivery/outbound.js', find: 'uncertain: call.uncertain,', replace: 'uncertain: false,' },
    ],
  },
};

import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { type Reader, UnitOfWork } from '../../kernel/uow.js';
import { findAgents } from '../agents/index.js';
import { findChannels } from '../channels/index.js';
import { findInboxes } from '../inboxes/index.js';
import { csvOf } from './csv.js';
import { type Figures, FigureSum } from './figures.js';
import { type Day, daysOf, quarterOf } from './quarters.js';
import { agentInboxes, allOf, type Condition, conditionOf, inInboxes, type Narrowing } from './report-condition.js';
import {
  findPlace,
  type GroupBy,
  openBefore,
  openByCell,
  type Span,
  sumsBy,
  sumsByCell,
  sumsByDay,
} from './report.repository.js';

/** What a report is about. */
export interface ReportInput extends Narrowing {
  from: string;
  until: string;
  timeZone: string;
}
export type ReportBy = 'INBOX' | 'CHANNEL' | 'AGENT';

/** A report that was asked for: the days that it is of, and what of them the viewer may see. */
export interface Report {
  since: number;
  seesAgents: boolean;
  days: { date: string; figures: Figures }[];
  total: Figures;
  /** `counted`: how many of the days, the last ones, ended after counting began. */
  asked: { days: Day[]; span: Span; counted: number; condition: Condition; agents: Condition };
}
/** One line of a report by inbox, channel or agent. */
export interface ReportRow {
  id: string | null;
  name: string;
  figures: Figures;
}

const COLUMNS: Record<ReportBy, GroupBy> = { INBOX: 'inbox_id', CHANNEL: 'channel_id', AGENT: 'agent_id' };
const CHOICES = 100;
/** More of these are no table that anybody reads. */
const SUMS_IN_A_FILE = 200_000;
const LINES_IN_A_FILE = 50_000;

/** Reads what was counted, under the rights of who looks. */
@Injectable()
export class ReportService {
  constructor(private readonly uow: UnitOfWork) {}

  async report(ctx: Ctx, input: ReportInput): Promise<Report> {
    for (const path of ['inboxIds', 'channelIds', 'agentIds'] as const)
      if (input[path].length > CHOICES) throw new DomainError('LIMIT', `Choose ${CHOICES} at most.`, { path: [path] });
    const days = daysOf(input);
    const condition = conditionOf(ctx.principal, input);
    const agents = agentInboxes(ctx.principal);
    const span = { from: days[0]?.from ?? 0, before: days.at(-1)?.before ?? 0 };
    const { reader } = this.uow;
    const since = (await findPlace(reader)).beganAt ?? 0;
    const open = (await openBefore(reader, null, span.before, condition)).get('') ?? 0;
    const [total, sums] = [new FigureSum(), days.map(() => new FigureSum())];
    for (const sum of await sumsByDay(reader, days, condition)) {
      total.add(sum);
      sums[Number(sum.key)]?.add(sum);
    }
    const counted = days.filter(({ before }) => before > quarterOf(since)).length;
    return {
      since,
      seesAgents: agents.all || agents.inboxIds.length > 0,
      days: backwards(sums, open, counted).map((figures, index) => ({ date: days[index]?.date ?? '', figures })),
      total: total.figures(counted > 0 ? open : null),
      asked: { days, span, counted, condition, agents: inInboxes(agents) },
    };
  }

  /** The same days, a line for each inbox, channel or agent in its place. */
  async rows({ asked }: Report, by: ReportBy): Promise<ReportRow[]> {
    const { reader } = this.uow;
    const { span, counted } = asked;
    const condition = by === 'AGENT' ? allOf([asked.condition, asked.agents]) : asked.condition;
    const open = counted > 0 ? await openBefore(reader, COLUMNS[by], span.before, condition) : new Map<string, number>();
    const sums = new Map([...open].flatMap(([key, count]) => (count === 0 ? [] : [[key, new FigureSum()] as const])));
    for (const sum of await sumsBy(reader, COLUMNS[by], span, condition)) {
      const one = sums.get(sum.key) ?? new FigureSum();
      one.add(sum);
      sums.set(sum.key, one);
    }
    const names = await namesOf(reader, by, [...sums.keys()]);
    const rows = [...sums].map(([key, sum]) => ({
      id: key === '' ? null : key,
      name: names.get(key) ?? '',
      figures: sum.figures(counted > 0 ? (open.get(key) ?? 0) : null),
    }));
    // Nobody and none come last.
    return rows.toSorted((a, b) => Number(a.id === null) - Number(b.id === null) || compare(a.name, b.name));
  }

  /** All of it apart, by day, inbox, channel and agent, as a file for a spreadsheet. */
  async csv({ asked }: Report): Promise<string> {
    const { reader } = this.uow;
    const { days, span, counted, condition, agents } = asked;
    const sums = await sumsByCell(reader, days, condition, agents, SUMS_IN_A_FILE + 1);
    const open = counted > 0 ? await openByCell(reader, span.before, condition, agents) : [];
    const ids = (of: 'inboxId' | 'channelId' | 'agentId'): string[] => [...new Set([...sums, ...open].map((one) => one[of]))];
    const names = {
      inboxes: await namesOf(reader, 'INBOX', ids('inboxId')),
      channels: await namesOf(reader, 'CHANNEL', ids('channelId')),
      agents: await namesOf(reader, 'AGENT', ids('agentId')),
    };
    const csv = sums.length > SUMS_IN_A_FILE ? null : csvOf(days, { sums, open, counted }, names, LINES_IN_A_FILE);
    if (csv === null)
      throw new DomainError('LIMIT', 'This is more than a file should hold. Choose a shorter time, or fewer inboxes.');
    return csv;
  }
}

/** The figures of days that follow on each other: what was open at the end of one is told back from the last, as far as it was counted. */
function backwards(sums: readonly FigureSum[], openAtLast: number, counted: number): Figures[] {
  let open = openAtLast;
  return sums
    .toReversed()
    .map((sum, back) => {
      const figures = sum.figures(back < counted ? open : null);
      open -= sum.growth;
      return figures;
    })
    .toReversed();
}

/** What they are called, those that are gone too. */
async function namesOf(reader: Reader, by: ReportBy, ids: readonly string[]): Promise<Map<string, string>> {
  const known = ids.filter((id) => id !== '');
  const find = { INBOX: findInboxes, CHANNEL: findChannels, AGENT: findAgents }[by];
  const names = new Map<string, string>();
  for (let start = 0; start < known.length; start += 500)
    for (const { id, name } of await find(reader, known.slice(start, start + 500))) names.set(id, name);
  return names;
}

function compare(a: string, b: string): number {
  return a.localeCompare(b, undefined, { sensitivity: 'base' });
}

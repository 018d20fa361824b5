import type { Desk } from '@balie/plugin-sdk';
import type { ChatContext } from './answer.js';
import { givesCopies } from './limits.js';
import type { Flow, Settings } from './settings.js';
import type { Visitor } from './visitor.js';

const FACES = 3;

type ShownFace = { name: string; avatarUrl?: string; meetingUrl?: string };

/** What a visitor sees of who answers. */
export type ShownDesk = {
  available: boolean;
  reopensAt: string | null;
  heading: string;
  people: Omit<ShownFace, 'meetingUrl'>[];
  /** Only with who has his conversation he books a meeting. */
  agent: ShownFace | null;
  /** Whether a copy of the chat can be had by mail. */
  copies: boolean;
};

/**
 * Whether somebody answers, as the flow counts it (D31). Who has a conversation with somebody still sees him though he is away for others
 * (S67, S68). Of more than three people three are shown by chance (D29).
 */
export async function deskFor(context: ChatContext, flow: Flow | null, visitor: Visitor | null): Promise<ShownDesk> {
  return shownDesk(await context.desk(visitor ? { threadKey: visitor.id } : {}), flow, context.settings);
}

/** The same for each flow, by its id: whoever is told knows which one he sees. Without a key as somebody sees it with whom nobody talks. */
export async function desksFor(context: ChatContext, threadKey: string | undefined): Promise<Record<string, ShownDesk>> {
  const desk = await context.desk(threadKey === undefined ? {} : { threadKey });
  return Object.fromEntries(context.settings.flows.map((flow) => [flow.id, shownDesk(desk, flow, context.settings)]));
}

function shownDesk(desk: Desk, flow: Flow | null, settings: Settings): ShownDesk {
  const agent = desk.agent ?? null;
  const open = { always: true, hours: desk.open, users: desk.open && desk.available }[flow?.availability ?? 'users'];
  return {
    available: agent !== null || open,
    reopensAt: open || agent !== null ? null : (desk.reopensAt?.toISOString() ?? null),
    heading: flow?.heading || desk.name,
    people: someOf(desk.people).map(({ meetingUrl: _, ...face }) => face),
    agent,
    copies: givesCopies(settings, desk),
  };
}

function someOf<T>(people: readonly T[]): T[] {
  const left = [...people];
  while (left.length > FACES) left.splice(Math.floor(Math.random() * left.length), 1);
  return left;
}

import type { AnswerKind } from '@balie/plugin-sdk';
import type { Message } from './message.entity.js';

/** The kind of answer that a message of ours asks for, as its channel is told. */
export function asked({ parts }: Pick<Message, 'parts'>): { asks?: AnswerKind } {
  const part = parts.find(({ type }) => type === 'asks');
  return part ? { asks: (part.data as { kind: AnswerKind }).kind } : {};
}

import { useLocale, useT } from '../../app/intl.js';
import { useServices } from '../../app/services.js';
import { toast, toastUntil } from '../../app/toasts.js';
import {
  CancelMeetingDocument,
  SaveMeetingDocument,
  StopInvitationDocument,
  type MeetingCancelInput,
  type MeetingSaveInput,
  type SentMeetingFragment,
} from '../../generated/crm.js';
import { now } from '../../lib/clock.js';
import { makeId } from '../../lib/ids.js';
import { useRun } from '../settings/useRun.js';

type Sent = NonNullable<SentMeetingFragment['message']>;

/** Sends, moves and calls off; each can be stopped as long as its mail is held (S52, D5). */
export function useMeetingActions() {
  const t = useT();
  const { locale: language } = useLocale();
  const { actions, lists } = useServices();
  const { run, busy } = useRun();
  const stop = async ({ id, conversation }: Sent) => {
    const variables = { id, operationId: makeId('op') };
    const data = await run({
      document: StopInvitationDocument,
      variables,
      problems: (answer) => answer.messageCancel.userErrors,
    });
    if (!data) return;
    if (!data.messageCancel.message) lists.remove(conversation.id);
    toast(t('crm.meetingStopped'));
  };
  const announce = (told: string, message: Sent | null) => {
    const until = message?.heldUntil ? new Date(message.heldUntil).getTime() : null;
    if (!message || until === null) {
      toast(told);
      return;
    }
    const entry = { run: () => void stop(message), close: () => undefined as void };
    const forget = actions.remember(entry);
    const action = { label: t('undo'), keys: 'Z', run: () => (forget(), entry.run()) };
    entry.close = toastUntil({ until, text: (n) => t('crm.meetingLeaves', { told, n }), action });
    setTimeout(forget, Math.max(0, until - now()));
  };
  const save = async (input: MeetingSaveInput, told: string): Promise<boolean> => {
    const variables = { input: { ...input, language, operationId: makeId('op') }, language };
    const data = await run({ document: SaveMeetingDocument, variables, problems: (answer) => answer.meetingSave.userErrors });
    if (data) announce(told, data.meetingSave.message);
    return data !== null;
  };
  const cancel = async (input: MeetingCancelInput, told: string): Promise<boolean> => {
    const variables = { input: { ...input, language, operationId: makeId('op') }, language };
    const data = await run({ document: CancelMeetingDocument, variables, problems: (answer) => answer.meetingCancel.userErrors });
    if (data) announce(told, data.meetingCancel.message);
    return data !== null;
  };
  return { save, cancel, busy };
}

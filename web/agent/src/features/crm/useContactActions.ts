import { useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import {
  DeleteContactsDocument,
  SaveFactsDocument,
  SetContactDocument,
  type ContactFactsFragment,
  type ContactSaveInput,
} from '../../generated/crm.js';
import { makeId } from '../../lib/ids.js';
import { ownChanges } from '../../lib/ownChanges.js';
import { personName } from '../../lib/person.js';
import { useRun } from '../settings/useRun.js';

/** What is done with contacts: told when it went wrong, taken back where a person would expect it. */
export function useContactActions() {
  const t = useT();
  const { run, busy } = useRun();
  const save = (input: ContactSaveInput): Promise<ContactFactsFragment | null> =>
    ownChanges.make(String(input.id), input.expectedVersion, async (expectedVersion) => {
      const variables = { input: { ...input, expectedVersion, operationId: makeId('op') } };
      const data = await run({ document: SaveFactsDocument, variables, problems: (answer) => answer.contactSave.userErrors });
      return data?.contactSave.contact ?? null;
    });
  const remove = async (contacts: readonly ContactFactsFragment[], restore = false): Promise<boolean> => {
    const variables = { ids: contacts.map(({ id }) => id), restore };
    const data = await run({
      document: DeleteContactsDocument,
      variables,
      problems: (answer) => answer.contactsDelete.userErrors,
    });
    if (!data) return false;
    toast(
      t(restore ? 'crm.restored' : 'crm.deleted', { n: contacts.length }),
      restore ? undefined : { label: t('undo'), run: () => void remove(contacts, true) },
    );
    return true;
  };
  /** Ties a conversation to somebody, or to nobody, and offers the way back (S53). */
  const tie = async (
    conversation: { id: string; version: number },
    contactId: string | null,
    before: string | null,
  ): Promise<boolean> => {
    const send = async (to: string | null, version: number) => {
      const variables = { ids: [conversation.id], contactId: to, expectedVersions: [version] };
      const data = await run({
        document: SetContactDocument,
        variables,
        problems: (answer) => answer.conversationSetContact.userErrors,
      });
      return data?.conversationSetContact.conversations[0] ?? null;
    };
    const changed = await send(contactId, conversation.version);
    if (!changed) return false;
    const name = personName(changed.contact);
    toast(contactId ? t('crm.tied', { name: name ?? '' }) : t('crm.disassociated'), {
      label: t('undo'),
      run: () => void send(before, changed.version),
    });
    return true;
  };
  return { save, remove, tie, busy };
}

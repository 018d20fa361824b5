import { Button } from '@balie/web-ui';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { useLocale, useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import { iconFor } from '../../components/icons.js';
import { CallersDocument, StartCallDocument, type CallersQuery } from '../../generated/crm.js';
import { makeId } from '../../lib/ids.js';
import { useRun } from '../settings/useRun.js';

/** A call that is about to be logged: its id, and what it is about. */
export interface CallAbout {
  id: string;
  linkIds: readonly string[];
}
interface CallersProps {
  phone: string;
  about: CallAbout;
  onTaken: () => void;
  /** In their place where there are none. */
  otherwise?: ReactNode;
}

/** The plugins that take over a call (S49): they ring, and log it under the id that it has here, so that a second press is no second call. */
export function Callers({ phone, about, onTaken, otherwise = null }: CallersProps) {
  const t = useT();
  const { locale: language } = useLocale();
  const { run, busy } = useRun();
  const [{ data, fetching }] = useQuery({ query: CallersDocument, variables: { language }, requestPolicy: 'cache-and-network' });
  const start = async ({ instanceId, action, name }: CallersQuery['callers'][number]) => {
    const contactId = about.linkIds.find((id) => id.startsWith('con_')) ?? null;
    const input = { id: about.id, instanceId, action, phone, contactId, operationId: makeId('op') };
    const taken = await run({ document: StartCallDocument, variables: { input }, problems: (done) => done.callStart.userErrors });
    if (!taken) return;
    toast(t('crm.callTaken', { name, phone }));
    onTaken();
  };
  // Not before it is known: what takes over calls is not passed by.
  if (!data?.callers.length) return fetching ? null : otherwise;
  return data.callers.map((caller) => {
    const Mark = iconFor(caller.icon);
    return (
      <Button key={`${caller.instanceId} ${caller.action}`} busy={busy} onClick={() => void start(caller)}>
        <Mark size={16} aria-hidden />
        {t('crm.callWith', { title: caller.title, name: caller.name })}
      </Button>
    );
  });
}

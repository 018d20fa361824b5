import { Button } from '@balie/web-ui';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useClient } from 'urql';
import { outcomeText } from '../../app/errors.js';
import { useT } from '../../app/intl.js';
import { api } from '../../app/session.js';
import { useServices } from '../../app/services.js';
import { useSession } from '../../app/useSession.js';
import type { ChannelLineFragment } from '../../generated/graphql.js';
import { SetDemoDocument } from '../../generated/settings.js';
import { ChannelEditor } from '../channels/ChannelEditor.js';
import { Switch } from '../channels/SchemaForm.js';
import { TypePicker } from '../channels/TypePicker.js';
import { Steps } from './Steps.js';

interface StepProps {
  inbox: { id: string; name: string };
  onConnected: (channel: ChannelLineFragment) => void;
}

/** Ends the first run, with example conversations when they are wanted. */
function useFinish() {
  const t = useT();
  const client = useClient();
  const { follower } = useServices();
  const { refresh } = useSession();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const finish = async (demo: boolean): Promise<boolean> => {
    setBusy(true);
    setFailed(null);
    try {
      if (demo) {
        const { data, error } = await client.mutation(SetDemoDocument, { present: true }).toPromise();
        const reason = outcomeText(t, error, data?.demoSet.userErrors);
        if (reason) throw new Error(reason);
      }
      follower.counts(0);
      await api.finishSetup();
      await refresh();
      return true;
    } catch (error) {
      setFailed(error instanceof Error && error.message ? error.message : t('error.network'));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { finish, busy, failed };
}

/** The first channel: now, later, or first a look with examples (S78, S79). */
export function ChannelStep({ inbox, onConnected }: StepProps) {
  const t = useT();
  const navigate = useNavigate();
  const [type, setType] = useState<string | null>(null);
  const [demo, setDemo] = useState(false);
  const { finish, busy, failed } = useFinish();
  const later = async () => {
    if (await finish(demo))
      await navigate({
        to: '/inbox/$inboxId/$view',
        params: { inboxId: inbox.id, view: 'all' },
        search: { c: undefined, status: undefined },
      });
  };
  const connected = async (channel: ChannelLineFragment) => {
    onConnected(channel);
    await finish(demo);
  };
  return (
    <main className="access">
      <div className="card setup-card wide-card">
        <Steps current={3} />
        <h1>{t('setup.channel.title')}</h1>
        <p className="help">{t('setup.channel.text', { inbox: inbox.name })}</p>
        {type === null ? (
          <TypePicker onPick={setType} />
        ) : (
          <ChannelEditor
            inboxId={inbox.id}
            type={type}
            saveLabel={t('channel.connect')}
            onDone={(channel) => void connected(channel)}
            onCancel={() => setType(null)}
          />
        )}
        <hr />
        <Switch label={t('setup.demo')} help={t('setup.demoHelp')} on={demo} onChange={setDemo} />
        {failed && (
          <p className="alert" role="alert">
            {failed}
          </p>
        )}
        {type === null && (
          <Button look={demo ? 'primary' : 'plain'} busy={busy} onClick={() => void later()}>
            {t(demo ? 'setup.startDemo' : 'setup.later')}
          </Button>
        )}
      </div>
    </main>
  );
}

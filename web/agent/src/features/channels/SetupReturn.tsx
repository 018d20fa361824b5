import { Button, Skeleton } from '@balie/web-ui';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { failureText, problemText } from '../../app/errors.js';
import { useLocale, useT } from '../../app/intl.js';
import { useServices } from '../../app/services.js';
import { api } from '../../app/session.js';
import { toast } from '../../app/toasts.js';
import { useSession } from '../../app/useSession.js';
import type { ChannelLineFragment } from '../../generated/graphql.js';
import { ReturnToSetupDocument, type SetupAnswerFragment } from '../../generated/settings.js';
import { DoneStep } from '../setup/DoneStep.js';
import { ChannelEditor } from './ChannelEditor.js';
import { Checks } from './Checks.js';
import '../../styles/pages.css';

type Outcome = { answer: SetupAnswerFragment } | { over: string };

/** Hands over what the provider sent with the browser, once: the address is good for one use only. */
function useReturn(search: Record<string, string>): Outcome | null {
  const t = useT();
  const client = useClient();
  const { locale } = useLocale();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  useEffect(() => {
    const { state = '', ...data } = search;
    // Neither a reload nor the history of the browser should hold it.
    window.history.replaceState(window.history.state, '', window.location.pathname);
    const hand = async () => {
      const done = await client.mutation(ReturnToSetupDocument, { state, data, language: locale }).toPromise();
      const answer = done.data?.channelSetupReturn;
      if (answer?.place) return setOutcome({ answer });
      const [problem] = answer?.userErrors ?? [];
      const words = problem?.code === 'NOT_FOUND' ? t('channel.returnOver') : problem && problemText(t, problem);
      setOutcome({ over: words ?? (done.error ? failureText(t, done.error) : t('error.unknown')) });
    };
    void hand();
    // Once: a second try would find the way closed.
  }, []);
  return outcome;
}

/** Where a provider sends the browser back to after somebody has signed in there; leads on to where he was. */
export function SetupReturn() {
  const t = useT();
  const navigate = useNavigate();
  const { follower } = useServices();
  const { session, refresh } = useSession();
  const [firstRun] = useState(session.setup !== 'done');
  const [connected, setConnected] = useState<ChannelLineFragment | null>(null);
  const outcome = useReturn(useSearch({ from: '/setup/callback' }));
  const back = () =>
    firstRun
      ? navigate({ to: '/setup', search: { code: undefined }, replace: true })
      : navigate({ to: '/settings/{-$page}', params: { page: 'channels' }, replace: true });
  const done = async (channel: ChannelLineFragment) => {
    follower.counts(0);
    if (firstRun) {
      setConnected(channel);
      await api.finishSetup();
      await refresh();
    } else {
      toast(t('channel.signedIn', { account: channel.account }));
      await back();
    }
  };
  const answer = outcome && 'answer' in outcome ? outcome.answer : null;
  useEffect(() => {
    if (answer?.channel) void done(answer.channel);
  }, [answer]);
  if (connected) return <DoneStep channel={connected} />;
  return (
    <main className="access">
      <div className="card setup-card wide-card">
        <h1>{t(outcome === null || answer?.channel ? 'channel.returning' : 'channel.returnFailed')}</h1>
        {(outcome === null || answer?.channel) && <Skeleton label={t('channel.returning')} lines={4} />}
        {outcome && 'over' in outcome && (
          <>
            <p className="alert" role="alert">
              {outcome.over}
            </p>
            <Button look="primary" onClick={() => void back()}>
              {t('channel.returnBack')}
            </Button>
          </>
        )}
        {answer?.place && !answer.channel && (
          <Again answer={answer} place={answer.place} onDone={(channel) => void done(channel)} onCancel={() => void back()} />
        )}
      </div>
    </main>
  );
}

interface AgainProps {
  answer: SetupAnswerFragment;
  place: NonNullable<SetupAnswerFragment['place']>;
  onDone: (channel: ChannelLineFragment) => void;
  onCancel: () => void;
}

/** What is wrong, and another try: by the form, or straight at the provider, which nobody is sent to before he has read why. */
function Again({ answer, place, onDone, onCancel }: AgainProps) {
  const t = useT();
  const [read, setRead] = useState(!place.reauth || answer.form !== null);
  if (read)
    return (
      <ChannelEditor
        inboxId={place.inboxId}
        type={place.type}
        channelId={place.channelId}
        reauth={place.reauth}
        {...(place.reauth && answer.form === null ? {} : { before: answer })}
        saveLabel={t(place.reauth ? 'channel.signIn' : 'channel.connect')}
        onDone={onDone}
        onCancel={onCancel}
      />
    );
  return (
    <>
      <Checks checks={answer.checks} busy={false} onFix={() => setRead(true)} />
      {answer.checks.every(({ ok }) => ok) && (
        <p className="alert" role="alert">
          {answer.userErrors[0]?.message}
        </p>
      )}
      <div className="row-actions">
        <Button look="primary" onClick={() => setRead(true)}>
          {t('channel.signIn')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </>
  );
}

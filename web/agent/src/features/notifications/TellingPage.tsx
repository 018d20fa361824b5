import { Button } from '@balie/web-ui';
import { useId, useState } from 'react';
import { useClient, useQuery } from 'urql';
import { inPart, useT } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';
import { toast } from '../../app/toasts.js';
import {
  SaveTellingDocument,
  TellingDocument,
  type NotificationFollow,
  type NotificationSettingsInput,
  type TellingSettingsFragment,
} from '../../generated/notifications.js';
import { Loaded } from '../settings/Loaded.js';
import { useRun } from '../settings/useRun.js';
import { Devices } from './Devices.js';
import { Mail } from './Mail.js';
import { sound } from './ring.js';
import '../../styles/notifications.css';

type Settings = TellingSettingsFragment;
const WAYS = [
  { way: 'app', text: 'notify.way.app' },
  { way: 'browser', text: 'notify.way.browser' },
  { way: 'push', text: 'notify.way.push' },
] as const;
const FOLLOWS: readonly NotificationFollow[] = ['NONE', 'ALL', 'SOME'];

/** By what one is told of which things (U20), with its own texts. */
export const TellingPage = inPart('notify', Page);

function Page() {
  const t = useT();
  const [{ data, error }, again] = useQuery({ query: TellingDocument, requestPolicy: 'cache-and-network' });
  const client = useClient();
  const { run, busy } = useRun();
  const [hoped, setHoped] = useState<Settings | null>(null);
  const settings = hoped ?? data?.notificationSettings;
  const save = async (input: NotificationSettingsInput) => {
    if (settings) setHoped(chosen(settings, input));
    const done = await run({
      document: SaveTellingDocument,
      variables: { input },
      problems: (answer) => answer.notificationSettingsSave.userErrors,
    });
    await client.query(TellingDocument, {}, { requestPolicy: 'network-only' }).toPromise();
    setHoped(null);
    if (done) toast(t('saved'));
  };
  return (
    <Loaded ready={settings !== undefined} error={error} onRetry={() => again({ requestPolicy: 'network-only' })}>
      {settings && (
        <>
          <Kinds settings={settings} busy={busy} onSave={save} />
          <Devices />
          <Mail settings={settings} onSave={save} />
          <Follow settings={settings} onSave={save} />
          <Rest settings={settings} onSave={save} />
        </>
      )}
    </Loaded>
  );
}

/** How it will be once this is saved; it is shown from the click on. */
function chosen(settings: Settings, { kinds, ...rest }: NotificationSettingsInput): Settings {
  const changed = new Map(kinds?.map((one) => [one.kind, one]));
  return {
    ...settings,
    ...(rest as Partial<Settings>),
    kinds: settings.kinds.map((one) => {
      const { push, mail, ...ways } = { ...one, ...changed.get(one.kind) };
      return { ...ways, push: push ?? one.push, mail: mail ?? one.mail };
    }),
  };
}

interface PartProps {
  settings: Settings;
  onSave: (input: NotificationSettingsInput) => Promise<void>;
}

function Kinds({ settings, busy, onSave }: PartProps & { busy: boolean }) {
  const t = useT();
  return (
    <section className="panel">
      <h2>{t('notify.kinds')}</h2>
      <table className="told-ways">
        <thead>
          <tr>
            <th scope="col">{t('notify.kind')}</th>
            {WAYS.map(({ way, text }) => (
              <th key={way} scope="col">
                {t(text)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {settings.kinds.map((one) => {
            const { kind } = one;
            return (
              <tr key={kind}>
                <th scope="row">{t(`notifyKind.${kind}`)}</th>
                {WAYS.map(({ way, text }) => (
                  <td key={way}>
                    <input
                      type="checkbox"
                      checked={one[way]}
                      disabled={busy}
                      aria-label={`${t(`notifyKind.${kind}`)}: ${t(text)}`}
                      onChange={() => {
                        const { app, browser, push } = one;
                        const choice = { kind, app, browser, push, [way]: !one[way] };
                        void onSave({ kinds: [choice] });
                      }}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      <Permission />
    </section>
  );
}

/** The browser asks once; what it was told stands in its own settings. */
function Permission() {
  const t = useT();
  const has = 'Notification' in globalThis;
  const [state, setState] = useState(has ? Notification.permission : 'denied');
  if (state === 'granted') return <p className="help">{t('notify.browserOn')}</p>;
  if (state === 'denied') return <p className="help">{t('notify.browserOff')}</p>;
  return (
    <p>
      <Button onClick={() => void Notification.requestPermission().then(setState)}>{t('notify.browserAsk')}</Button>
    </p>
  );
}

function Follow({ settings, onSave }: PartProps) {
  const t = useT();
  const id = useId();
  const { inboxes } = useShell();
  const mine = inboxes.filter(({ inboxCan }) => inboxCan.includes('ACT'));
  const toggle = (inboxId: string) => {
    const { inboxIds } = settings;
    const next = inboxIds.includes(inboxId) ? inboxIds.filter((one) => one !== inboxId) : [...inboxIds, inboxId];
    void onSave({ inboxIds: next });
  };
  return (
    <section className="panel">
      <fieldset className="group">
        <legend>{t('notify.follow')}</legend>
        {FOLLOWS.map((one) => (
          <label key={one} className="choice">
            <input type="radio" name={id} checked={settings.follows === one} onChange={() => void onSave({ follows: one })} />
            <span>{t(`notifyFollow.${one}`)}</span>
          </label>
        ))}
        {settings.follows === 'SOME' && (
          <div className="member-list">
            {mine.map((inbox) => (
              <label key={inbox.id}>
                <input type="checkbox" checked={settings.inboxIds.includes(inbox.id)} onChange={() => toggle(inbox.id)} />
                <span className="el">{inbox.name}</span>
              </label>
            ))}
          </div>
        )}
      </fieldset>
    </section>
  );
}

function Rest({ settings, onSave }: PartProps) {
  const t = useT();
  return (
    <section className="panel">
      <label className="switch">
        <input type="checkbox" role="switch" checked={settings.sound} onChange={() => void onSave({ sound: !settings.sound })} />
        <span>
          {t('notify.sound')}
          <small className="help">{t('notify.soundHelp')}</small>
        </span>
      </label>
      <p>
        <Button onClick={sound}>{t('notify.soundTry')}</Button>
      </p>
      <label className="switch">
        <input
          type="checkbox"
          role="switch"
          checked={settings.showText}
          onChange={() => void onSave({ showText: !settings.showText })}
        />
        <span>
          {t('notify.showText')}
          <small className="help">{t('notify.showTextHelp')}</small>
        </span>
      </label>
      <label className="switch">
        <input type="checkbox" role="switch" checked={settings.quiet} onChange={() => void onSave({ quiet: !settings.quiet })} />
        <span>
          {t('notify.quiet')}
          <small className="help">{t('notify.quietHelp')}</small>
        </span>
      </label>
    </section>
  );
}

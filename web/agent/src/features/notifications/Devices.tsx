import { Button } from '@balie/web-ui';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { outcomeText } from '../../app/errors.js';
import { useLocale, useT } from '../../app/intl.js';
import { useServices } from '../../app/services.js';
import { useShell } from '../../app/ShellProvider.js';
import { toast } from '../../app/toasts.js';
import { TextField } from '../../components/fields.js';
import { DevicesDocument, RemoveDeviceDocument, type DeviceFragment } from '../../generated/notifications.js';
import { deviceOf } from '../../lib/device.js';
import { useTimes } from '../../lib/useTimes.js';
import { Loaded } from '../settings/Loaded.js';
import { useRun } from '../settings/useRun.js';
import { addThisBrowser, canPush, leaveThisBrowser } from './browserPush.js';

/** The browsers that are told also while the app is not open in them; this one can be added. */
export function Devices() {
  const t = useT();
  const { live } = useServices();
  const [{ data, error }, again] = useQuery({ query: DevicesDocument, requestPolicy: 'cache-and-network' });
  const refresh = () => again({ requestPolicy: 'network-only' });
  useEffect(
    () =>
      live.onChange(({ event }) => {
        if (event === 'push.devicesChanged') again({ requestPolicy: 'network-only' });
      }),
    [live, again],
  );
  const devices = data?.pushSubscriptions ?? [];
  return (
    <section className="panel">
      <h2>{t('notify.devices')}</h2>
      <p className="help">{t('notify.devicesHelp')}</p>
      <Loaded ready={data !== undefined} error={error} onRetry={refresh}>
        {devices.length > 0 && (
          <ul className="lines">
            {devices.map((device) => (
              <Line key={device.id} device={device} onDone={refresh} />
            ))}
          </ul>
        )}
        {!devices.some(({ current }) => current) && <AddThis onDone={refresh} />}
      </Loaded>
    </section>
  );
}

function Line({ device: { id, name, createdAt, current }, onDone }: { device: DeviceFragment; onDone: () => void }) {
  const t = useT();
  const times = useTimes();
  const { run, busy } = useRun();
  const remove = async () => {
    const document = RemoveDeviceDocument;
    const done = await run({ document, variables: { id }, problems: (answer) => answer.pushUnsubscribe.userErrors });
    if (!done) return;
    if (current) await leaveThisBrowser();
    onDone();
  };
  return (
    <li>
      <div className="line-text">
        <b>{name}</b>
        <p className="meta">{t('notify.deviceSince', { time: times.day(createdAt) })}</p>
      </div>
      {current && <span className="tag">{t('notify.deviceHere')}</span>}
      <Button busy={busy} onClick={() => void remove()}>
        {t('notify.deviceRemove')}
        <span className="vh"> {name}</span>
      </Button>
    </li>
  );
}

function AddThis({ onDone }: { onDone: () => void }) {
  const t = useT();
  const { client } = useServices();
  const { viewer } = useShell();
  const { locale } = useLocale();
  const [name, setName] = useState(deviceOf(navigator.userAgent) ?? '');
  const [busy, setBusy] = useState(false);
  if (!canPush()) return <p className="help">{t('notify.deviceCannot')}</p>;
  const add = async () => {
    setBusy(true);
    try {
      if ((await Notification.requestPermission()) !== 'granted') return toast(t('notify.browserOff'), undefined, 'bad');
      const failed = outcomeText(t, undefined, await addThisBrowser(client, { viewerId: viewer.id, language: locale }, name));
      if (failed) return toast(failed, undefined, 'bad');
      toast(t('saved'));
      onDone();
    } catch {
      toast(t('notify.deviceFailed'), undefined, 'bad');
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className="told-add"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextField label={t('notify.deviceName')} value={name} onChange={setName} required maxLength={60} />
      <Button type="submit" look="primary" busy={busy}>
        {t('notify.deviceAdd')}
      </Button>
    </form>
  );
}

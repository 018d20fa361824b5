import { Button } from '@balie/web-ui';
import { useId, useState, type FormEvent } from 'react';
import { useQuery } from 'urql';
import { useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import { PasswordField, TextField } from '../../components/fields.js';
import { ChangePasswordDocument, OwnProfileDocument, SaveProfileDocument } from '../../generated/settings.js';
import { useRun } from './useRun.js';

const MIN_PASSWORD = 10;

/** One's own name and time zone. */
export function ProfileForm() {
  const [{ data }] = useQuery({ query: OwnProfileDocument });
  if (!data?.viewer) return null;
  const { name, timeZone, avatarUrl, meetingUrl } = data.viewer;
  return <Fields name={name} timeZone={timeZone ?? ''} avatarUrl={avatarUrl ?? ''} meetingUrl={meetingUrl ?? ''} />;
}

function Fields(start: { name: string; timeZone: string; avatarUrl: string; meetingUrl: string }) {
  const t = useT();
  const id = useId();
  const { run, busy } = useRun();
  const [name, setName] = useState(start.name);
  const [timeZone, setTimeZone] = useState(start.timeZone || Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [avatarUrl, setAvatarUrl] = useState(start.avatarUrl);
  const [meetingUrl, setMeetingUrl] = useState(start.meetingUrl);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await run({
      document: SaveProfileDocument,
      variables: { input: { name, timeZone, avatarUrl, meetingUrl } },
      problems: (data) => data.profileSave.userErrors,
    });
    if (done) toast(t('saved'));
  };
  return (
    <form className="panel" onSubmit={(event) => void submit(event)}>
      <h2>{t('profile.about')}</h2>
      <div className="two">
        <TextField label={t('field.name')} value={name} onChange={setName} required maxLength={120} autoComplete="name" />
        <TextField
          label={t('answers.timeZone')}
          value={timeZone}
          onChange={setTimeZone}
          list={`${id}-zones`}
          autoComplete="off"
          spellCheck={false}
        />
        <datalist id={`${id}-zones`}>
          {Intl.supportedValuesOf('timeZone').map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        <TextField
          label={t('profile.picture')}
          help={t('profile.pictureHelp')}
          type="url"
          value={avatarUrl}
          onChange={setAvatarUrl}
          maxLength={500}
          placeholder="https://"
          autoComplete="photo"
        />
        <TextField
          label={t('profile.meetings')}
          help={t('profile.meetingsHelp')}
          type="url"
          value={meetingUrl}
          onChange={setMeetingUrl}
          maxLength={500}
          placeholder="https://"
          autoComplete="off"
        />
      </div>
      <div className="row-actions">
        <Button type="submit" look="primary" busy={busy}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

/** A new password; wherever else one is signed in ends. */
export function PasswordForm() {
  const t = useT();
  const { run, busy } = useRun();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await run({
      document: ChangePasswordDocument,
      variables: { current, password },
      problems: (data) => data.passwordChange.userErrors,
    });
    if (!done) return;
    setCurrent('');
    setPassword('');
    toast(t('profile.passwordChanged'));
  };
  return (
    <form className="panel" onSubmit={(event) => void submit(event)}>
      <h2>{t('profile.password')}</h2>
      <p className="help">{t('profile.passwordText')}</p>
      <div className="two">
        <PasswordField
          label={t('profile.current')}
          value={current}
          onChange={setCurrent}
          required
          autoComplete="current-password"
        />
        <PasswordField
          label={t('profile.new')}
          help={t('setup.passwordHelp', { n: MIN_PASSWORD })}
          value={password}
          onChange={setPassword}
          required
          minLength={MIN_PASSWORD}
          autoComplete="new-password"
        />
      </div>
      <div className="row-actions">
        <Button type="submit" busy={busy}>
          {t('profile.changePassword')}
        </Button>
      </div>
    </form>
  );
}

import { Button } from '@balie/web-ui';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useIntl } from 'react-intl';
import { useClient, useQuery } from 'urql';
import { useT } from '../../../app/intl.js';
import { toast } from '../../../app/toasts.js';
import { TextField } from '../../../components/fields.js';
import { ApiChoicesNowDocument, SaveApiChoicesDocument, type ApiChoicesFragment } from '../../../generated/platform.js';
import { ExplorerOnDocument } from '../../../generated/settings.js';
import { Loaded } from '../Loaded.js';
import { useRun } from '../useRun.js';
import '../../../styles/platform.css';
import { at } from '../../../lib/site.js';

/** From which sites the API may be used, and whether it can be explored (N23). */
export function ApiChoices() {
  const [{ data, error }, again] = useQuery({ query: ApiChoicesNowDocument, requestPolicy: 'cache-and-network' });
  const refresh = () => again({ requestPolicy: 'network-only' });
  return (
    <Loaded ready={data !== undefined} error={error} onRetry={refresh}>
      {data && (
        <>
          <Origins settings={data.apiSettings} onChanged={refresh} />
          <Explorer settings={data.apiSettings} onChanged={refresh} />
          <Limits settings={data.apiSettings} />
        </>
      )}
    </Loaded>
  );
}

interface PartProps {
  settings: ApiChoicesFragment;
  onChanged: () => void;
}

/** Saves some of it; true when it was saved. What somebody else saved meanwhile is loaded instead. */
function useSave({ settings, onChanged }: PartProps) {
  const t = useT();
  const { run, busy } = useRun();
  const save = async (part: { allowedOrigins: string[] } | { explorer: boolean }): Promise<boolean> => {
    const done = await run({
      document: SaveApiChoicesDocument,
      variables: { input: { ...part, expectedVersion: settings.version } },
      problems: (answer) => answer.apiSettingsSave.userErrors,
    });
    onChanged();
    if (done) toast(t('saved'));
    return done !== null;
  };
  return { save, busy };
}

function Origins(props: PartProps) {
  const t = useT();
  const { save, busy } = useSave(props);
  const [origin, setOrigin] = useState('');
  const { allowedOrigins } = props.settings;
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (await save({ allowedOrigins: [...allowedOrigins, origin] })) setOrigin('');
  };
  return (
    <section className="panel">
      <h2>{t('api.origins')}</h2>
      <p className="help">{t('api.originsHelp')}</p>
      {allowedOrigins.length === 0 ? (
        <p className="meta">{t('api.noOrigins')}</p>
      ) : (
        <ul className="lines" aria-label={t('api.origins')}>
          {allowedOrigins.map((one) => (
            <li key={one}>
              <span className="line-text mono">{one}</span>
              <Button busy={busy} onClick={() => void save({ allowedOrigins: allowedOrigins.filter((other) => other !== one) })}>
                <IconX size={16} aria-hidden />
                {t('api.removeOrigin')}
                <span className="vh"> {one}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form className="origin-new" onSubmit={(event) => void add(event)}>
        <TextField
          label={t('api.origin')}
          help={t('api.originHelp')}
          value={origin}
          onChange={setOrigin}
          required
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          after={
            <Button type="submit" busy={busy}>
              <IconPlus size={16} aria-hidden />
              {t('api.addOrigin')}
            </Button>
          }
        />
      </form>
    </section>
  );
}

function Explorer(props: PartProps) {
  const t = useT();
  const client = useClient();
  const { save, busy } = useSave(props);
  const { explorer } = props.settings;
  const change = async () => {
    await save({ explorer: !explorer });
    // The list of pages shows the explorer only while it is on.
    await client.query(ExplorerOnDocument, {}, { requestPolicy: 'network-only' }).toPromise();
  };
  return (
    <section className="panel">
      <h2>{t('explorer.page')}</h2>
      <label className="choice">
        <input type="checkbox" checked={explorer} disabled={busy} onChange={() => void change()} />
        <span>
          {t('api.explorer')}
          <small className="help">{t('api.explorerHelp')}</small>
        </span>
      </label>
    </section>
  );
}

function Limits({ settings }: Pick<PartProps, 'settings'>) {
  const t = useT();
  const intl = useIntl();
  return (
    <section className="panel">
      <h2>{t('api.limits')}</h2>
      <p>{t('api.limitsHelp', { points: intl.formatNumber(settings.pointsPerMinute) })}</p>
      <p className="row-actions">
        <a href={at('/schema.graphql')} target="_blank" rel="noreferrer">
          {t('api.schema')}
        </a>
      </p>
    </section>
  );
}

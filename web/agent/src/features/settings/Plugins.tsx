import { Button, Skeleton } from '@balie/web-ui';
import { lazy, Suspense, useState, type FormEvent } from 'react';
import { useQuery } from 'urql';
import { useLocale, useT, type TextKey } from '../../app/intl.js';
import { TextField } from '../../components/fields.js';
import type { PluginLineFragment, PluginState } from '../../generated/graphql.js';
import {
  InstallPluginDocument,
  type PluginSignature,
  PluginsDocument,
  type PluginsQuery,
  RemovePluginDocument,
  RollBackPluginDocument,
  SetPluginEnabledDocument,
} from '../../generated/settings.js';
import { useBytes } from '../../lib/useBytes.js';
import { Loaded } from './Loaded.js';
import { PluginGrants, type Grant } from './PluginGrants.js';
import { useRun } from './useRun.js';

const Publishers = lazy(() => import('./platform/Publishers.js').then((module) => ({ default: module.Publishers })));

const STATES: Record<PluginState, { text: TextKey; tone: string }> = {
  ENABLED: { text: 'plugin.ENABLED', tone: 'good' },
  DISABLED: { text: 'plugin.DISABLED', tone: 'plain' },
  INCOMPATIBLE: { text: 'plugin.INCOMPATIBLE', tone: 'bad' },
  CRASHED: { text: 'plugin.CRASHED', tone: 'bad' },
};

/** What is installed, what it may do and how it is; each runs in a process of its own. */
export function Plugins() {
  const t = useT();
  const { locale } = useLocale();
  const variables = { language: locale };
  const [{ data, error }, again] = useQuery({ query: PluginsDocument, variables, requestPolicy: 'cache-and-network' });
  const refresh = () => again({ requestPolicy: 'network-only' });
  return (
    <Loaded ready={data !== undefined} error={error} onRetry={refresh}>
      <ul className="lines">
        {data?.plugins.map((plugin) => (
          <Line key={plugin.id} plugin={plugin} onChanged={refresh} />
        ))}
      </ul>
      {data?.plugins.length === 0 && <p className="help">{t('plugin.none')}</p>}
      {data && <Install sources={data.pluginSources} onInstalled={refresh} />}
      <Suspense fallback={<Skeleton label={t('loading')} lines={3} />}>
        <Publishers />
      </Suspense>
    </Loaded>
  );
}

function Line({ plugin, onChanged }: { plugin: PluginLineFragment & { title: string }; onChanged: () => void }) {
  const t = useT();
  const bytes = useBytes();
  const { run, busy } = useRun();
  const [removing, setRemoving] = useState(false);
  const state = STATES[plugin.pluginState];
  const on = plugin.pluginState === 'ENABLED';
  const toggle = async () => {
    await run({
      document: SetPluginEnabledDocument,
      variables: { id: plugin.id, enabled: !on },
      problems: (answer) => answer.pluginSetEnabled.userErrors,
    });
    onChanged();
  };
  const remove = async () => {
    await run({
      document: RemovePluginDocument,
      variables: { id: plugin.id },
      problems: (answer) => answer.pluginRemove.userErrors,
    });
    setRemoving(false);
    onChanged();
  };
  const rollBack = async () => {
    await run({
      document: RollBackPluginDocument,
      variables: { id: plugin.id },
      problems: (answer) => answer.pluginRollBack.userErrors,
    });
    onChanged();
  };
  const facts = [
    plugin.running ? t('plugin.running') : t('plugin.idle'),
    plugin.memoryBytes !== null && bytes(plugin.memoryBytes),
    plugin.restarts > 0 && t('plugin.restarts', { n: plugin.restarts }),
    plugin.bundled && t('plugin.bundled'),
    plugin.signedBy !== null && t('plugin.signedBy', { name: plugin.signedBy }),
  ].filter(Boolean);
  return (
    <li>
      <div className="line-text">
        <b>{plugin.title}</b> {plugin.title !== plugin.name && <span className="meta">{plugin.name}</span>}{' '}
        <span className="meta">{plugin.release}</span>
        <p className="meta">{facts.join(' · ')}</p>
        {plugin.stateMessage && <p className="field-error">{plugin.stateMessage}</p>}
        {plugin.issues.map((issue) => (
          <p key={issue.id} className={issue.severity === 'ERROR' ? 'field-error' : 'meta'}>
            {issue.title}{' '}
            {issue.learnMore && (
              <a href={issue.learnMore} target="_blank" rel="noreferrer">
                {t('plugin.learnMore')}
              </a>
            )}
          </p>
        ))}
      </div>
      <span className="state" data-tone={state.tone}>
        {t(state.text)}
      </span>
      <Button busy={busy} onClick={() => void toggle()}>
        {t(on ? 'plugin.disable' : 'plugin.enable')}
        <span className="vh"> {plugin.name}</span>
      </Button>
      {plugin.previousVersion !== null && (
        <Button busy={busy} onClick={() => void rollBack()}>
          {t('plugin.rollBack', { version: plugin.previousVersion })}
          <span className="vh"> {plugin.name}</span>
        </Button>
      )}
      {!plugin.bundled && !removing && (
        <Button look="danger" onClick={() => setRemoving(true)}>
          {t('plugin.remove')}
          <span className="vh"> {plugin.name}</span>
        </Button>
      )}
      {removing && (
        <span className="row-actions">
          <Button look="danger" busy={busy} onClick={() => void remove()} autoFocus>
            {t('plugin.removeYes')}
          </Button>
          <Button look="quiet" onClick={() => setRemoving(false)}>
            {t('cancel')}
          </Button>
        </span>
      )}
      <PluginGrants grants={plugin.grants} label={t('plugin.mayOf', { name: plugin.name })} />
    </li>
  );
}

interface Asked {
  name: string;
  version: string;
  grants: readonly Grant[];
  signature: PluginSignature;
  signedBy: string | null;
}
type Sources = PluginsQuery['pluginSources'];

/** First shows what a plugin asks for; only a second press installs it. */
function Install({ sources, onInstalled }: { sources: Sources; onInstalled: () => void }) {
  const t = useT();
  const { run, busy } = useRun();
  const [source, setSource] = useState('');
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = async (approve: boolean) => {
    const answer = await run({
      document: InstallPluginDocument,
      variables: { source: source.trim(), approve },
      problems: (data) => data.pluginInstall.userErrors,
    });
    if (!answer) return;
    const { plugin, name, version, grants, signature, signedBy } = answer.pluginInstall;
    if (!plugin)
      return setAsked({ name: name ?? source, version: version ?? '', grants, signature: signature ?? 'NONE', signedBy });
    setAsked(null);
    setSource('');
    onInstalled();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void ask(false);
  };
  return (
    <form className="panel" onSubmit={submit}>
      <h2>{t('plugin.install')}</h2>
      <TextField
        label={t(sources.npm ? 'plugin.pathOrName' : 'plugin.path')}
        help={[t('plugin.pathHelp'), sources.signedOnly && t('plugin.signedOnly')].filter(Boolean).join(' ')}
        value={source}
        onChange={(next) => (setSource(next), setAsked(null))}
        required
        spellCheck={false}
      />
      {asked && (
        <div className="strip" role="status">
          <div className="strip-text">
            <p>
              <b>{asked.name}</b> {asked.version}
            </p>
            <Signed by={asked} />
            <p>{t('plugin.asks')}</p>
            <PluginGrants grants={asked.grants} label={t('plugin.asks')} />
          </div>
        </div>
      )}
      <div className="row-actions">
        {asked ? (
          <>
            <Button look="primary" busy={busy} onClick={() => void ask(true)}>
              {t('plugin.approve')}
            </Button>
            <Button look="quiet" onClick={() => setAsked(null)}>
              {t('cancel')}
            </Button>
          </>
        ) : (
          <Button type="submit" busy={busy}>
            {t('plugin.look')}
          </Button>
        )}
      </div>
    </form>
  );
}

/** Who vouches for a package; a thing to stop at when nobody does. */
function Signed({ by: { signature, signedBy } }: { by: Pick<Asked, 'signature' | 'signedBy'> }) {
  const t = useT();
  if (signature === 'TRUSTED') return <p>{t('plugin.trusted', { name: signedBy ?? '' })}</p>;
  return <p className="field-error">{t(signature === 'UNKNOWN' ? 'plugin.signedUnknown' : 'plugin.notSigned')}</p>;
}

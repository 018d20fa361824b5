import type { ReactNode } from 'react';
import { useT, type TextKey } from '../../app/intl.js';
import type { PluginGrantKind, PluginLineFragment } from '../../generated/graphql.js';
import { SCOPES } from './scopes.js';
import '../../styles/platform.css';

/** Something that a plugin may do or use. */
export type Grant = PluginLineFragment['grants'][number];

/** What a plugin may do, by what it is about, the same before it is installed and afterwards (N20). */
export function PluginGrants({ grants, label }: { grants: readonly Grant[]; label: string }) {
  const t = useT();
  const valuesOf = (kind: PluginGrantKind) => grants.filter((grant) => grant.kind === kind).flatMap(({ values }) => values);
  const [hosts, channels, responders, scopes] = [
    valuesOf('NETWORK'),
    valuesOf('CHANNEL'),
    valuesOf('RESPONDER'),
    valuesOf('SCOPES'),
  ];
  const anywhere = hosts.includes('*');
  const raw = grants.some(({ kind }) => kind === 'RAW_CONNECTIONS');
  return (
    <dl className="plugin-grants" aria-label={label}>
      <Row title={t('plugin.grant.network')}>
        {anywhere && <p className="field-error">{t('plugin.grant.anywhere')}</p>}
        {hosts.length === 0 && <p>{t('plugin.grant.nowhere')}</p>}
        {!anywhere && <Values values={hosts} code />}
        {raw && <p className="meta">{t('plugin.grant.raw')}</p>}
      </Row>
      {channels.length > 0 && (
        <Row title={t('plugin.grant.channel')}>
          <p>{t('plugin.grant.channelWhat', { what: channels.join(', ') })}</p>
        </Row>
      )}
      {responders.length > 0 && (
        <Row title={t('plugin.grant.responder')}>
          <p>{t('plugin.grant.responderWhat', { what: responders.join(', ') })}</p>
        </Row>
      )}
      {scopes.length > 0 && (
        <Row title={t('plugin.grant.scopes')}>
          <Values values={scopes.map((scope) => (isKnown(scope) ? t(SCOPE_WORDS[scope]) : scope))} />
        </Row>
      )}
      <Row title={t('plugin.grant.memory')}>
        <p>{t('plugin.grant.memoryWhat', { what: valuesOf('MEMORY').join() })}</p>
      </Row>
    </dl>
  );
}

/** With the one that only plugins can have. */
const SCOPE_WORDS = { ...SCOPES, ACT_FOR: 'scope.ACT_FOR' } satisfies Record<string, TextKey>;
const isKnown = (scope: string): scope is keyof typeof SCOPE_WORDS => Object.hasOwn(SCOPE_WORDS, scope);

function Row({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Values({ values, code }: { values: readonly string[]; code?: true }) {
  return (
    <ul>
      {values.map((value) => (
        <li key={value} className={code && 'mono'}>
          {value}
        </li>
      ))}
    </ul>
  );
}

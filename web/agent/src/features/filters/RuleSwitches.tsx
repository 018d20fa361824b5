import { useId, useState } from 'react';
import { useLocale, useT } from '../../app/intl.js';
import { iconFor } from '../../components/icons.js';
import { SetFilterRuleDocument, type FilterSettingsQuery } from '../../generated/settings.js';
import { useRun } from '../settings/useRun.js';

type Channel = FilterSettingsQuery['inboxes'][number]['channels'][number];

/** The filter rules of a channel, each with what it does and for whom it does not (S25). */
export function RuleSwitches({ channel }: { channel: Channel }) {
  const t = useT();
  const Mark = iconFor(channel.kind?.icon);
  return (
    <section className="panel" aria-label={t('filters.rulesOf', { channel: channel.account || channel.name })}>
      <h2>
        <Mark size={18} aria-hidden /> {t('filters.rulesOf', { channel: channel.account || channel.name })}
      </h2>
      <p className="help">{t('filters.rulesHelp')}</p>
      <div className="group">
        {channel.filterRules.map((rule) => (
          <RuleSwitch key={rule.key} channelId={channel.id} rule={rule} />
        ))}
      </div>
    </section>
  );
}

function RuleSwitch({ channelId, rule }: { channelId: string; rule: Channel['filterRules'][number] }) {
  const t = useT();
  const id = useId();
  const { locale } = useLocale();
  const { run, busy } = useRun();
  // It shows what was asked for at once, and what the server says as soon as it has answered.
  const [asked, setAsked] = useState<boolean | null>(null);
  const set = async (on: boolean) => {
    setAsked(on);
    await run({
      document: SetFilterRuleDocument,
      variables: { channelId, key: rule.key, on, language: locale },
      problems: (data) => data.channelFilterRuleSet.userErrors,
    });
    setAsked(null);
  };
  const place = t(rule.to === 'SPAM' ? 'filters.toSpam' : 'filters.toFiltered');
  return (
    <div className="switch">
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={asked ?? rule.on}
        disabled={busy}
        aria-describedby={`${id}-help`}
        onChange={(event) => void set(event.target.checked)}
      />
      <span>
        <label htmlFor={id}>{rule.title}</label>
        <small className="help" id={`${id}-help`}>
          {place} {t(rule.strict ? 'filters.strict' : 'filters.yields')}
        </small>
      </span>
    </div>
  );
}

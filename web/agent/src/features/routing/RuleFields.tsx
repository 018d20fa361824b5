import { useId } from 'react';
import { useT } from '../../app/intl.js';
import { SelectField, TextField } from '../../components/fields.js';
import type { RoutingInboxFragment, RoutingStrategy } from '../../generated/graphql.js';
import { Preview } from './Preview.js';
import { capacityOf, handsOut, isRight, MODE_HELP, STRATEGIES, STRATEGY_HELP, type RuleDraft } from './rule.js';

const MODES = ['UNASSIGNED', 'SPECIFIC', 'CONTACT_OWNER'] as const;

interface RuleProps {
  inbox: RoutingInboxFragment;
  teams: readonly { id: string; name: string }[];
  /** Null is the inbox as a whole. */
  channel: { id: string; name: string } | null;
  draft: RuleDraft;
  onChange: (draft: RuleDraft) => void;
}

/** What becomes of what comes in, for the inbox or one channel of it, in plain words (D16 to D19). */
export function RuleFields({ inbox, teams, channel, draft, onChange }: RuleProps) {
  const t = useT();
  const name = useId();
  const modes = channel ? (['INHERIT', ...MODES] as const) : MODES;
  const set = (part: Partial<RuleDraft>) => onChange({ ...draft, ...part });
  const nobody = draft.agentIds.length + draft.teamIds.length === 0;
  return (
    <section className="panel">
      <h2>{channel ? t('routing.forChannel', { name: channel.name }) : t('routing.forInbox', { name: inbox.name })}</h2>
      <fieldset className="group">
        <legend>{t('routing.what')}</legend>
        {modes.map((mode) => (
          <label key={mode} className="choice">
            <input type="radio" name={name} checked={draft.mode === mode} onChange={() => set({ mode })} />
            <span>
              {t(`routing.${mode}`)}
              {mode !== 'INHERIT' && <small className="help">{t(MODE_HELP[mode])}</small>}
            </span>
          </label>
        ))}
      </fieldset>
      {handsOut(draft) && (
        <>
          <Pool inbox={inbox} teams={teams} draft={draft} onChange={onChange} />
          {nobody && draft.mode === 'SPECIFIC' && (
            <small className="field-error" role="alert">
              {t('routing.nobodyNamed')}
            </small>
          )}
          <div className="two">
            <SelectField
              label={t('routing.strategy')}
              value={draft.strategy}
              onChange={(strategy) => set({ strategy: strategy as RoutingStrategy })}
              options={STRATEGIES.map((value) => ({ value, label: t(`routing.${value}`) }))}
              help={t(STRATEGY_HELP[draft.strategy])}
            />
            <TextField
              label={t('routing.capacity')}
              inputMode="numeric"
              value={draft.capacity}
              onChange={(capacity) => set({ capacity })}
              help={t('routing.capacityHelp')}
              error={capacityOf(draft) === undefined ? t('routing.capacityWrong') : null}
            />
          </div>
          <label className="choice">
            <input type="checkbox" checked={draft.reroute} onChange={(event) => set({ reroute: event.target.checked })} />
            <span>
              {t('routing.reroute')}
              <small className="help">{t('routing.rerouteHelp')}</small>
            </span>
          </label>
          <Preview inboxId={inbox.id} channelId={channel?.id ?? null} draft={draft} disabled={!isRight(draft)} />
        </>
      )}
    </section>
  );
}

/** Who is named: agents who work here, in the order in which they were chosen, and teams. */
function Pool({ inbox, teams, draft, onChange }: Pick<RuleProps, 'inbox' | 'teams' | 'draft' | 'onChange'>) {
  const t = useT();
  const toggle = (key: 'agentIds' | 'teamIds', id: string, on: boolean) =>
    onChange({ ...draft, [key]: on ? [...draft[key], id] : draft[key].filter((one) => one !== id) });
  const workers = inbox.members.filter(({ role }) => role !== 'VIEWER');
  return (
    <fieldset className="group pool">
      <legend>{t(draft.mode === 'CONTACT_OWNER' ? 'routing.whoElse' : 'routing.who')}</legend>
      {teams.map(({ id, name }) => (
        <label key={id} className="choice">
          <input
            type="checkbox"
            checked={draft.teamIds.includes(id)}
            onChange={(event) => toggle('teamIds', id, event.target.checked)}
          />
          <span>{t('routing.team', { name })}</span>
        </label>
      ))}
      {workers.map(({ agent }) => {
        const light = agent.seat === 'LIGHT';
        const place = draft.agentIds.indexOf(agent.id) + 1;
        return (
          <label key={agent.id} className="choice">
            <input
              type="checkbox"
              checked={place > 0}
              disabled={light && place === 0}
              onChange={(event) => toggle('agentIds', agent.id, event.target.checked)}
            />
            <span>
              {agent.name}
              {place > 0 && draft.strategy === 'FIRST_ONLINE' && (
                <span className="meta"> {t('routing.place', { n: place })}</span>
              )}
              {light && <small className="help">{t('skip.LIGHT_SEAT')}</small>}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

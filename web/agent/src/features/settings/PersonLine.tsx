import { Avatar, Button } from '@balie/web-ui';
import { useT } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';
import { toast } from '../../app/toasts.js';
import type { Seat, WorkspaceRole } from '../../generated/graphql.js';
import {
  CreateAccessLinkDocument,
  ReactivateAgentDocument,
  ResetSecondFactorDocument,
  RemovePasskeysDocument,
  ResetSignInDocument,
  RevokeInviteDocument,
  SignOutAgentDocument,
  UpdateAgentDocument,
  type PersonLineFragment,
  type ResetSecondFactorMutation,
} from '../../generated/settings.js';
import { AgentAvailability } from '../availability/AgentAvailability.js';
import { useTimes } from '../../lib/useTimes.js';
import { shownLink } from './InvitePerson.js';
import type { ShownLink } from './LinkShown.js';
import { manages, rolesToGive } from './roles.js';
import { useRun } from './useRun.js';

interface LineProps {
  person: PersonLineFragment;
  /** System mail can bring links. */
  mail: boolean;
  onLink: (link: ShownLink) => void;
  onLeave: () => void;
  onChanged: () => void;
}

/** One person: what he may do here, and what can be done about him. */
export function PersonLine({ person, mail, onLink, onLeave, onChanged }: LineProps) {
  const t = useT();
  const times = useTimes();
  const { viewer } = useShell();
  const may = manages(viewer.role, person.role);
  const teams = person.teams.map(({ team }) => team.name).join(', ');
  return (
    <li>
      <Avatar name={person.name} />
      <div className="line-text">
        <b>{person.name}</b>
        <p className="meta">
          {person.email}
          {teams && ` · ${teams}`}
        </p>
        {person.state === 'INVITED' && (
          <p className="meta">
            {person.invitedUntil ? t('people.until', { time: times.full(person.invitedUntil) }) : t('people.noLink')}
          </p>
        )}
      </div>
      {person.state === 'ACTIVE' && <AgentAvailability agent={person} />}
      {may && person.state === 'ACTIVE' ? (
        <Rights person={person} onChanged={onChanged} />
      ) : (
        <>
          <span className="tag">{t(`role.${person.role}`)}</span>
          {person.seat === 'LIGHT' && <span className="tag">{t('seat.LIGHT')}</span>}
        </>
      )}
      {may && <Actions person={person} mail={mail} onLink={onLink} onLeave={onLeave} onChanged={onChanged} />}
    </li>
  );
}

function Rights({ person, onChanged }: Pick<LineProps, 'person' | 'onChanged'>) {
  const t = useT();
  const { viewer } = useShell();
  const { run, busy } = useRun();
  const save = async (part: { role?: WorkspaceRole; seat?: Seat }) => {
    const variables = { input: { id: person.id, expectedVersion: person.version, ...part } };
    const done = await run({ document: UpdateAgentDocument, variables, problems: (data) => data.agentUpdate.userErrors });
    if (done) toast(t('saved'));
    onChanged();
  };
  return (
    <span className="row-actions person-rights">
      <select
        className="input"
        aria-label={t('people.roleOf', { name: person.name })}
        value={person.role}
        disabled={busy}
        onChange={(event) => void save({ role: event.target.value as WorkspaceRole })}
      >
        {rolesToGive(viewer.role).map((role) => (
          <option key={role} value={role}>
            {t(`role.${role}`)}
          </option>
        ))}
      </select>
      <select
        className="input"
        aria-label={t('people.seatOf', { name: person.name })}
        value={person.seat}
        disabled={busy}
        onChange={(event) => void save({ seat: event.target.value as Seat })}
      >
        {(['FULL', 'LIGHT'] as const).map((seat) => (
          <option key={seat} value={seat}>
            {t(`seat.${seat}`)}
          </option>
        ))}
      </select>
    </span>
  );
}

function Actions({ person, mail, onLink, onLeave, onChanged }: LineProps) {
  const t = useT();
  const { viewer } = useShell();
  const { run, busy } = useRun();
  const about = <span className="vh"> {person.name}</span>;
  const newLink = async () => {
    const variables = { id: person.id, mail };
    const done = await run({
      document: CreateAccessLinkDocument,
      variables,
      problems: (data) => data.agentLinkCreate.userErrors,
    });
    const link = done && shownLink(done.agentLinkCreate);
    if (link) onLink(link);
  };
  const revoke = async () => {
    const variables = { id: person.id };
    const done = await run({ document: RevokeInviteDocument, variables, problems: (data) => data.agentInviteRevoke.userErrors });
    if (done) toast(t('people.revoked', { name: person.name }));
    onChanged();
  };
  const resetSecond = async () => {
    const variables = { id: person.id };
    const problems = { problems: (data: ResetSecondFactorMutation) => data.agentSecondFactorReset.userErrors };
    const done = await run({ document: ResetSecondFactorDocument, variables, ...problems });
    if (done) toast(t('people.secondGone', { name: person.name }));
    onChanged();
  };
  const removePasskeys = async () => {
    const variables = { id: person.id };
    const done = await run({
      document: RemovePasskeysDocument,
      variables,
      problems: (data) => data.agentPasskeysRemove.userErrors,
    });
    if (done) toast(t('people.passkeysGone', { name: person.name }));
    onChanged();
  };
  const resetSignIn = async () => {
    const variables = { id: person.id };
    const done = await run({ document: ResetSignInDocument, variables, problems: (data) => data.agentSignInReset.userErrors });
    if (done) toast(t('people.untied', { name: person.name }));
    onChanged();
  };
  const signOut = async () => {
    const variables = { id: person.id };
    const done = await run({ document: SignOutAgentDocument, variables, problems: (data) => data.agentSignOut.userErrors });
    if (done) toast(t('people.isOut', { name: person.name }));
  };
  const reactivate = async () => {
    const variables = { id: person.id };
    const done = await run({ document: ReactivateAgentDocument, variables, problems: (data) => data.agentReactivate.userErrors });
    if (done) toast(t('people.isBack', { name: person.name }));
    onChanged();
  };
  if (person.state === 'DEACTIVATED')
    return (
      <Button busy={busy} onClick={() => void reactivate()}>
        {t('people.reactivate')}
        {about}
      </Button>
    );
  return (
    <>
      <Button busy={busy} onClick={() => void newLink()}>
        {t(person.state === 'INVITED' ? 'people.newLink' : 'people.resetLink')}
        {about}
      </Button>
      {person.hasSecondFactor && person.id !== viewer.id && (
        <Button busy={busy} onClick={() => void resetSecond()}>
          {t('people.resetSecond')}
          {about}
        </Button>
      )}
      {person.hasPasskey && person.id !== viewer.id && (
        <Button busy={busy} onClick={() => void removePasskeys()}>
          {t('people.removePasskeys')}
          {about}
        </Button>
      )}
      {person.signsInWithProvider && person.id !== viewer.id && (
        <Button busy={busy} onClick={() => void resetSignIn()}>
          {t('people.untie')}
          {about}
        </Button>
      )}
      {person.state === 'ACTIVE' && (
        <Button busy={busy} onClick={() => void signOut()}>
          {t('session.revoke')}
          {about}
        </Button>
      )}
      <Button look="danger" busy={busy} onClick={person.state === 'INVITED' ? () => void revoke() : onLeave}>
        {t(person.state === 'INVITED' ? 'people.revoke' : 'people.deactivate')}
        {about}
      </Button>
    </>
  );
}

import { Button } from '@balie/web-ui';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useT, type TextKey } from '../../../app/intl.js';
import { toast } from '../../../app/toasts.js';
import { PasswordField, SelectField, TextField } from '../../../components/fields.js';
import type { Seat } from '../../../generated/graphql.js';
import {
  SaveSignInProviderDocument,
  TestSignInProviderDocument,
  type SignInProviderProblem,
  type SignInStateFragment,
} from '../../../generated/sign-in.js';
import { CopyField } from '../../channels/CopyField.js';
import { useRun } from '../useRun.js';
import '../../../styles/pages.css';

interface FormProps {
  settings: SignInStateFragment;
  onChanged: () => void;
}

const PROBLEMS: Record<SignInProviderProblem, TextKey> = {
  UNREACHABLE: 'company.problem.UNREACHABLE',
  PRIVATE_ADDRESS: 'company.problem.PRIVATE_ADDRESS',
  NO_PROVIDER: 'company.problem.NO_PROVIDER',
  OTHER_ISSUER: 'company.problem.OTHER_ISSUER',
  UNSUITABLE: 'company.problem.UNSUITABLE',
};
const words = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);

function firstForm({ provider }: SignInStateFragment, button: string) {
  return {
    active: provider?.active ?? true,
    issuer: provider?.issuer ?? '',
    clientId: provider?.clientId ?? '',
    clientSecret: '',
    button: provider?.button ?? button,
    domains: provider?.domains.join(', ') ?? '',
    newPeople: provider?.newPeople ?? false,
    seat: provider?.seat ?? ('LIGHT' as Seat),
    trustEmail: provider?.trustEmail ?? false,
    secondStepValues: provider?.secondStepValues.join(', ') ?? '',
  };
}
type Form = ReturnType<typeof firstForm>;

/** What the provider must know, what Balie must know of it, and who may come in by it. */
export function ProviderForm({ settings, onChanged }: FormProps) {
  const t = useT();
  const { run, busy } = useRun();
  const { provider, redirectUri } = settings;
  const [form, setForm] = useState(() => firstForm(settings, t('company.buttonStart')));
  const set = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { clientSecret, domains, secondStepValues, ...rest } = form;
    const lists = { domains: words(domains), secondStepValues: words(secondStepValues) };
    const version = provider ? { expectedVersion: provider.version } : {};
    const done = await run({
      document: SaveSignInProviderDocument,
      variables: { input: { ...rest, ...lists, ...(clientSecret ? { clientSecret } : {}), ...version } },
      problems: (answer) => answer.signInProviderSave.userErrors,
    });
    if (!done) return;
    toast(t('saved'));
    onChanged();
  };
  if (redirectUri === null)
    return (
      <p className="alert" role="alert">
        {t('company.noAddress')}
      </p>
    );
  return (
    <form className="panel channel-form" onSubmit={(event) => void submit(event)}>
      <h2>{t('company.provider')}</h2>
      <Check checked={form.active} onChange={(active) => set({ active })} label={t('company.active')} />
      <CopyField field={copied(t('company.redirect'), t('company.redirectHelp'), redirectUri)} />
      <Issuer value={form.issuer} onChange={(issuer) => set({ issuer })} />
      <Credentials form={form} set={set} hasSecret={provider?.hasSecret ?? false} />
      <TextField
        label={t('company.button')}
        value={form.button}
        onChange={(button) => set({ button })}
        required
        maxLength={60}
        autoComplete="off"
      />
      <h3>{t('company.who')}</h3>
      <Who form={form} set={set} />
      <div className="row-actions">
        <Button type="submit" look="primary" busy={busy}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

/** The form of a channel has such a field, too. */
function copied(title: string, help: string, value: string) {
  return { name: 'redirectUri', title, help, schema: { default: value } } as Parameters<typeof CopyField>[0]['field'];
}

/** Its address, and whether something answers there. */
function Issuer({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useT();
  const { run, busy } = useRun();
  const [found, setFound] = useState<{ problem: SignInProviderProblem | null } | null>(null);
  const test = async () => {
    setFound(null);
    const done = await run({
      document: TestSignInProviderDocument,
      variables: { issuer: value },
      problems: (answer) => answer.signInProviderTest.userErrors,
    });
    if (done) setFound(done.signInProviderTest);
  };
  const change = (next: string) => {
    setFound(null);
    onChange(next);
  };
  return (
    <>
      <TextField
        label={t('company.issuer')}
        help={t('company.issuerHelp')}
        value={value}
        onChange={change}
        required
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        after={
          <Button busy={busy} onClick={() => void test()}>
            {t('company.test')}
          </Button>
        }
      />
      <div role="status">{found && <Found problem={found.problem} />}</div>
    </>
  );
}

function Found({ problem }: { problem: SignInProviderProblem | null }) {
  const t = useT();
  if (problem === null)
    return (
      <p className="checks">
        <IconCircleCheck size={18} aria-hidden /> {t('company.works')}
      </p>
    );
  return (
    <p className="checks">
      <IconAlertTriangle size={18} aria-hidden /> {t(PROBLEMS[problem])}
    </p>
  );
}

interface PartProps {
  form: Form;
  set: (part: Partial<Form>) => void;
}

function Credentials({ form, set, hasSecret }: PartProps & { hasSecret: boolean }) {
  const t = useT();
  return (
    <div className="two">
      <TextField
        label={t('company.clientId')}
        value={form.clientId}
        onChange={(clientId) => set({ clientId })}
        required
        autoComplete="off"
        spellCheck={false}
      />
      <PasswordField
        label={t('company.clientSecret')}
        help={hasSecret ? t('company.secretKept') : undefined}
        value={form.clientSecret}
        onChange={(clientSecret) => set({ clientSecret })}
        autoComplete="off"
      />
    </div>
  );
}

/** Who may come in. */
function Who({ form, set }: PartProps) {
  const t = useT();
  return (
    <>
      <TextField
        label={t('company.domains')}
        help={t('company.domainsHelp')}
        value={form.domains}
        onChange={(domains) => set({ domains })}
        autoComplete="off"
        spellCheck={false}
      />
      <Check
        checked={form.newPeople}
        onChange={(newPeople) => set({ newPeople })}
        label={t('company.newPeople')}
        help={t('company.newPeopleHelp')}
      />
      {form.newPeople && (
        <SelectField
          label={t('company.seat')}
          value={form.seat}
          onChange={(seat) => set({ seat: seat as Seat })}
          options={(['FULL', 'LIGHT'] as const).map((seat) => ({ value: seat, label: t(`seat.${seat}`) }))}
        />
      )}
      <Check
        checked={form.trustEmail}
        onChange={(trustEmail) => set({ trustEmail })}
        label={t('company.trustEmail')}
        help={t('company.trustEmailHelp')}
      />
      <TextField
        label={t('company.stepValues')}
        help={t('company.stepValuesHelp')}
        value={form.secondStepValues}
        onChange={(secondStepValues) => set({ secondStepValues })}
        autoComplete="off"
        spellCheck={false}
      />
    </>
  );
}

interface CheckProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  label: string;
  help?: ReactNode;
}

function Check({ checked, onChange, label, help }: CheckProps) {
  return (
    <label className="choice">
      <input type="checkbox" checked={checked} onChange={() => onChange(!checked)} />
      <span>
        {label}
        {help && <small className="help">{help}</small>}
      </span>
    </label>
  );
}

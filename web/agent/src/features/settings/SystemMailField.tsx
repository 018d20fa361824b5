import { useT } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';
import { toast } from '../../app/toasts.js';
import { SelectField } from '../../components/fields.js';
import { SaveSystemMailDocument, type SystemMailFieldsFragment } from '../../generated/settings.js';
import { useRun } from './useRun.js';

/** By which channel invitations leave; for owners. Without one the app shows each link. */
export function SystemMailField({ systemMail, onChanged }: { systemMail: SystemMailFieldsFragment; onChanged: () => void }) {
  const t = useT();
  const { viewer } = useShell();
  const { run } = useRun();
  if (viewer.role !== 'OWNER') return null;
  const save = async (channelId: string) => {
    const done = await run({
      document: SaveSystemMailDocument,
      variables: { channelId: channelId || null },
      problems: (data) => data.systemMailSave.userErrors,
    });
    if (done) toast(t('saved'));
    onChanged();
  };
  return (
    <section className="panel">
      <h2>{t('systemMail.title')}</h2>
      <SelectField
        label={t('systemMail.channel')}
        value={systemMail.channel?.id ?? ''}
        onChange={(id) => void save(id)}
        options={[
          { value: '', label: t('systemMail.none') },
          ...systemMail.candidates.map(({ id, name, account }) => ({ value: id, label: account || name })),
        ]}
        help={t(systemMail.candidates.length === 0 ? 'systemMail.noneYet' : 'systemMail.help')}
      />
    </section>
  );
}

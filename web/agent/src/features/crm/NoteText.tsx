import { useT } from '../../app/intl.js';
import { PlainText } from '../thread/PlainText.js';

interface Written {
  body: string | null;
  mentions?: readonly { name: string; told: boolean; team?: string | null }[];
}

/** The text of a record, with the colleagues and teams that it calls marked, and who of them may not see it (S64). */
export function NoteText({ record }: { record: Written }) {
  const t = useT();
  const { body, mentions = [] } = record;
  const untold = mentions.filter(({ told }) => !told);
  return (
    <>
      <div className="crm-body">
        <PlainText text={body ?? ''} called={mentions.map(({ name, team }) => team ?? name)} />
      </div>
      {untold.length > 0 && <p className="meta">{t('crm.noteUntold', { names: untold.map(({ name }) => name).join(', ') })}</p>}
    </>
  );
}

import { Button } from '@balie/web-ui';
import { Modal } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useQuery } from 'urql';
import { useT } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';
import { TextField } from '../../components/fields.js';
import { ViewTeamsDocument, type SavedViewList, type SavedViewSaveInput } from '../../generated/graphql.js';
import { makeId } from '../../lib/ids.js';
import { useViewActions, type SavedView } from './useSavedViews.js';

interface DialogProps {
  /** The view that is changed; a new one is made without. */
  view?: SavedView;
  /** Of which list a new view is. */
  list?: SavedViewList;
  /** What a new view holds. */
  content?: Pick<SavedViewSaveInput, 'filter' | 'shown'>;
  onClose: () => void;
  onSaved?: (id: string) => void;
}

/** Whom a view is for, as one choice: `PRIVATE`, `ALL`, or the id of a team. */
function useForm({ view, list = view?.list ?? 'CONVERSATIONS', content, onClose, onSaved }: DialogProps) {
  const { save } = useViewActions(list);
  const [id] = useState(() => view?.id ?? makeId('svw'));
  const [name, setName] = useState(view?.name ?? '');
  const [whose, setWhose] = useState<string>(view?.team?.id ?? view?.audience ?? 'PRIVATE');
  const [failed, setFailed] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const audience = whose === 'PRIVATE' || whose === 'ALL' ? whose : 'TEAM';
    const input: SavedViewSaveInput = {
      ...{ id, name, audience, teamId: audience === 'TEAM' ? whose : null },
      ...{ list, ...content },
      ...(view ? { expectedVersion: view.version } : {}),
    };
    const wrong = await save(input);
    setFailed(wrong);
    if (wrong !== null) return;
    onClose();
    onSaved?.(id);
  };
  return { name, setName, whose, setWhose, failed, submit };
}

/** Names a view and says for whom it is (D1). */
export function ViewDialog(props: DialogProps) {
  const t = useT();
  const { isAdmin } = useShell();
  const [{ data }] = useQuery({ query: ViewTeamsDocument });
  const { name, setName, whose, setWhose, failed, submit } = useForm(props);
  const teams = data?.viewer?.teams.map(({ team }) => team) ?? [];
  const choices = [
    { id: 'PRIVATE', text: t('saved.forMe') },
    ...teams.map((team) => ({ id: team.id, text: t('saved.forTeam', { team: team.name }) })),
    ...(isAdmin || whose === 'ALL' ? [{ id: 'ALL', text: t('saved.forAll') }] : []),
  ];
  const title = t(props.view ? 'saved.change' : 'saved.new');
  return (
    <Modal opened onClose={props.onClose} title={title}>
      <form className="view-form" onSubmit={(event) => void submit(event)}>
        <TextField
          label={t('saved.name')}
          value={name}
          onChange={setName}
          error={failed}
          maxLength={80}
          data-autofocus
          required
        />
        <fieldset className="field">
          <legend>{t('saved.whose')}</legend>
          {choices.map(({ id, text }) => (
            <label key={id} className="choice">
              <input type="radio" name="whose" checked={whose === id} onChange={() => setWhose(id)} />
              <span>{text}</span>
            </label>
          ))}
        </fieldset>
        <div className="row-actions">
          <Button look="primary" type="submit">
            {t('saved.save')}
          </Button>
          <Button look="quiet" onClick={props.onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

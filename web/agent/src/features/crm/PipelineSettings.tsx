import { Button, IconButton } from '@balie/web-ui';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { PartTexts, useLocale, useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import { SelectField, TextField } from '../../components/fields.js';
import {
  SavePipelineDocument,
  SetDealCurrencyDocument,
  type SetDealCurrencyMutation,
  type PipelineType,
  type StageOutcome,
} from '../../generated/crm.js';
import { makeId } from '../../lib/ids.js';
import { useRun } from '../settings/useRun.js';
import { CurrencyField } from './CurrencyField.js';
import { KINDS } from './recordTypes.js';
import { useCurrency } from './useCurrency.js';
import { usePipelines, type PipelineLine } from './usePipelines.js';
import '../../styles/crm.css';

/** The stages that tickets and deals go through. */
export function PipelineSettings() {
  return (
    <PartTexts part="crm">
      <Kinds />
    </PartTexts>
  );
}

function Kinds() {
  const t = useT();
  return (['TICKET', 'DEAL'] as const).map((type) => (
    <section key={type} aria-label={t(KINDS[type].many)}>
      <h2>{t(KINDS[type].many)}</h2>
      {type === 'DEAL' && <UsualCurrency />}
      <Pipelines type={type} />
    </section>
  ));
}

/** What amounts of deals are in where nobody says. */
function UsualCurrency() {
  const t = useT();
  const usual = useCurrency();
  const { run } = useRun();
  if (usual === null) return null;
  const choose = async (currency: string) => {
    const variables = { currency };
    const problems = (answer: SetDealCurrencyMutation) => answer.dealCurrencySet.userErrors;
    if (await run({ document: SetDealCurrencyDocument, variables, problems })) toast(t('crm.saved', { title: currency }));
  };
  return <CurrencyField label={t('crm.usualCurrency')} value={usual} onChange={(currency) => void choose(currency)} />;
}

interface Draft {
  id: string;
  version: number | null;
  name: string;
  stages: { id: string; name: string; outcome: StageOutcome }[];
}

const draftOf = ({ id, version, name, stages }: PipelineLine): Draft => ({
  id,
  version,
  name,
  stages: stages.map((stage) => ({ id: stage.id, name: stage.name, outcome: stage.outcome })),
});

function Pipelines({ type }: { type: PipelineType }) {
  const t = useT();
  const pipelines = usePipelines(type);
  const [fresh, setFresh] = useState<Draft | null>(null);
  const begin = () =>
    setFresh({
      id: makeId('pip'),
      version: null,
      name: t('crm.newPipeline'),
      stages: [
        { id: makeId('stg'), name: t('crm.newStage'), outcome: 'OPEN' },
        { id: makeId('stg'), name: t('crm.endStage'), outcome: 'DONE' },
      ],
    });
  return (
    <>
      {pipelines.map((pipeline) => (
        <PipelineForm key={`${pipeline.id} ${pipeline.version}`} type={type} start={draftOf(pipeline)} />
      ))}
      {fresh ? (
        <PipelineForm type={type} start={fresh} onDone={() => setFresh(null)} />
      ) : (
        <Button onClick={begin}>{t('crm.addPipeline')}</Button>
      )}
    </>
  );
}

function PipelineForm({ type, start, onDone }: { type: PipelineType; start: Draft; onDone?: () => void }) {
  const t = useT();
  const { locale } = useLocale();
  const { run, busy } = useRun();
  const [form, setForm] = useState(start);
  const stages = (next: Draft['stages']) => setForm({ ...form, stages: next });
  const swap = (from: number, to: number) => {
    const next = [...form.stages];
    [next[from], next[to]] = [next[to]!, next[from]!];
    stages(next);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { id, version, name } = form;
    const input = { id, type, name, stages: form.stages, ...(version === null ? {} : { expectedVersion: version }) };
    const data = await run({
      document: SavePipelineDocument,
      variables: { input, language: locale },
      problems: (answer) => answer.pipelineSave.userErrors,
    });
    if (!data) return;
    toast(t('crm.saved', { title: name }));
    onDone?.();
  };
  return (
    <form className="panel" aria-label={form.name} onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('crm.title')}
        value={form.name}
        onChange={(name) => setForm({ ...form, name })}
        required
        maxLength={60}
      />
      {form.stages.map((stage, index) => (
        <div key={stage.id} className="crm-stage">
          <TextField
            label={t('crm.stageName', { n: index + 1 })}
            value={stage.name}
            onChange={(name) => stages(form.stages.map((one) => (one === stage ? { ...one, name } : one)))}
            required
            maxLength={60}
          />
          <SelectField
            label={t('crm.stageOutcome', { n: index + 1 })}
            value={stage.outcome}
            onChange={(outcome) =>
              stages(form.stages.map((one) => (one === stage ? { ...one, outcome: outcome as StageOutcome } : one)))
            }
            options={(['OPEN', 'DONE', 'LOST'] as const).map((value) => ({ value, label: t(`stageOutcome.${value}`) }))}
          />
          <IconButton
            label={t('crm.stageUp', { name: stage.name })}
            icon={<IconArrowUp size={16} />}
            disabled={index === 0}
            onClick={() => swap(index, index - 1)}
          />
          <IconButton
            label={t('crm.stageDown', { name: stage.name })}
            icon={<IconArrowDown size={16} />}
            disabled={index === form.stages.length - 1}
            onClick={() => swap(index, index + 1)}
          />
          <IconButton
            label={t('crm.stageRemove', { name: stage.name })}
            icon={<IconX size={16} />}
            disabled={form.stages.length === 1}
            onClick={() => stages(form.stages.filter((one) => one !== stage))}
          />
        </div>
      ))}
      <div className="row-actions">
        <Button onClick={() => stages([...form.stages, { id: makeId('stg'), name: '', outcome: 'OPEN' }])}>
          {t('crm.addStage')}
        </Button>
        <Button type="submit" look="primary" busy={busy}>
          {t('save')}
        </Button>
        {onDone && (
          <Button look="quiet" onClick={onDone}>
            {t('cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}

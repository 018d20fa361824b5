import { Button } from '@balie/web-ui';
import { useT } from '../../app/intl.js';
import { SelectField, TextField } from '../../components/fields.js';
import type { AutomationField, AutomationOperator } from '../../generated/automation.js';
import { asks, FIELDS, newCondition, OPERATORS, type ConditionDraft } from './draft.js';
import { Picks } from './Picks.js';
import type { Choices } from './useChoices.js';

interface ConditionProps {
  condition: ConditionDraft;
  title: string;
  choices: Choices;
  onChange: (condition: ConditionDraft) => void;
  onRemove: () => void;
}

/** One thing that must hold: what, how, and with what it is compared. */
export function ConditionFields({ condition, title, choices, onChange, onRemove }: ConditionProps) {
  const t = useT();
  const { key, field, operator, ids, words } = condition;
  const operatorText = (value: AutomationOperator): string =>
    field === 'WORKING_HOURS' ? t(value === 'IS' ? 'autoOp.WITHIN' : 'autoOp.OUTSIDE') : t(`autoOp.${value}`);
  const set = (part: Partial<ConditionDraft>) => onChange({ ...condition, ...part });
  return (
    <div className="rule-part" role="group" aria-label={title}>
      <SelectField
        label={t('auto.what')}
        value={field}
        onChange={(value) => onChange({ ...newCondition(value as AutomationField), key })}
        options={FIELDS.map((value) => ({ value, label: t(`autoField.${value}`) }))}
      />
      <SelectField
        label={t('auto.how')}
        value={operator}
        onChange={(value) => set({ operator: value as AutomationOperator })}
        options={OPERATORS[field].map((value) => ({ value, label: operatorText(value) }))}
      />
      {asks(condition) &&
        (field === 'SUBJECT' || field === 'CUSTOMER' ? (
          <TextField
            label={t('auto.values')}
            help={t(field === 'CUSTOMER' ? 'auto.customerHelp' : 'auto.valuesHelp')}
            value={words}
            onChange={(value) => set({ words: value })}
            autoComplete="off"
          />
        ) : (
          field !== 'WORKING_HOURS' && (
            <Picks
              legend={t('auto.values')}
              options={choices.fields[field]}
              chosen={ids}
              onChange={(value) => set({ ids: value })}
              gone={t('auto.gone')}
            />
          )
        ))}
      <Button look="quiet" onClick={onRemove}>
        {t('auto.remove')}
        <span className="vh"> {title}</span>
      </Button>
    </div>
  );
}

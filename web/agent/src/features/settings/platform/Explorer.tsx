import { Button, Empty, Skeleton } from '@balie/web-ui';
import { IconPlayerPlay } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  validate,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { useDeferredValue, useId, useMemo, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { useIntl } from 'react-intl';
import { useT } from '../../../app/intl.js';
import { useShell } from '../../../app/ShellProvider.js';
import { SelectField } from '../../../components/fields.js';
import { ask, type Answer, type Operation } from './explore.js';
import { Followed } from './Followed.js';
import { SchemaBrowser } from './SchemaBrowser.js';
import { useSchema } from './useSchema.js';
import '../../../styles/platform.css';

const FIRST = {
  query: `query Open($first: Int) {
  conversations(filter: { status: [OPEN] }, first: $first) {
    nodes {
      number
      subject
    }
  }
}
`,
  variables: '{ "first": 5 }',
};
/** What was written last, until the tab is closed. */
let kept = FIRST;

/** A page to try the API on: a query, its variables, the answer and what it cost (N23). */
export function Explorer() {
  const t = useT();
  const { isAdmin } = useShell();
  const { phase, schema, again } = useSchema();
  if (phase === 'failed')
    return (
      <div className="alert" role="alert">
        <p>{t('explorer.failed')}</p>
        <Button onClick={again}>{t('again')}</Button>
      </div>
    );
  if (phase === 'off')
    return (
      <Empty title={t('explorer.off')}>
        {isAdmin && (
          <Link to="/settings/{-$page}" params={{ page: 'api' }}>
            {t('explorer.toSettings')}
          </Link>
        )}
      </Empty>
    );
  if (!schema) return <Skeleton label={t('loading')} lines={6} />;
  return <Workbench schema={schema} />;
}

interface Checked {
  problem: string | null;
  names: readonly string[];
  operations: readonly OperationDefinitionNode[];
}
/** What is wrong with a text before it is sent, and the operations in it with their names. */
function check(schema: GraphQLSchema, query: string): Checked {
  try {
    const document = parse(query);
    const [error] = validate(schema, document);
    const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
    const names = operations.flatMap((one) => one.name?.value ?? []);
    return { problem: error ? placed(error) : null, names, operations };
  } catch (error) {
    return { problem: error instanceof GraphQLError ? placed(error) : String(error), names: [], operations: [] };
  }
}

/** Whether the operation of this name, or the only one, goes on telling. */
const isLive = ({ operations }: Checked, name: string | undefined): boolean =>
  operations.some((one) => one.operation === OperationTypeNode.SUBSCRIPTION && one.name?.value === name);

function placed({ message, locations }: GraphQLError): string {
  const at = locations?.[0];
  return at ? `${at.line}:${at.column} ${message}` : message;
}

/** The variables as they were written; null when that is no object. */
function readVariables(text: string): Record<string, unknown> | null {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function Workbench({ schema }: { schema: GraphQLSchema }) {
  const t = useT();
  const [form, setForm] = useState(kept);
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Answer | 'failed' | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const late = useDeferredValue(form.query);
  const checked = useMemo(() => check(schema, late), [schema, late]);
  const { problem, names } = checked;
  const [followed, setFollowed] = useState<Operation | null>(null);
  const variables = readVariables(form.variables);
  const set = (part: Partial<typeof FIRST>) => {
    kept = { ...form, ...part };
    setForm(kept);
  };
  const operationName = names.includes(name) ? name : names[0];
  const run = async () => {
    if (busy || !variables) return;
    // What was written last counts, not what is checked a moment later.
    if (isLive(check(schema, form.query), operationName)) {
      setAnswer(null);
      return setFollowed({ query: form.query, variables, operationName });
    }
    setFollowed(null);
    setBusy(true);
    setAnswer(await ask({ query: form.query, variables, operationName }).catch(() => 'failed' as const));
    setBusy(false);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void run();
  };
  return (
    <>
      <section className="panel" aria-label={t('explorer.ask')} onKeyDown={onKey}>
        <CodeArea
          ref={area}
          label={t('explorer.query')}
          value={form.query}
          onChange={(query) => set({ query })}
          rows={12}
          problem={problem}
        />
        <CodeArea
          label={t('explorer.variables')}
          value={form.variables}
          onChange={(next) => set({ variables: next })}
          rows={3}
          problem={variables ? null : t('explorer.notJson')}
        />
        {names.length > 1 && (
          <SelectField
            label={t('explorer.which')}
            value={operationName ?? ''}
            onChange={setName}
            options={names.map((one) => ({ value: one, label: one }))}
          />
        )}
        <div className="row-actions">
          <Button look="primary" busy={busy} disabled={!variables} aria-keyshortcuts="Control+Enter" onClick={() => void run()}>
            <IconPlayerPlay size={16} aria-hidden />
            {t('explorer.run')}
          </Button>
          <span className="meta">{t('explorer.keys')}</span>
        </div>
        <p className="help">{t('explorer.real')}</p>
      </section>
      {followed && <Followed operation={followed} onStop={() => setFollowed(null)} />}
      <AnswerShown answer={answer} busy={busy} />
      <SchemaBrowser
        schema={schema}
        onStart={(start) => {
          set(start);
          area.current?.focus();
          area.current?.scrollIntoView({ block: 'center' });
        }}
      />
    </>
  );
}

interface AreaProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  rows: number;
  problem: string | null;
  ref?: Ref<HTMLTextAreaElement>;
}

function CodeArea({ label, value, onChange, rows, problem, ref }: AreaProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        ref={ref}
        id={id}
        className="input mono"
        rows={rows}
        value={value}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {problem && (
        <small id={`${id}-problem`} className="field-error mono">
          {problem}
        </small>
      )}
    </div>
  );
}

function AnswerShown({ answer, busy }: { answer: Answer | 'failed' | null; busy: boolean }) {
  const t = useT();
  const intl = useIntl();
  if (answer === null) return null;
  if (answer === 'failed')
    return (
      <p className="alert" role="alert">
        {t('error.network')}
      </p>
    );
  const { cost, status, errors, text } = answer;
  const points = (value: number) => intl.formatNumber(value);
  return (
    <section className="panel" aria-label={t('explorer.answer')} aria-busy={busy}>
      <h2>{t('explorer.answer')}</h2>
      <p className="meta" role="status">
        <span className="state" data-tone={errors > 0 ? 'bad' : 'good'}>
          {errors > 0 ? t('explorer.errors', { n: errors, status }) : t('explorer.fine', { status })}
        </span>{' '}
        {cost &&
          t('explorer.cost', {
            requested: cost.requested,
            left: points(cost.left),
            perMinute: points(cost.perMinute),
            seconds: Math.ceil(cost.renewedInMs / 1_000),
          })}
      </p>
      {/* It scrolls, so it can be reached by the keyboard. */}
      <pre className="answer mono" tabIndex={0} role="region" aria-label={t('explorer.answerText')}>
        {text}
      </pre>
    </section>
  );
}

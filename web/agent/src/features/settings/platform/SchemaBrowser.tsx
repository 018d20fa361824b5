import { Button } from '@balie/web-ui';
import { IconArrowLeft } from '@tabler/icons-react';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useT } from '../../../app/intl.js';
import { TextField } from '../../../components/fields.js';
import { skeletonOf } from './skeleton.js';

type Member = GraphQLField<unknown, unknown> | GraphQLInputField;
type Start = { query: string; variables: string };

/** The fields of a type that has any. */
function membersOf(type: GraphQLNamedType): readonly Member[] {
  return isObjectType(type) || isInterfaceType(type) || isInputObjectType(type) ? Object.values(type.getFields()) : [];
}

/** What can be asked and done, from the roots down; each type leads to those that it is made of. */
export function SchemaBrowser({ schema, onStart }: { schema: GraphQLSchema; onStart: (start: Start) => void }) {
  const t = useT();
  const [trail, setTrail] = useState<readonly string[]>([]);
  const [wanted, setWanted] = useState('');
  const head = useRef<HTMLHeadingElement>(null);
  const name = trail.at(-1);
  const type = name ? schema.getType(name) : undefined;
  useEffect(() => {
    if (name) head.current?.focus();
  }, [name]);
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const;
  const key = wanted.trim().toLowerCase();
  const go = (next: string) => setTrail([...trail, next]);
  if (type)
    return (
      <section className="panel schema-browser" aria-label={t('explorer.schema')}>
        <div className="row-actions">
          <Button look="quiet" onClick={() => setTrail(trail.slice(0, -1))}>
            <IconArrowLeft size={16} aria-hidden />
            {t('explorer.back')}
          </Button>
        </div>
        <h2 ref={head} tabIndex={-1} className="mono">
          {type.name}
        </h2>
        {type.description && <p className="help">{type.description}</p>}
        <TypeBody type={type} onType={go} />
      </section>
    );
  return (
    <section className="panel schema-browser" aria-label={t('explorer.schema')}>
      <h2>{t('explorer.schema')}</h2>
      <TextField label={t('explorer.find')} type="search" value={wanted} onChange={setWanted} autoComplete="off" />
      {roots.map(([kind, root]) => {
        const fields = Object.values(root?.getFields() ?? {}).filter((field) =>
          `${field.name} ${field.description ?? ''}`.toLowerCase().includes(key),
        );
        return (
          <details key={kind} open={key !== '' || undefined}>
            <summary>
              {t(kind === 'query' ? 'explorer.queries' : 'explorer.mutations')} ({fields.length})
            </summary>
            <ul className="schema-fields">
              {fields.map((field) => (
                <MemberLine key={field.name} member={field} onType={go}>
                  <Button onClick={() => onStart(skeletonOf(kind, field))}>
                    {t('explorer.use')}
                    <span className="vh"> {field.name}</span>
                  </Button>
                </MemberLine>
              ))}
            </ul>
          </details>
        );
      })}
    </section>
  );
}

function TypeBody({ type, onType }: { type: GraphQLNamedType; onType: (name: string) => void }) {
  if (isEnumType(type))
    return (
      <ul className="schema-fields">
        {type.getValues().map((value) => (
          <li key={value.name}>
            <code>{value.name}</code>
            {value.description && <p className="help">{value.description}</p>}
          </li>
        ))}
      </ul>
    );
  if (isUnionType(type))
    return (
      <p className="row-actions">
        {type.getTypes().map(({ name }) => (
          <TypeButton key={name} text={name} name={name} onType={onType} />
        ))}
      </p>
    );
  return (
    <ul className="schema-fields">
      {membersOf(type).map((member) => (
        <MemberLine key={member.name} member={member} onType={onType} />
      ))}
    </ul>
  );
}

interface MemberProps {
  member: Member;
  onType: (name: string) => void;
  children?: ReactNode;
}

/** A field with its arguments and what it gives. */
function MemberLine({ member, onType, children }: MemberProps) {
  const t = useT();
  const args: readonly GraphQLArgument[] = 'args' in member ? member.args : [];
  return (
    <li>
      <div className="schema-member">
        <span className="mono">
          <b>{member.name}</b>
          {args.length > 0 && '('}
          {args.map((arg, index) => (
            <span key={arg.name}>
              {index > 0 && ', '}
              {arg.name}: <TypeButton text={String(arg.type)} name={getNamedType(arg.type).name} onType={onType} />
            </span>
          ))}
          {args.length > 0 && ')'}:{' '}
          <TypeButton text={String(member.type)} name={getNamedType(member.type).name} onType={onType} />
        </span>
        {children}
      </div>
      {member.description && <p className="help">{member.description}</p>}
      {member.deprecationReason && <p className="field-error">{t('explorer.deprecated', { why: member.deprecationReason })}</p>}
    </li>
  );
}

const PLAIN = /^(ID|String|Int|Float|Boolean)$/;

function TypeButton({ text, name, onType }: { text: string; name: string; onType: (name: string) => void }) {
  if (PLAIN.test(name)) return <span className="meta">{text}</span>;
  return (
    <button type="button" className="schema-type" onClick={() => onType(name)}>
      {text}
    </button>
  );
}

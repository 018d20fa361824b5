import { Button } from '@balie/web-ui';
import { Modal } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useClient } from 'urql';
import { useT } from '../../../app/intl.js';
import { SelectField, TextField } from '../../../components/fields.js';
import {
  BinContactsDocument,
  ChangeContactsDocument,
  type ContactChangeInput,
  type ContactFactsFragment,
  type PropertyLineFragment,
} from '../../../generated/crm.js';
import type { ContactActionInput } from '../../../generated/bulk.js';
import type { BulkAction, Sent } from './bulk.js';
import { OwnerAction, PickAction } from './BulkBar.js';

type Fields = Omit<ContactChangeInput, 'id' | 'expectedVersion'>;
export type ContactBulkAction = BulkAction<ContactFactsFragment, ContactActionInput>;

/** What can be done with several contacts, each with its way back. */
function useBulkActions() {
  const t = useT();
  const client = useClient();
  const change = async (changes: ContactChangeInput[]): Promise<Sent> => {
    const { data, error } = await client.mutation(ChangeContactsDocument, { changes }).toPromise();
    return { done: data?.contactsChange.contacts ?? [], problems: data?.contactsChange.userErrors ?? [], error };
  };
  const bin = async (rows: readonly ContactFactsFragment[], restore: boolean): Promise<Sent> => {
    const ids = rows.map(({ id }) => id);
    const { data, error } = await client.mutation(BinContactsDocument, { ids, restore }).toPromise();
    return { done: data?.contactsDelete.contacts ?? [], problems: data?.contactsDelete.userErrors ?? [], error };
  };
  return {
    set: (fields: Fields, was: (contact: ContactFactsFragment) => Fields): ContactBulkAction => ({
      wire: fields.fields ? { fields: fields.fields } : { own: { ownerId: fields.ownerId ?? null } },
      done: (n) => t('crm.bulkChanged', { n }),
      send: (rows) => change(rows.map(({ id }) => ({ id, ...fields }))),
      back: (changed) =>
        change(changed.map(({ before, version }) => ({ id: before.id, ...was(before), expectedVersion: version }))),
    }),
    bin: (restore: boolean): ContactBulkAction => ({
      wire: { deleted: !restore },
      done: (n) => t(restore ? 'crm.restored' : 'crm.deleted', { n }),
      send: (rows) => bin(rows, restore),
      back: (changed) =>
        bin(
          changed.map(({ before }) => before),
          !restore,
        ),
    }),
  };
}

interface Props {
  properties: readonly PropertyLineFragment[];
  restore: boolean;
  run: (action: ContactBulkAction) => void;
}

/** Owner, the team's own facts, and the bin. */
export function ContactBulk({ properties, restore, run }: Props) {
  const t = useT();
  const bulk = useBulkActions();
  const [asked, setAsked] = useState<PropertyLineFragment | null>(null);
  if (restore) return <Button onClick={() => run(bulk.bin(true))}>{t('crm.restore')}</Button>;
  const put = ({ id }: PropertyLineFragment, value: unknown) => {
    setAsked(null);
    const was = ({ fields }: ContactFactsFragment) => (fields as Record<string, unknown> | null)?.[id] ?? null;
    run(bulk.set({ fields: { [id]: value } }, (contact) => ({ fields: { [id]: was(contact) } })));
  };
  return (
    <>
      <OwnerAction
        onPick={(owner) => run(bulk.set({ ownerId: owner?.id ?? null }, (contact) => ({ ownerId: contact.owner?.id ?? null })))}
      />
      {properties.length > 0 && (
        <PickAction
          label={t('crm.bulkFact')}
          options={properties.map(({ id, label }) => ({ value: id, label }))}
          onPick={(id) => setAsked(properties.find((property) => property.id === id) ?? null)}
        />
      )}
      <Button look="danger" onClick={() => run(bulk.bin(false))}>
        {t('crm.delete')}
      </Button>
      {asked && <SetFact property={asked} onSet={(value) => put(asked, value)} onClose={() => setAsked(null)} />}
    </>
  );
}

const INPUTS = { TEXT: 'text', NUMBER: 'number', DATE: 'date', LINK: 'url' } as const;

interface FactProps {
  property: PropertyLineFragment;
  onSet: (value: unknown) => void;
  onClose: () => void;
}

function SetFact({ property: { label, type, options }, onSet, onClose }: FactProps) {
  const t = useT();
  const [text, setText] = useState('');
  const yesNo = [
    { value: 'true', label: t('crm.yes') },
    { value: 'false', label: t('crm.no') },
  ];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text === '') return onSet(null);
    onSet(type === 'NUMBER' ? Number(text) : type === 'YES_NO' ? text === 'true' : text);
  };
  return (
    <Modal opened onClose={onClose} title={t('crm.bulkFact')}>
      <form className="crm-form" onSubmit={submit}>
        {type === 'CHOICE' || type === 'YES_NO' ? (
          <SelectField
            label={label}
            value={text}
            onChange={setText}
            options={[
              { value: '', label: '–' },
              ...(type === 'YES_NO' ? yesNo : options.map((value) => ({ value, label: value }))),
            ]}
          />
        ) : (
          <TextField
            label={label}
            type={INPUTS[type]}
            value={text}
            onChange={setText}
            help={t('crm.bulkFactHelp')}
            data-autofocus
            {...(type === 'NUMBER' ? { step: 'any' } : {})}
          />
        )}
        <div className="row-actions">
          <Button look="primary" type="submit">
            {t('save')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

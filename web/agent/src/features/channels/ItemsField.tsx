import { Button, IconButton } from '@balie/web-ui';
import { Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconChevronRight, IconGripVertical, IconPlus, IconTrash } from '@tabler/icons-react';
import { useContext, useId, useState, type DragEvent, type KeyboardEvent } from 'react';
import { useT } from '../../app/intl.js';
import '../../styles/items.css';
import type { InnerFormProps } from './formProps.js';
import { pickedOf, PicksContext } from './picks.js';
import { isComplete, variantOf, type Field, type Values, type Variant } from './schema.js';
import { useThings, type Things } from './useThings.js';

interface ItemsProps extends InnerFormProps {
  field: Field;
  value: unknown;
  onChange: (value: Values[]) => void;
  error: string | null;
}

/**
 * Things in an order, each with a small form of its own: added by type, taken away, moved by buttons, by Alt with an arrow, or by its
 * handle (architecture 2.3.11). What happens to one is said aloud, and the focus stays with it.
 */
export function ItemsField({ field, value, onChange, error, ...form }: ItemsProps) {
  const t = useT();
  const id = useId();
  const what = field.itemTitle || t('items.thing');
  const picks = useContext(PicksContext);
  const nameOf = (thing: Values, index: number): string => {
    const naming = variantOf(field, thing)?.fields.find(({ name }) => name === field.itemName);
    const set = field.itemName === null ? '' : thing[field.itemName];
    // What was picked is called as it is called where it is picked from.
    const said = pickedOf(picks[String(naming?.schema['x-pick'])] ?? [], String(set ?? ''))?.label ?? set;
    return typeof said === 'string' && said.trim() !== '' ? said : t('items.unnamed', { what, n: index + 1 });
  };
  const things = useThings({ value, onChange, nameOf });
  const full = things.list.length >= (field.schema.maxItems ?? Infinity);
  const described = [field.help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className="items" role="group" aria-labelledby={`${id}-title`} aria-describedby={described} ref={things.ref}>
      <div className="items-head">
        <span id={`${id}-title`} className="items-title">
          {field.title}
        </span>
        {field.help && (
          <small id={`${id}-help`} className="help">
            {field.help}
          </small>
        )}
      </div>
      {things.list.length > 0 && (
        <ol>
          {things.list.map(({ key, thing }, index) => (
            <Item
              key={key}
              itemKey={key}
              index={index}
              thing={thing}
              field={field}
              name={nameOf(thing, index)}
              things={things}
              {...form}
            />
          ))}
        </ol>
      )}
      <AddButton variants={field.variants} what={what} disabled={full} onAdd={things.add} />
      {error && (
        <small id={`${id}-error`} className="field-error">
          {error}
        </small>
      )}
      <p className="vh" role="status">
        {things.said}
      </p>
    </div>
  );
}

interface ItemProps extends InnerFormProps {
  itemKey: number;
  index: number;
  thing: Values;
  field: Field;
  name: string;
  things: Things;
}

function Item({ itemKey, index, thing, field, name, things, Form, errors, strict, path }: ItemProps) {
  const t = useT();
  const id = useId();
  const [grabbed, setGrabbed] = useState(false);
  const variant = variantOf(field, thing);
  const place = `${path}${index}.`;
  const wrong =
    Object.keys(errors).some((at) => at.startsWith(place)) || (strict && !isComplete(variant?.fields ?? [], thing, []));
  const open = things.open.has(itemKey);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || by === undefined) return;
    event.preventDefault();
    things.move(index, index + by, 'toggle');
  };
  const drag = {
    draggable: grabbed,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', name);
      things.lift(itemKey);
    },
    onDragOver: (event: DragEvent) => things.over(event, index),
    onDragEnd: () => {
      setGrabbed(false);
      things.lift(null);
    },
  };
  return (
    <li data-key={itemKey} data-lifted={things.lifted === itemKey || undefined} data-wrong={wrong || undefined} {...drag}>
      <div className="item-head">
        <span className="grip" aria-hidden onPointerDown={() => setGrabbed(true)} onPointerUp={() => setGrabbed(false)}>
          <IconGripVertical size={16} />
        </span>
        <button
          type="button"
          className="item-name"
          data-act="toggle"
          aria-expanded={open}
          aria-controls={`${id}-form`}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          onClick={() => things.toggle(itemKey)}
          onKeyDown={onKeyDown}
        >
          <IconChevronRight size={16} aria-hidden className="turn" />
          <span className="el">{name}</span>
          {field.variants.length > 1 && variant && <span className="kind">{variant.title}</span>}
          {wrong && <span className="item-wrong">{t('items.wrong')}</span>}
        </button>
        <Moves index={index} name={name} things={things} />
      </div>
      <div id={`${id}-form`} className="item-form" hidden={!open}>
        {open && !variant && <p className="help">{t('items.unknown')}</p>}
        {open && variant && (
          <Form
            fields={variant.fields}
            values={thing}
            onChange={(next) => things.replace(index, next)}
            secretsSet={[]}
            errors={errors}
            strict={strict}
            path={place}
          />
        )}
      </div>
    </li>
  );
}

/** What moves a thing, or takes it away. */
export function Moves({ index, name, things }: Pick<ItemProps, 'index' | 'name' | 'things'>) {
  const t = useT();
  const last = things.list.length - 1;
  return (
    <span className="item-acts">
      <IconButton
        data-act="up"
        label={t('items.up', { name })}
        icon={<IconArrowUp size={16} />}
        aria-disabled={index === 0 || undefined}
        onClick={() => things.move(index, index - 1, 'up')}
      />
      <IconButton
        data-act="down"
        label={t('items.down', { name })}
        icon={<IconArrowDown size={16} />}
        aria-disabled={index === last || undefined}
        onClick={() => things.move(index, index + 1, 'down')}
      />
      <IconButton label={t('items.remove', { name })} icon={<IconTrash size={16} />} onClick={() => things.remove(index)} />
    </span>
  );
}

interface AddProps {
  variants: readonly Variant[];
  what: string;
  disabled: boolean;
  onAdd: (variant: Variant) => void;
}

/** One type is added at once, several are chosen from. */
export function AddButton({ variants, what, disabled, onAdd }: AddProps) {
  const t = useT();
  const [only] = variants;
  const button = (onClick?: () => void) => (
    <Button look="tint" data-act="add" disabled={disabled} onClick={onClick}>
      <IconPlus size={16} aria-hidden />
      {t('items.add', { what })}
    </Button>
  );
  if (variants.length === 1 && only) return <div>{button(() => onAdd(only))}</div>;
  return (
    <div>
      <Menu withinPortal position="bottom-start" returnFocus={false}>
        <Menu.Target>{button()}</Menu.Target>
        <Menu.Dropdown>
          {variants.map((variant) => (
            <Menu.Item key={variant.key} onClick={() => onAdd(variant)}>
              {variant.title}
              {variant.help && <small className="help menu-help">{variant.help}</small>}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

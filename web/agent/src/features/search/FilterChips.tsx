import { IconX } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { useT } from '../../app/intl.js';
import { DUE_STATES, listOf, NO_FILTERS, textOf, zone, type Find, type FindProps } from './find.js';
import { SaveAsView } from './SaveAsView.js';
import { useChannelChoices, useContactName, usePeopleChoices, useTagChoices, type Choice } from './useFilterNames.js';

interface Chip {
  key: string;
  text: string;
  title?: string;
  without: Partial<Find>;
}

const nameIn = (choices: readonly Choice[], id: string): string => choices.find((one) => one.id === id)?.name ?? id;

function useChips({ find, inboxId }: FindProps): Chip[] {
  const t = useT();
  const intl = useIntl();
  const channels = useChannelChoices(inboxId);
  const { people, former } = usePeopleChoices();
  const contact = useContactName(find.contact);
  const tags = useTagChoices();
  const without = (value: string | undefined, id: string) => textOf(listOf(value).filter((one) => one !== id));
  const day = (value: string) => intl.formatDate(`${value}T00:00:00`, { day: 'numeric', month: 'short', year: 'numeric' });
  const chips: Chip[] = listOf(find.channel).map((id) => {
    return { key: `channel ${id}`, text: nameIn(channels, id), without: { channel: without(find.channel, id) } };
  });
  for (const id of listOf(find.assignee)) {
    const name = nameIn([...people, ...former], id);
    chips.push({
      key: `assignee ${id}`,
      text: t('filter.assigneeIs', { name }),
      without: { assignee: without(find.assignee, id) },
    });
  }
  if (contact) chips.push({ key: 'contact', text: contact, without: { contact: undefined } });
  for (const id of listOf(find.tag))
    chips.push({ key: `tag ${id}`, text: nameIn(tags, id), without: { tag: without(find.tag, id) } });
  for (const state of DUE_STATES)
    if (listOf(find.due).includes(state))
      chips.push({ key: `due ${state}`, text: t(`filter.${state}`), without: { due: without(find.due, state) } });
  const { from, to } = find;
  const ends = { from: from ? day(from) : '', to: to ? day(to) : '' };
  const range = from && to ? t('filter.between', ends) : from ? t('filter.since', ends) : to ? t('filter.until', ends) : null;
  if (range)
    chips.push({
      key: 'activity',
      text: range,
      title: t('filter.zone', { zone: zone() }),
      without: { from: undefined, to: undefined },
    });
  if (find.unread) chips.push({ key: 'unread', text: t('filter.unread'), without: { unread: undefined } });
  if (find.file) chips.push({ key: 'file', text: t('filter.file'), without: { file: undefined } });
  if (find.where) chips.push({ key: 'where', text: t('filter.everywhere'), without: { where: undefined } });
  return chips;
}

/** What narrows the list, each with a way to take it back. */
export function FilterChips(props: FindProps) {
  const t = useT();
  const chips = useChips(props);
  return (
    <ul className="chips" aria-label={t('filter.active')}>
      {chips.map(({ key, text, title, without }) => (
        <li key={key}>
          <button type="button" className="chip" title={title} onClick={() => props.onFind(without)}>
            <span className="el">{text}</span>
            <IconX size={12} aria-hidden />
            <span className="vh">{t('filter.remove')}</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="btn quiet small" onClick={() => props.onFind(NO_FILTERS)}>
          {t('filter.clear')}
        </button>
      </li>
      {props.find.q === undefined && (
        <li>
          <SaveAsView />
        </li>
      )}
    </ul>
  );
}

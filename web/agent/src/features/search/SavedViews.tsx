import { IconButton } from '@balie/web-ui';
import { Menu } from '@mantine/core';
import { IconDots, IconListSearch } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useIntl } from 'react-intl';
import { useT } from '../../app/intl.js';
import { keyOf, useFollowSavedViews, useSavedViews, useViewActions, type SavedView } from './useSavedViews.js';

const ViewDialog = lazy(() => import('./ViewDialog.js').then((module) => ({ default: module.ViewDialog })));
/** The server counts no further. */
const LIMIT = 1000;

interface Props {
  inboxId: string;
  view: string;
  onPick: () => void;
}

/** The saved views in the left bar: own, of the team, for all, in the person's own order (D1). */
export function SavedViews({ inboxId, view, onPick }: Props) {
  const t = useT();
  const views = useSavedViews() ?? [];
  useFollowSavedViews();
  if (views.length === 0) return null;
  return (
    <div className="view-group">
      <h2>{t('saved.title')}</h2>
      {views.map((one) => (
        <SavedRow key={one.id} inboxId={inboxId} views={views} one={one} current={keyOf(one) === view} onPick={onPick} />
      ))}
    </div>
  );
}

interface RowProps extends Omit<Props, 'view'> {
  views: readonly SavedView[];
  one: SavedView;
  current: boolean;
}

function SavedRow({ inboxId, views, one, current, onPick }: RowProps) {
  const t = useT();
  const intl = useIntl();
  const [renaming, setRenaming] = useState(false);
  const { remove, move } = useViewActions();
  const whose =
    one.audience === 'ALL' ? t('saved.forAll') : one.team ? t('saved.forTeam', { team: one.team.name }) : t('saved.forMe');
  const index = views.indexOf(one);
  const navigate = useNavigate();
  const forget = () => {
    if (current)
      void navigate({
        to: '/inbox/$inboxId/$view',
        params: { inboxId, view: 'all' },
        search: { c: undefined, status: undefined },
      });
    void remove(one);
  };
  return (
    <div className="saved-row">
      <Link
        className="vrow"
        to="/inbox/$inboxId/$view"
        params={{ inboxId, view: keyOf(one) }}
        search={{ c: undefined, status: undefined }}
        aria-current={current ? 'page' : undefined}
        title={whose}
        onClick={onPick}
      >
        <IconListSearch size={16} aria-hidden />
        <span className="el">{one.name}</span>
        {one.count > 0 && <span className="n">{one.count > LIMIT ? `${LIMIT}+` : intl.formatNumber(one.count)}</span>}
      </Link>
      <Menu withinPortal position="bottom-start">
        <Menu.Target>
          <IconButton label={t('saved.menu', { name: one.name })} icon={<IconDots size={16} />} aria-haspopup="menu" />
        </Menu.Target>
        <Menu.Dropdown>
          {one.canChange && <Menu.Item onClick={() => setRenaming(true)}>{t('saved.rename')}</Menu.Item>}
          {index > 0 && <Menu.Item onClick={() => void move(views, one, -1)}>{t('saved.up')}</Menu.Item>}
          {index < views.length - 1 && <Menu.Item onClick={() => void move(views, one, 1)}>{t('saved.down')}</Menu.Item>}
          {one.canChange && <Menu.Item onClick={forget}>{t('saved.delete')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {renaming && (
        <Suspense>
          <ViewDialog view={one} onClose={() => setRenaming(false)} />
        </Suspense>
      )}
    </div>
  );
}

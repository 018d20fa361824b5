import { IconButton } from '@balie/web-ui';
import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useT } from '../../app/intl.js';
import { useViewActions, type SavedView } from './useSavedViews.js';

const ViewDialog = lazy(() => import('./ViewDialog.js').then((module) => ({ default: module.ViewDialog })));

/** Says for whom a view is. */
export function useWhose(): (view: SavedView) => string {
  const t = useT();
  return ({ audience, team }) =>
    audience === 'ALL' ? t('saved.forAll') : team ? t('saved.forTeam', { team: team.name }) : t('saved.forMe');
}

interface MenuProps {
  /** All of the list, in their order. */
  views: readonly SavedView[];
  one: SavedView;
  onRemove: () => void;
}

/** What can be done with a saved view of any list: rename, share, put elsewhere in the order, delete with a way back (D1). */
export function ViewMenu({ views, one, onRemove }: MenuProps) {
  const t = useT();
  const [renaming, setRenaming] = useState(false);
  const { remove, move } = useViewActions(one.list);
  const index = views.indexOf(one);
  const forget = () => {
    onRemove();
    void remove(one);
  };
  return (
    <>
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
    </>
  );
}

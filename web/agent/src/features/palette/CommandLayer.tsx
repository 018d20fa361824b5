import { lazy, Suspense, useMemo, useSyncExternalStore } from 'react';
import { useCommands, type Command } from '../../app/commands.js';
import { useT } from '../../app/intl.js';
import { currentLayer, openLayer, watchLayer } from '../../app/layers.js';

const Palette = lazy(() => import('./Palette.js').then((module) => ({ default: module.Palette })));
const KeySheet = lazy(() => import('./KeySheet.js').then((module) => ({ default: module.KeySheet })));

/** The field over the list; where there is no list, the palette. */
function toSearch(): void {
  const field = document.querySelector<HTMLInputElement>('[data-command=search]');
  if (!field) return openLayer('palette');
  field.focus();
  field.select();
}

/** The palette and the sheet of keys, loaded when they are first asked for. */
export function CommandLayer() {
  const t = useT();
  const layer = useSyncExternalStore(watchLayer, currentLayer);
  const commands = useMemo<Command[]>(
    () => [
      { id: 'palette', group: 'app', label: t('palette.open'), keys: '$mod+k', run: () => openLayer('palette') },
      { id: 'search', group: 'app', label: t('key.search'), keys: '/', run: toSearch },
      { id: 'keys', group: 'app', label: t('keys.title'), keys: 'Shift+?', run: () => openLayer('keys') },
    ],
    [t],
  );
  useCommands(commands);
  return (
    <Suspense>
      {layer === 'palette' && <Palette onClose={() => openLayer(null)} />}
      {layer === 'keys' && <KeySheet onClose={() => openLayer(null)} />}
    </Suspense>
  );
}

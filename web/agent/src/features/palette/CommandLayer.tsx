import { lazy, Suspense, useMemo, useSyncExternalStore } from 'react';
import type { Command } from '../../app/command.js';
import { useCommands } from '../../app/commands.js';
import { useT } from '../../app/intl.js';
import { known } from '../../app/knownKeys.js';
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
      { ...known(t, 'palette'), run: () => openLayer('palette') },
      { ...known(t, 'search'), run: toSearch },
      { ...known(t, 'keys'), run: () => openLayer('keys') },
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

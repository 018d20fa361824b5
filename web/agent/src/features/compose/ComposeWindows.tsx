import type { ComposeWindow as Window } from '../../app/composeWindows.js';
import '../../styles/compose.css';
import { ComposeWindow } from './ComposeWindow.js';

/** All windows beside each other, the one that was asked for last in front. */
export function ComposeWindows({ windows }: { windows: readonly Window[] }) {
  return (
    <div className="compose-dock">
      {windows.map((one) => (
        <ComposeWindow key={one.conversationId} window={one} />
      ))}
    </div>
  );
}

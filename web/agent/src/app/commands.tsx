import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { tinykeys } from 'tinykeys';
import type { Command } from './command.js';
import { keysNow } from './knownKeys.js';
import { preferencesNow, watchPreferences } from './preferences.js';

class Registry {
  private readonly groups = new Map<symbol, Command[]>();
  private stop: (() => void) | null = null;
  readonly watchers = new Set<() => void>();

  set(owner: symbol, commands: Command[]): void {
    const keys = (list: Command[] | undefined) => (list ?? []).map((command) => `${command.id} ${command.keys}`).join();
    const same = keys(this.groups.get(owner)) === keys(commands);
    this.groups.set(owner, commands);
    if (!same) this.listen();
  }
  drop(owner: symbol): void {
    this.groups.delete(owner);
    this.listen();
  }
  /** With the keys that its person gave them. */
  all(): Command[] {
    const { keys, singleKeys } = preferencesNow();
    return [...this.groups.values()].flat().map((command) => ({ ...command, keys: keysNow(command, keys, singleKeys) }));
  }
  /** Anew when keys were changed in the settings. */
  readonly again = (): void => this.listen();

  /** Letters work outside of fields, menus and dialogs only, and never while a word is being composed (U4). */
  private listen(): void {
    this.stop?.();
    const map: Record<string, (event: KeyboardEvent) => void> = {};
    for (const { id, keys } of this.all()) {
      if (!keys) continue;
      map[keys] = (event) => {
        if (!keys.startsWith('$mod') && isBusy(event)) return;
        event.preventDefault();
        this.all()
          .find((command) => command.id === id)
          ?.run();
      };
    }
    this.stop = tinykeys(window, map);
    for (const watcher of this.watchers) watcher();
  }
}

const BUSY = 'input:not([type=checkbox]),textarea,select,[contenteditable=true],[role=menu],[role=dialog],[role=listbox]';
const isBusy = (event: KeyboardEvent): boolean =>
  event.isComposing ||
  event.getModifierState('AltGraph') ||
  (event.target instanceof Element && event.target.closest(BUSY) !== null);

const RegistryContext = createContext(new Registry());

export function CommandsProvider({ children }: { children: ReactNode }) {
  const registry = useMemo(() => new Registry(), []);
  useEffect(() => watchPreferences(registry.again), [registry]);
  return <RegistryContext.Provider value={registry}>{children}</RegistryContext.Provider>;
}

/** Adds commands for as long as the component is on the screen. */
export function useCommands(commands: Command[]): void {
  const registry = useContext(RegistryContext);
  const owner = useRef(Symbol('commands'));
  useEffect(() => registry.set(owner.current, commands), [registry, commands]);
  useEffect(() => {
    const mine = owner.current;
    return () => registry.drop(mine);
  }, [registry]);
}

/** All commands of this moment. */
export function useAllCommands(): Command[] {
  const registry = useContext(RegistryContext);
  const [, again] = useState(0);
  useEffect(() => {
    const watcher = () => again((n) => n + 1);
    registry.watchers.add(watcher);
    return () => {
      registry.watchers.delete(watcher);
    };
  }, [registry]);
  return registry.all();
}

import { useEffect, useSyncExternalStore } from "react";

/** Something that can be done where one stands, for the command palette. */
export type PlaceCommand = { key: string; text: string; to?: string; run?: () => void };

let offers: readonly (readonly PlaceCommand[])[] = [];
const watchers = new Set<() => void>();

function change(next: readonly (readonly PlaceCommand[])[]): void {
  offers = next;
  for (const watcher of watchers) watcher();
}

/**
 * Offers commands in the palette for as long as the component is there, those of the innermost place first. The list must be
 * the same object until it changes.
 */
export function usePlaceCommands(commands: readonly PlaceCommand[]): void {
  useEffect(() => {
    change([commands, ...offers]);
    return () => change(offers.filter((one) => one !== commands));
  }, [commands]);
}

/** What is offered just now. */
export function useOfferedCommands(): readonly (readonly PlaceCommand[])[] {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => offers,
  );
}

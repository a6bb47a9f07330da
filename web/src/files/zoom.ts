/** How a picture is looked at: how large, how far turned (in quarters), and where it was moved to. */
export type Look = { zoom: number; turn: number; x: number; y: number };

export const START: Look = { zoom: 1, turn: 0, x: 0, y: 0 };

const LEAST = 0.5;
const MOST = 8;
const STEP = 1.25;

export function zoomedTo(look: Look, zoom: number): Look {
  const bound = Math.min(MOST, Math.max(LEAST, zoom));
  return bound <= 1 ? { ...look, zoom: bound, x: 0, y: 0 } : { ...look, zoom: bound };
}

export function zoomed(look: Look, steps: 1 | -1): Look {
  const zoom = look.zoom * STEP ** steps;
  return zoomedTo(look, Math.abs(zoom - 1) < 0.05 ? 1 : zoom);
}

export function turned(look: Look): Look {
  return { ...look, turn: (look.turn + 1) % 4, x: 0, y: 0 };
}

/** Moves it; what is not larger than its place stays where it is. */
export function moved(look: Look, dx: number, dy: number): Look {
  return look.zoom <= 1 ? look : { ...look, x: look.x + dx, y: look.y + dy };
}

export type RingPoint = { x: number; y: number };

const CENTRE = 100;
const RADIUS = 70;
/** How much of an arrow is left out at its ends, where the names stand, in radians. */
const OFF = 0.32;

const at = (angle: number, radius = RADIUS): RingPoint => ({
  x: round(CENTRE + radius * Math.sin(angle)),
  y: round(CENTRE - radius * Math.cos(angle)),
});
const round = (n: number) => Math.round(n * 10) / 10;
const angleOf = (index: number, count: number) => (2 * Math.PI * index) / count;

/** Where the stations of a ring stand on a sheet of 200 by 200, the first one on top and the others clockwise. */
export const ringPoints = (count: number): RingPoint[] =>
  Array.from({ length: count }, (_, index) => at(angleOf(index, count)));

/** The arcs from each station to the next, the last one back to the first, as paths of SVG. */
export function ringArcs(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const [from, to] = [angleOf(index, count) + OFF, angleOf(index + 1, count) - OFF];
    const [a, b] = [at(from), at(to)];
    const large = to - from > Math.PI ? 1 : 0;
    return `M${a.x} ${a.y}A${RADIUS} ${RADIUS} 0 ${large} 1 ${b.x} ${b.y}`;
  });
}

/** The stations of a cycle, once each: a chain that names its first one again at its end is closed by the drawing. */
export function stationsOf<S extends { rule: string; record: string }>(cycle: readonly S[]): S[] {
  const [first, last] = [cycle[0], cycle.at(-1)];
  const closed = cycle.length > 1 && first?.rule === last?.rule && first?.record === last?.record;
  return closed ? cycle.slice(0, -1) : [...cycle];
}

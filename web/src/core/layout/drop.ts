/** Where a thing that is dragged would be put: geometry of a list whose parts flow from left to right and wrap. */
export type Box = { left: number; top: number; width: number; height: number };
export type Drop = {
  at: number;
  /** The line that shows it: upright between two in a row, flat between rows. */
  line: Box;
};

const LINE = 3;
const GAP = 6;

const distance = (low: number, high: number, at: number) => (at < low ? low - at : at > high ? at - high : 0);

/** The part nearest to a point; the one beside it in the same row before one above or below. */
function nearest(boxes: readonly Box[], x: number, y: number): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  boxes.forEach((box, at) => {
    const across = distance(box.left, box.left + box.width, x);
    const down = distance(box.top, box.top + box.height, y);
    const far = down * 1000 + across;
    if (far < least) {
      least = far;
      best = at;
    }
  });
  return best;
}

/** Where in a list of boxes a thing goes that is held over (x, y), in the same coordinates; `room` is the list's own box. */
export function dropAt(boxes: readonly Box[], room: Box, x: number, y: number): Drop {
  const at = nearest(boxes, x, y);
  const box = boxes[at];
  if (box === undefined) return { at: 0, line: { left: room.left, top: room.top, width: room.width, height: LINE } };
  const alone = box.width > room.width * 0.9;
  const below = y > box.top + box.height;
  const after = alone || below ? y > box.top + box.height / 2 : x > box.left + box.width / 2;
  const line = alone
    ? { left: box.left, top: after ? box.top + box.height + GAP : box.top - GAP, width: box.width, height: LINE }
    : { left: after ? box.left + box.width + GAP : box.left - GAP, top: box.top, width: LINE, height: box.height };
  return { at: after ? at + 1 : at, line };
}

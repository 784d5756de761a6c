// What keys do in a diagram: + and - zoom, 0 shows all; arrows move the view, or, on a table, go to the next one that way, with
// Shift they move the table itself; Home, End: the first, the last; Enter opens a table, Escape leaves it.
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const STEP = 80;
const NUDGE = 24;

// What a key does, as a function; undefined where it does nothing. The focus is on the table with that number, or, where that is
// negative, on the drawing; "acts" is what the diagram can do.
export function action({ key, shiftKey }, focused, boxes, acts) {
  if (key === '+' || key === '=') return () => acts.zoom(1);
  if (key === '-' || key === '_') return () => acts.zoom(-1);
  if (key === '0') return () => acts.showAll();
  if (key === 'Home') return () => acts.focus(0);
  if (key === 'End') return () => acts.focus(boxes.length - 1);
  if (ARROWS[key]) return arrow(ARROWS[key], shiftKey, focused, boxes, acts);
  if (key === 'Enter' && focused >= 0) return () => acts.open(focused);
  if (key === 'Escape' && focused >= 0) return () => acts.leave();
  return undefined;
}

function arrow([right, down], shift, focused, boxes, acts) {
  if (focused < 0) return () => acts.pan(-STEP * right, -STEP * down);
  if (shift) return () => acts.move(focused, NUDGE * right, NUDGE * down);
  return () => acts.focus(next(boxes, focused, right, down));
}

// The nearest one that way, what stands aside counting double; the same one where there is none.
function next(boxes, from, right, down) {
  const center = (box) => [box.x + box.width / 2, box.y + box.height / 2];
  const [x, y] = center(boxes[from]);
  const distances = boxes.map((box) => {
    const [otherX, otherY] = center(box);
    const along = (otherX - x) * right + (otherY - y) * down;
    const aside = Math.abs((otherX - x) * down) + Math.abs((otherY - y) * right);
    return along > 1 ? along + 2 * aside : Infinity;
  });
  const nearest = Math.min(...distances);
  return nearest === Infinity ? from : distances.indexOf(nearest);
}

// A drawing as data and when to ask the kernel about it, as plain functions without a page.
// A drawing is {example, strokes}: is the example's picture under the strokes? A stroke is {rub, points}; points are
// shares of the pad's side, from the top left. A drawing is never changed: each function returns another.

export const PEN = 0.09; // shares of the pad's side: about as thick as MNIST's strokes in a digit that fills the pad
export const RUBBER = 0.16;
const NEAREST = 0.004; // points nearer to the last one than this add nothing

const tidy = ([x, y]) => [x, y].map((v) => Number(Math.min(1.2, Math.max(-0.2, v)).toFixed(4)));
export const EMPTY = { example: false, strokes: [] };
export const isEmpty = (drawing) => !drawing.example && !drawing.strokes.length;

// A new stroke sets in. The pen on an example begins a drawing of its own; the rubber works on what is there.
export function begun(drawing, point, rub) {
  const stroke = { rub, points: [tidy(point)] };
  return { example: drawing.example && rub, strokes: [...(drawing.example && !rub ? [] : drawing.strokes), stroke] };
}

// The last stroke goes on to more points.
export function goneOn(drawing, points) {
  const last = drawing.strokes.at(-1);
  const all = [...last.points];
  for (const point of points.map(tidy)) {
    const [x, y] = all.at(-1);
    if (Math.hypot(point[0] - x, point[1] - y) >= NEAREST) all.push(point);
  }
  return { ...drawing, strokes: [...drawing.strokes.slice(0, -1), { ...last, points: all }] };
}

// A round line through a stroke's points, as [command, numbers] of a canvas path: it bends half-way between points.
export function rounded(points, size) {
  const at = points.map(([x, y]) => [x * size, y * size]);
  const middle = (a, b) => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const path = [["moveTo", at[0]]];
  for (let i = 1; i < at.length - 1; i += 1) path.push(["quadraticCurveTo", [...at[i], ...middle(at[i], at[i + 1])]]);
  return [...path, ["lineTo", at.at(-1)]];
}

// When to ask: at most once in `every` milliseconds, never while an answer is under way, so that a slow kernel gets
// only the newest drawing. When `hurry` says that a stroke has ended: at once, even while one answer is under way, for
// the hand waits for this one; it would otherwise wait for two. After `patience` without an answer
// `late(true)` is called, and asking goes on: the kernel takes what it gets when it is free again.
// `send(number, over)` asks, `over` an answer under way if that is true; `heard(number)` tells of an answer. The clock is handed in, so that a test can turn it.
export function asker({ send, late, every = 67, patience = 1000, clock }) {
  const { now = () => performance.now(), later = setTimeout, forget = clearTimeout } = clock ?? {};
  let [number, asked, last, wanted, hurried, waiting, isLate] = [0, 0, -Infinity, false, false, null, false];
  let watch = null;
  let overtakes = false; // two are under way
  const ask = () => {
    forget(waiting);
    overtakes = asked !== 0 && !isLate;
    [waiting, wanted, hurried, last] = [null, false, false, now()];
    number += 1;
    asked = number;
    if (!isLate) {
      forget(watch);
      watch = later(() => { isLate = true; late(true); if (wanted) pump(); }, patience);
    }
    send(number, overtakes);
  };
  const pump = () => {
    if (!wanted || (asked && !isLate && (!hurried || overtakes))) return;
    const wait = hurried ? 0 : last + every - now();
    if (wait <= 0) ask();
    else waiting ??= later(() => { waiting = null; pump(); }, wait);
  };
  const want = (hurry = false) => { wanted = true; hurried ||= hurry; pump(); };
  const heard = (answered) => {
    if (answered > number) number = answered; // another view of the same explorer has asked since
    if (!asked || answered < asked) return;
    [asked, overtakes] = [0, false];
    forget(watch);
    if (isLate) { isLate = false; late(false); }
    pump();
  };
  return { want, heard, dispose: () => { forget(waiting); forget(watch); } };
}

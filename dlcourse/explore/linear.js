// The arithmetic of one neuron with two inputs, as plain functions without a page: the weighted sum, mistakes, and the
// line where the sum is zero. tests/test_explore_arithmetic.py holds every one against NumPy.

import { nice } from "./drawing.js";

export const weightedSum = (x, w, b) => x[0] * w[0] + x[1] * w[1] + b;
export const weightedSums = (points, w, b) => points.map((x) => weightedSum(x, w, b));
export const classOf = (sum) => (sum > 0 ? 1 : 0); // a point on the line itself counts as class 0
export const mistakes = (points, labels, w, b) =>
  points.reduce((count, x, i) => count + (classOf(weightedSum(x, w, b)) !== labels[i]), 0);

// The unit vector across the line, towards class 1; null where w is zero and there is no line.
export function normal(w) {
  const length = Math.hypot(...w);
  return length ? w.map((v) => v / length) : null;
}

// The point of the line nearest to p.
export function foot(p, w, b) {
  const step = weightedSum(p, w, b) / (w[0] * w[0] + w[1] * w[1]);
  return [p[0] - step * w[0], p[1] - step * w[1]];
}

// A box [[x low, x high], [y low, y high]] cut along the line: the polygon of each class, and the line's two ends
// (null where it does not cross the box).
export function splitBox(w, b, [[x0, x1], [y0, y1]]) {
  const corners = [[x0, y0], [x1, y0], [x1, y1], [x0, y1]];
  const sums = weightedSums(corners, w, b);
  const parts = [[], []];
  const ends = [];
  corners.forEach((corner, i) => {
    const [next, here, there] = [corners[(i + 1) % 4], sums[i], sums[(i + 1) % 4]];
    parts[classOf(here)].push(corner);
    if (classOf(here) === classOf(there)) return;
    const share = here / (here - there);
    const crossing = corner.map((v, axis) => v + share * (next[axis] - v));
    ends.push(crossing);
    parts[0].push(crossing);
    parts[1].push(crossing);
  });
  return { parts, line: ends.length === 2 ? ends : null };
}

// The range of each axis with room around the points, and how far each slider goes: far enough to turn the line
// any way and to push it out of the picture, whatever the units.
export function ranges(points, w) {
  const axes = [0, 1].map((axis) => {
    const values = points.map((x) => x[axis]);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const room = 0.14 * (high - low) || 1;
    return [low - room, high + room];
  });
  const half = axes.map(([low, high]) => (high - low) / 2);
  const centre = axes.map(([low, high]) => (high + low) / 2);
  const limits = half.map((h, axis) => nice(Math.max(6 / h, 2 * Math.abs(w[axis]))));
  const reach = limits.reduce((sum, limit, axis) => sum + limit * (Math.abs(centre[axis]) + 0.25 * half[axis]), 0);
  return { axes, half, equal: Math.max(...half) < 4 * Math.min(...half), limits: [...limits, nice(reach)] };
}

// In a picture (`plane` of drawing.js), in pixels: where the line is held (`at`, on the line nearest to `anchor` or to
// the middle), the tip of w, and the line's ends; null without a line in the box. Where the axes have different units
// w is drawn as it acts in the picture, across the line: `slope` says how the sum grows with each pixel. The arrow's
// length grows with w, most of the box at `limit`, but never leaves the box and never gets too short to hold.
export function handles(view, w, b, anchor, limit) {
  const { line } = splitBox(w, b, [view.x.range, view.y.range]);
  if (!line) return null;
  const { left, right, top, bottom } = view.box;
  const slope = [w[0] / view.x.unit, -w[1] / view.y.unit];
  const start = weightedSum([view.x.from(0), view.y.from(0)], w, b);
  let at = foot(anchor ? view.pixel(anchor) : [(left + right) / 2, (top + bottom) / 2], slope, start);
  if (at[0] < left || at[0] > right || at[1] < top || at[1] > bottom) {
    at = view.pixel(line[0].map((v, axis) => (v + line[1][axis]) / 2));
  }
  const direction = normal(slope);
  const full = 0.8 * (right - left) * Math.hypot(...slope) * (view.x.unit / limit);
  const edges = direction.map((d, axis) => (d > 0 ? [right, bottom] : [left, top])[axis]);
  const room = Math.min(...direction.map((d, axis) => (d ? (edges[axis] - at[axis]) / d : Infinity)));
  const length = Math.max(30, Math.min(full, room - 22)); // 22: the letter w beyond the tip
  return { at, slope, line: line.map(view.pixel), tip: at.map((v, axis) => v + length * direction[axis]) };
}

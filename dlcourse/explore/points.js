// Points to learn from, drawn from a seed, and the features made of them: plain functions without a page. dlcourse's
// explore/points.py draws the same points, so that a cell sees what the picture shows; a test holds the two together.

import { seeded } from "./network.js";

export const DATA = ["clouds", "circle", "xor", "moons", "spiral"];

// Two numbers u and v from 0 to 1 become a place of class 0 or 1; all lie within about 3 of the middle.
const PLACE_OF = {
  clouds: (k, u, v, bell) => [0, 1].map((axis) => (k ? 1.2 : -1.2) + 0.5 * bell[axis]),
  circle(k, u, v) {
    const r = k ? 1.8 + 0.8 * u : 1.2 * Math.sqrt(u);
    return [r * Math.cos(2 * Math.PI * v), r * Math.sin(2 * Math.PI * v)];
  },
  xor(k, u, v) { // class 1 where the signs differ; a gap along both axes
    const [x1, x2] = [2 * u - 1, 0.2 + 2.4 * v];
    const side = x1 < 0 ? -1 : 1;
    return [2.4 * x1 + 0.2 * side, k ? -side * x2 : side * x2];
  },
  moons(k, u) {
    const [x1, x2] = [1.8 * Math.cos(Math.PI * u) - 0.9, 1.8 * Math.sin(Math.PI * u) - 0.55];
    return k ? [-x1, -x2] : [x1, x2];
  },
  spiral(k, u) {
    const [r, angle] = [0.2 + 2.5 * u, 2.5 * Math.PI * u + Math.PI * k];
    return [r * Math.cos(angle), r * Math.sin(angle)];
  },
};

// `count` points, classes 0 and 1 in turn, each moved at random by `noise` (a standard deviation) in both directions.
export function drawPoints(kind, count, noise, seed) {
  const random = seeded(seed);
  const bells = () => { // two normal numbers (Box and Muller)
    const [radius, angle] = [Math.sqrt(-2 * Math.log(1 - random())), 2 * Math.PI * random()];
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  };
  const labels = Array.from({ length: count }, (_, i) => i % 2);
  const points = labels.map((label) => {
    const [u, v] = [random(), random()];
    const place = PLACE_OF[kind](label, u, v, bells());
    const moved = bells();
    return place.map((x, axis) => x + noise * moved[axis]);
  });
  return { points, labels };
}

// ---------------------------------------------------------------- features: what a network gets of (x1, x2)

export const FEATURES = {
  "x1": (a) => a, "x2": (a, b) => b, "x1²": (a) => a * a, "x2²": (a, b) => b * b, "x1·x2": (a, b) => a * b,
  "sin x1": (a) => Math.sin(a), "sin x2": (a, b) => Math.sin(b),
};

// The inputs for points, a flat table of one row a point. `scaling` = {shift, scale} brings other units to about 1.
export function featureTable(points, names, { shift, scale }) {
  const table = new Float64Array(points.length * names.length);
  const make = names.map((name) => FEATURES[name]);
  points.forEach((point, row) => {
    const [a, b] = [(point[0] - shift[0]) / scale[0], (point[1] - shift[1]) / scale[1]];
    make.forEach((feature, i) => { table[row * names.length + i] = feature(a, b); });
  });
  return table;
}

// The places of a picture, side × side of them from the top left corner row by row; the outermost lie on its edges.
export function gridPoints(side, [x0, x1], [y0, y1]) {
  return Array.from({ length: side * side }, (_, i) => [
    x0 + ((x1 - x0) * (i % side)) / (side - 1), y1 - ((y1 - y0) * Math.floor(i / side)) / (side - 1)]);
}

// A shuffled 0 … count − 1 (Fisher and Yates), drawn from `random`.
export function shuffledOrder(count, random) {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i -= 1) {
    const k = Math.floor(random() * (i + 1));
    [order[i], order[k]] = [order[k], order[i]];
  }
  return order;
}

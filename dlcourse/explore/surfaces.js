// The losses that a ball can roll down, of one weight or of two, as plain functions without a page; the noise that a
// mini-batch would bring; lines of equal loss. dlcourse/explore/surfaces.py has the same losses and noise.

// `range` is what the picture shows, one pair for each weight; `top` the largest loss it shows (one weight only);
// `minima` are the lowest places, to three decimals where they have no short formula.
export const SURFACES = {
  parabola: { label: "parabola, one weight", formula: "w²", range: [[-3, 3]], top: 9.5, start: [-2.5], minima: [[0]],
    loss: ([w]) => w * w, gradient: ([w]) => [2 * w] },
  two_dips: { label: "two dips, one weight", formula: "(w² − 2)² / 4 + 0.3 w + 0.5", range: [[-2.6, 2.6]], top: 5, start: [2.4],
    minima: [[-1.484], [1.332]],
    loss: ([w]) => (w * w - 2) ** 2 / 4 + 0.3 * w + 0.5, gradient: ([w]) => [w * (w * w - 2) + 0.3] },
  bowl: { label: "round bowl", formula: "w1² + w2²", range: [[-3, 3], [-2.5, 2.5]], start: [-2.4, 1.6], minima: [[0, 0]],
    loss: ([u, v]) => u * u + v * v, gradient: ([u, v]) => [2 * u, 2 * v] },
  valley: { label: "narrow valley", formula: "0.1 w1² + 2 w2²", range: [[-6, 3], [-3.5, 3.5]], start: [-5, 2], minima: [[0, 0]],
    loss: ([u, v]) => 0.1 * u * u + 2 * v * v, gradient: ([u, v]) => [0.2 * u, 4 * v] },
  saddle: { label: "saddle", formula: "w1² / 2 − w2² / 2 + w2⁴ / 24 + 1.5", range: [[-3, 3], [-3.2, 3.2]], start: [-2.6, 0.01],
    minima: [[0, -2.449], [0, 2.449]],
    loss: ([u, v]) => (u * u) / 2 - (v * v) / 2 + v ** 4 / 24 + 1.5, gradient: ([u, v]) => [u, -v + v ** 3 / 6] },
  two_minima: { label: "two minima", formula: "(w1² − 2)² / 4 + 0.3 w1 + 0.5 + w2²", range: [[-2.6, 2.6], [-2.2, 2.2]], start: [2.3, 1.6],
    minima: [[-1.484, 0], [1.332, 0]],
    loss: ([u, v]) => (u * u - 2) ** 2 / 4 + 0.3 * u + 0.5 + v * v, gradient: ([u, v]) => [u * (u * u - 2) + 0.3, 2 * v] },
};

export const lossAt = (surface, w) => SURFACES[surface].loss(w);
export const gradientAt = (surface, w) => SURFACES[surface].gradient(w);
export const minimaOf = (surface) => SURFACES[surface].minima;
export const startFits = (surface, w) => Array.isArray(w) && w.length === SURFACES[surface].range.length
  && w.every((v, axis) => v >= SURFACES[surface].range[axis][0] && v <= SURFACES[surface].range[axis][1]);

// A number from 0 to 1 that a seed and a count always give again (the mixing of mulberry32, by Tommy Ettinger).
function mixed(seed, count) {
  const n = (Math.imul(seed, 1000003) + Math.imul(count + 1, 0x6d2b79f5)) >>> 0;
  let t = Math.imul(n ^ (n >>> 15), n | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

// Noise of spread 1 (Box and Muller) for one weight at one step.
export function noiseAt(seed, step, axis) {
  const count = 4 * step + 2 * axis;
  return Math.sqrt(-2 * Math.log(1 - mixed(seed, count))) * Math.cos(2 * Math.PI * mixed(seed, count + 1));
}

// The loss on a grid, row by row, and its least and largest value.
export function lossGrid(surface, xs, ys) {
  const { loss } = SURFACES[surface];
  const values = new Float64Array(xs.length * ys.length);
  let [low, high] = [Infinity, -Infinity];
  ys.forEach((y, r) => xs.forEach((x, c) => {
    const v = loss([x, y]);
    values[r * xs.length + c] = v;
    if (v < low) low = v;
    if (v > high) high = v;
  }));
  return { values, low, high };
}

// Where a grid of `columns` columns has the value `level`: pieces [column, row, column, row] (marching squares).
export function equalLines(values, columns, level) {
  const rows = values.length / columns;
  const pieces = [];
  for (let r = 0; r + 1 < rows; r += 1) {
    for (let c = 0; c + 1 < columns; c += 1) {
      const at = r * columns + c;
      const corners = [values[at] - level, values[at + 1] - level, values[at + columns + 1] - level, values[at + columns] - level];
      const above = (corners[0] > 0) + (corners[1] > 0) + (corners[2] > 0) + (corners[3] > 0);
      if (above === 0 || above === 4) continue;
      const ends = [];
      for (let k = 0; k < 4; k += 1) {
        const [here, there] = [corners[k], corners[(k + 1) % 4]];
        if ((here > 0) === (there > 0)) continue;
        const share = here / (here - there);
        ends.push([[c + share, r], [c + 1, r + share], [c + 1 - share, r + 1], [c, r + 1 - share]][k]);
      }
      for (let k = 0; k < ends.length; k += 2) pieces.push([...ends[k], ...ends[k + 1]]);
    }
  }
  return pieces;
}

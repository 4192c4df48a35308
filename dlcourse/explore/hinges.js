// A sum of ReLUs as a curve, as plain functions without a page: y = b + a1 relu(x - c1) + a2 relu(x - c2) + ...; how far
// it is from a target, and the slopes that bring it nearest. dlcourse/explore/relus.py computes the same in NumPy.

export const [FROM, TO] = [-3, 3];
const COUNT = 241; // places where sum and target are compared, evenly over the range, ends included
export const PLACES = Array.from({ length: COUNT }, (_, i) => FROM + ((TO - FROM) * i) / (COUNT - 1));

export const TARGETS = {
  bump: { label: "bump", at: (x) => Math.exp(-x * x), range: [0, 1] },
  sine: { label: "sine wave", at: (x) => Math.sin(2 * x), range: [-1, 1] },
  steps: { label: "steps", at: (x) => (x < -1 ? -0.8 : x < 1 ? 0 : 0.8), range: [-0.8, 0.8], jumps: [-1, 1] },
  hat: { label: "hat", at: (x) => Math.max(0, 1 - Math.abs(x) / 1.5), range: [0, 1] },
  parabola: { label: "parabola", at: (x) => (x * x) / 4.5 - 1, range: [-1, 1] },
};

// The target of that name; "own" is the curve through `own`, its values at PLACES.
export function targetOf(name, own = []) {
  if (name !== "own") return TARGETS[name];
  const at = (x) => {
    const place = Math.max(0, Math.min(COUNT - 1, ((x - FROM) / (TO - FROM)) * (COUNT - 1)));
    const i = Math.min(COUNT - 2, Math.floor(place));
    return own[i] + (place - i) * (own[i + 1] - own[i]);
  };
  return { label: "your own", at, range: [Math.min(...own), Math.max(...own)] };
}

export const hinge = (x, corner, slope) => slope * Math.max(0, x - corner);
export const sumOfHinges = (x, corners, slopes, bias) =>
  corners.reduce((sum, corner, i) => sum + hinge(x, corner, slopes[i]), bias);

// The root of the mean squared distance between the sum and the target's values at PLACES.
export function distanceTo(values, corners, slopes, bias) {
  const total = values.reduce((sum, y, i) => sum + (sumOfHinges(PLACES[i], corners, slopes, bias) - y) ** 2, 0);
  return Math.sqrt(total / values.length);
}

const dot = (a, b) => a.reduce((sum, v, i) => sum + v * b[i], 0);
const less = (a, share, b) => a.map((v, i) => v - share * b[i]);

// Bias and slopes with the least squared distance to the target's values, corners as they are. Columns are made
// perpendicular one after the other (Gram and Schmidt, twice, which is exact enough); one that adds nothing new, a
// second ReLU at the same corner, gets the slope 0.
export function fitHinges(values, corners) {
  const basis = [];
  [PLACES.map(() => 1), ...corners.map((corner) => PLACES.map((x) => hinge(x, corner, 1)))].forEach((column) => {
    const parts = basis.map(() => 0);
    let rest = column;
    for (let turn = 0; turn < 2; turn += 1) {
      basis.forEach(({ unit }, k) => {
        if (!unit) return;
        const share = dot(rest, unit);
        parts[k] += share;
        rest = less(rest, share, unit);
      });
    }
    const length = Math.sqrt(dot(rest, rest));
    const fresh = length > 1e-9 * Math.sqrt(dot(column, column));
    basis.push({ unit: fresh ? rest.map((v) => v / length) : null, length, parts });
  });
  const found = basis.map(({ unit }) => (unit ? dot(values, unit) : 0));
  const weights = basis.map(() => 0);
  for (let k = basis.length - 1; k >= 0; k -= 1) {
    if (!basis[k].unit) continue;
    const later = basis.reduce((sum, column, j) => (j > k ? sum + weights[j] * column.parts[k] : sum), 0);
    weights[k] = (found[k] - later) / basis[k].length;
  }
  return { bias: weights[0], slopes: weights.slice(1) };
}

// `count` corners at even distances, the first at the left edge, so that the sum can slope from there on.
export const evenCorners = (count) => Array.from({ length: count }, (_, i) => FROM + ((TO - FROM) * i) / count);

// Where one more corner helps most without looking at the target: the middle of the widest piece without one.
export function widestGap(corners) {
  const ends = [FROM, ...corners, TO].sort((a, b) => a - b);
  const gaps = ends.slice(1).map((end, i) => end - ends[i]);
  const i = gaps.indexOf(Math.max(...gaps));
  return (ends[i] + ends[i + 1]) / 2;
}

// The arithmetic of a threshold over probabilities, as plain functions without a page. The probabilities of each class
// come sorted. Above the threshold is called class 1, up to it class 0. tests/test_explore_threshold.py holds it to NumPy.

export const BINS = 100; // a threshold in steps of 0.01 never divides a bar

// Numbers that Python packed as 64-bit floats, sorted there.
export function unpackSorted(text) {
  return new Float64Array(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer);
}

// How many of the sorted values are larger than the limit.
export function above(sorted, limit) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] > limit) high = middle;
    else low = middle + 1;
  }
  return sorted.length - low;
}

// How many fall into each of `count` bins from 0 to 1; a bin holds its upper edge, the first one 0 too.
export function binned(sorted, count = BINS) {
  const left = Array.from({ length: count + 1 }, (_, i) => (i ? above(sorted, i / count) : sorted.length));
  return left.slice(1).map((more, i) => left[i] - more);
}

// Rows are the true classes, columns what they are called: [[right, false alarms], [missed, right]].
export function fourCounts(zeros, ones, limit) {
  const [alarms, caught] = [above(zeros, limit), above(ones, limit)];
  return [[zeros.length - alarms, alarms], [ones.length - caught, caught]];
}

// Shares of 1: all that are right; of class 0 what is called 1; of class 1 what is called 0.
export function threeShares([[rightZeros, alarms], [missed, caught]]) {
  const of = (part, whole) => (whole ? part / whole : 0);
  const all = rightZeros + alarms + missed + caught;
  return { accuracy: of(rightZeros + caught, all), alarms: of(alarms, rightZeros + alarms), missed: of(missed, missed + caught) };
}

// The height of a count as a share of the largest one's, in equal steps or, with log, in equal factors: a single one
// still stands out, and nothing has no height.
export function heightOf(count, largest, log) {
  if (!count) return 0;
  return log ? (Math.log10(count) + 0.3) / (Math.log10(Math.max(1, largest)) + 0.3) : count / largest;
}

// Where the axis of counts has its numbers: powers of ten, or a few round counts.
export function countTicks(largest, log) {
  if (log) return Array.from({ length: Math.floor(Math.log10(Math.max(1, largest)) + 1e-9) + 1 }, (_, i) => 10 ** i);
  const power = 10 ** Math.floor(Math.log10(largest));
  const step = [0.5, 1, 2, 5].map((factor) => Math.max(1, factor * power)).find((one) => largest / one <= 4) ?? power * 5;
  return Array.from({ length: Math.floor(largest / step) }, (_, i) => (i + 1) * step);
}

// The arithmetic of a comparison of models, as plain functions without a page: who is best at a size of the data, by how
// much, and whether the seeds let one say so. tests/test_explore_comparison.py holds all against NumPy.

// Every measure with its words; `up` is true where more is better, `log` where the axis counts factors.
export const MEASURES = {
  accuracy: { label: "accuracy", axis: "accuracy", up: true, log: false, best: "best" },
  balanced: { label: "balanced accuracy", axis: "balanced accuracy", up: true, log: false, best: "best" },
  train_seconds: { label: "time to train", axis: "time to train", up: false, log: true, best: "fastest" },
  predict_seconds: { label: "time to predict 1,000 examples", axis: "time to predict 1,000 examples", up: false, log: true, best: "fastest" },
  size: { label: "size", axis: "size", up: false, log: true, best: "smallest" },
};

const unitsOf = { s: [[3600, "h"], [60, "min"], [1, "s"], [1e-3, "ms"], [1e-6, "µs"]], B: [[1e9, "GB"], [1e6, "MB"], [1e3, "kB"], [1, "B"]] };

// A value of a measure for people, the unit after a space that does not break: 82.1 %, 3.4 s, 120 ms, 1.2 MB. No unit of
// time is longer than `longest` seconds: an axis of powers of ten has no minutes.
export function measureWords(measure, value, longest = 3600) {
  if (!MEASURES[measure].log) return `${(100 * value).toFixed(1)}\u00a0%`;
  const units = measure === "size" ? unitsOf.B : unitsOf.s.filter(([one]) => one <= longest);
  const [factor, unit] = units.find(([one]) => value >= 0.9995 * one) ?? units.at(-1);
  return `${Number((value / factor).toPrecision(value / factor >= 100 ? 3 : 2))}\u00a0${unit}`;
}

export const countWords = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ",");

export const dataSetsOf = (table) => [...new Set(table.map((line) => line.data))];
export const modelsOf = (table) => [...new Set(table.map((line) => line.model))];
export const measuresOf = (table) => Object.keys(MEASURES).filter((name) => table.some((line) => line[name].length));
export const sizesOf = (table, data) => [...new Set(table.filter((line) => line.data === data).map((line) => line.n))].sort((a, b) => a - b);

// One row's values of a measure as { model, kind, n, values, mean, low, high }, or null where nothing was measured.
export function standingOf(line, measure) {
  const values = line[measure];
  if (!values.length) return null;
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  return { model: line.model, kind: line.kind, n: line.n, values, mean, low: Math.min(...values), high: Math.max(...values) };
}

// The standings of some models, in the order of the table; at one n, or at all of them.
export function standings(table, { data, measure, models, n = null }) {
  return table.filter((line) => line.data === data && models.includes(line.model) && (n === null || line.n === n))
    .map((line) => standingOf(line, measure)).filter(Boolean);
}

export function ranked(list, measure) { // the best first; equals keep their order
  const way = MEASURES[measure].up ? -1 : 1;
  return [...list].sort((a, b) => way * (a.mean - b.mean));
}

// What the two best tell: `by` is the difference of their means (for times and sizes the factor between them), `clear`
// whether even the worst seed of the first is better than the best seed of the second. null for fewer than two.
export function winnerOf(list, measure) {
  const [first, second] = ranked(list, measure);
  if (!second) return null;
  const { up, log } = MEASURES[measure];
  return { first, second, by: log ? second.mean / Math.max(first.mean, 1e-12) : Math.abs(first.mean - second.mean),
    clear: up ? first.low > second.high : first.high < second.low };
}

// The same as a sentence.
export function winnerSentence(list, measure) {
  if (!list.length) return "No model that is switched on was measured here.";
  const found = winnerOf(list, measure);
  const say = (v) => measureWords(measure, v);
  if (!found) return `${list[0].model}: ${say(list[0].mean)}. Switch on another model to compare.`;
  const { first, second, by, clear } = found;
  if (first.mean === second.mean) return `${first.model} and ${second.model} are level with ${say(first.mean)}.`;
  const { log, best } = MEASURES[measure];
  const times = by >= 10 ? Math.round(by) : by.toFixed(1);
  const points = [first, second].map((one) => Math.round(1000 * one.mean)); // as they are shown
  const ahead = log ? `${second.model} needs ${times} times as much (${say(second.mean)})`
    : `${((points[0] - points[1]) / 10).toFixed(1)} points above ${second.model} (${say(second.mean)})`;
  const single = first.values.length < 2 && second.values.length < 2; // no spread to speak of
  const start = `${first.model} is ${clear || single ? best : "ahead"} with ${say(first.mean)}; ${ahead}.`;
  if (single) return start;
  if (clear) return `${start} Even its worst seed is better than the best of ${second.model}: a clear winner.`;
  const from = ({ low, high }) => `${say(low)} to ${say(high)}`;
  return `${start} But their seeds overlap (${from(first)}; ${from(second)}): within the spread, no clear winner.`;
}

// The least and the largest of the values of some models on a data set, for the axis.
export function measureRange(table, data, measure, models) {
  const all = table.filter((line) => line.data === data && models.includes(line.model)).flatMap((line) => line[measure]);
  if (!all.length) return MEASURES[measure].log ? [0.1, 10] : [0, 1]; // nobody measured it: an empty frame
  const [low, high] = [Math.min(...all), Math.max(...all)];
  if (MEASURES[measure].log) {
    const floor = Math.max(low, 1e-6);
    return [floor / 1.5, Math.max(high, floor) * 1.5];
  }
  const room = Math.max(0.01, 0.06 * (high - low));
  return [Math.max(0, low - room), Math.min(1, high + room)];
}

// Ticks of a logarithmic axis: powers of ten, with 2 and 5 between them where there are few.
export function logTicks(low, high) {
  const between = (steps) => {
    const found = [];
    for (let p = Math.floor(Math.log10(low)) - 1; p <= Math.log10(high); p += 1) for (const s of steps) found.push(Number(`${s}e${p}`));
    return found.filter((v) => v >= low * (1 - 1e-9) && v <= high * (1 + 1e-9));
  };
  const tens = between([1]);
  return tens.length >= 3 ? tens : between([1, 2, 5]);
}

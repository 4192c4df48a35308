// The arithmetic of stored training runs, as plain functions without a page: means and spreads over seeds, end values,
// best epochs, and the comparison with a baseline seed by seed. tests/test_explore_fixes.py holds all against NumPy.

export const BASELINE = "none";
export const runsOf = (runs, fix, strength) => runs.filter((run) => run.fix === fix && (fix === BASELINE || run.strength === strength));
export const fixesOf = (runs) => [...new Set(runs.map((run) => run.fix))].filter((fix) => fix !== BASELINE);

// The strengths of a fix: numbers in their order, others as they came.
export function strengthsOf(runs, fix) {
  const found = [...new Set(runs.filter((run) => run.fix === fix).map((run) => run.strength))];
  return found.every((v) => typeof v === "number") ? found.sort((a, b) => a - b) : found;
}
export const middleStrength = (runs, fix) => { const all = strengthsOf(runs, fix); return all[Math.floor((all.length - 1) / 2)]; };

const meanOf = (list) => list.reduce((sum, v) => sum + v, 0) / list.length;
export const higherIsBetter = (metric) => metric.endsWith("accuracy");

// Mean, lowest and highest over the seeds for every epoch that all of them reached.
export function spreadOf(runs, metric) {
  const lists = runs.map((run) => run.history[metric] ?? []);
  const count = lists.length ? Math.min(...lists.map((list) => list.length)) : 0;
  const each = (join) => Array.from({ length: count }, (_, i) => join(lists.map((list) => list[i])));
  return { mean: each(meanOf), low: each((all) => Math.min(...all)), high: each((all) => Math.max(...all)) };
}

// A run's value after training: of its last epoch, or of the one whose weights it kept (kept_epoch, counted from 1).
export function endValue(run, metric) {
  const list = run.history[metric];
  return list[(run.kept_epoch ?? list.length) - 1];
}

export function bestEpoch(list, metric) { // counted from 1; the first of equals
  const best = higherIsBetter(metric) ? Math.max(...list) : Math.min(...list);
  return list.indexOf(best) + 1;
}

// End values (means over the seeds), their gap, and the best epoch of the validation's mean curve.
export function summaryOfRuns(runs, metric) {
  const [training, validation] = [metric, `val_${metric}`].map((name) => meanOf(runs.map((run) => endValue(run, name))));
  const curve = spreadOf(runs, `val_${metric}`).mean;
  const best = bestEpoch(curve, metric);
  return { training, validation, gap: Math.abs(validation - training), best, bestValue: curve[best - 1], seeds: runs.length };
}

// How the validation's end values differ from the baseline's on the same seeds: [{seed, difference}].
export function againstBaseline(runs, base, metric) {
  return runs.flatMap((run) => {
    const other = base.find((one) => one.seed === run.seed);
    return other ? [{ seed: run.seed, difference: endValue(run, `val_${metric}`) - endValue(other, `val_${metric}`) }] : [];
  });
}

// The range in which all curves of a metric are drawn, the same for every fix: from the least (of a loss: 0) to what
// the baseline and nearly all others reach.
export function curveRange(runs, metric) {
  const values = (list) => list.flatMap((run) => [...run.history[metric], ...run.history[`val_${metric}`]]);
  const all = values(runs).sort((a, b) => a - b);
  const base = values(runs.filter((run) => run.fix === BASELINE));
  const at = (share) => all[Math.round(share * (all.length - 1))];
  if (higherIsBetter(metric)) return [Math.max(0, Math.min(at(0.02), ...base) - 0.02), 1];
  return [0, 1.05 * Math.max(at(0.97), ...base)];
}

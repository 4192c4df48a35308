// The explorer of fixes against overfitting: choose one and its strength, and see its curves over the baseline's. What
// is drawn is in fixes_drawing.js, the arithmetic in curves.js, training on demand in fixes_training.js.

import { make, mount, ROLES, show, swatch } from "./shared.js";
import { rangeSlider } from "./controls.js";
import { lineLegend, lineSwatch, radioGroup } from "./choices.js";
import { againstBaseline, BASELINE, curveRange, fixesOf, higherIsBetter, middleStrength, runsOf, spreadOf, strengthsOf, summaryOfRuns } from "./curves.js";
import { drawRuns, VALIDATION_DASH } from "./fixes_drawing.js";
import { fixWords, strengthWords, trainingButton } from "./fixes_training.js";

// What the strength of a fix known by its name counts; of any other it is a strength.
const STRENGTH_LABELS = { dropout: "share of the units switched off", L2: "the penalty's factor", augmentation: "moved by up to",
  "early stopping": "patience, in epochs", "more data": "training examples", "smaller model": "units in the hidden layer" };
const strengthLabel = (fix) => (STRENGTH_LABELS[fix] ? `strength: ${STRENGTH_LABELS[fix]}` : "strength");

export function render({ model, el }) {
  const traits = ["runs", "fix", "strength", "metric", "trained", "answered", "trouble", "can_train"];
  const app = mount({ model, el, traits, shape: (width) => Math.max(0.7, 280 / width), draw });
  const { state, set, headline, canvas, readout, panel } = app;
  let [view, cursor, kept, range] = [null, null, {}, {}];
  const strengths = () => strengthsOf(state.runs, state.fix);

  const fix = radioGroup(panel, "Fix", fixesOf(state.runs).map((name) => [name, name]), state.fix,
    (name) => set({ fix: name, strength: kept[name] ?? middleStrength(state.runs, name) }));
  const strength = rangeSlider(panel, { label: "strength", value: 0, low: 0, high: 1, step: 1, text: (i) => strengthWords(strengths()[i]),
    change: (i) => { kept[state.fix] = strengths()[i]; set({ strength: strengths()[i] }); } });
  const metric = radioGroup(panel, "Curves of", [["loss", "loss"], ["accuracy", "accuracy"]], state.metric, (name) => set({ metric: name }));
  const training = trainingButton(readout, model);
  lineLegend(panel, [
    [lineSwatch(ROLES.training), "training, with this fix"],
    [lineSwatch(ROLES.validation, 2.5, VALIDATION_DASH), "validation, with this fix; the band holds all seeds"],
    [lineSwatch("var(--dlx-muted)", 1.5), "grey, the same without any fix"],
    [swatch("*", ROLES.validation, 7), "the best epoch of the validation"],
  ]);
  const thin = lineLegend(panel, [[lineSwatch("var(--dlx-outline)", 1.5), "trained here, each seed its own line"]]);
  const [told, best, verdict, at] = ["", "", "dlx-strong", "dlx-muted"].map((name) => readout.appendChild(make("div", { className: `${name} dlx-two` })));

  const trainedNow = () => state.trained.filter((run) => run.fix === state.fix && run.strength === state.strength);
  const show3 = (v) => show(v, 3);

  const rangeNow = () => { // of all runs: sorted once for each metric
    if (range.runs !== state.runs || range.metric !== state.metric) range = { runs: state.runs, metric: state.metric, ends: curveRange(state.runs, state.metric) };
    return range.ends;
  };

  function draw(context, size, theme) {
    const [chosen, base] = [runsOf(state.runs, state.fix, state.strength), runsOf(state.runs, BASELINE)];
    if (!chosen.length) return; // a cell set the fix; its strength is on the way
    const trained = trainedNow();
    const epochs = Math.max(...[...state.runs, ...trained].map((run) => run.history.loss.length));
    cursor &&= Math.min(epochs, Math.max(1, cursor));
    view = drawRuns(context, size, { chosen, base, trained, metric: state.metric, range: rangeNow(), epochs, cursor }, theme);
    write(chosen, base, trained);
  }

  function write(chosen, base, trained) {
    const name = state.metric;
    const [here, there] = [summaryOfRuns(chosen, name), summaryOfRuns(base, name)];
    headline.value = `${fixWords(state)}: validation ${name} ${show3(here.validation)}`;
    const seeds = (count) => `${count} ${count === 1 ? "seed" : "seeds"}`;
    told.textContent = `At the end, mean of ${seeds(here.seeds)}: training ${show3(here.training)}, validation ${show3(here.validation)}, `
      + `gap ${show3(here.gap)}. Without a fix: validation ${show3(there.validation)}, gap ${show3(there.gap)}.`;
    best.textContent = `Best epoch of the validation: ${here.best} (${show3(here.bestValue)}); without a fix ${there.best} (${show3(there.bestValue)}).`;
    const found = againstBaseline(chosen, base, name).map(({ difference }) => difference);
    const [low, high] = [Math.min(...found), Math.max(...found)];
    const word = here.validation < there.validation ? "lower" : "higher";
    const count = found.filter((v) => (word === "lower" ? v < 0 : v > 0)).length;
    const good = (word === "higher") === higherIsBetter(name) ? "better" : "worse";
    verdict.textContent = !found.length ? "No seed was run both with and without this fix."
      : `Validation ${name}: ${word} (${good}) on ${count} of ${seeds(found.length)}, difference ${show3(low)} to ${show3(high)}`
        + `${count < found.length ? "; the seeds do not agree." : "."}`;
    at.textContent = cursor ? atEpoch(cursor, [["this fix", chosen], ["without", base], ...trained.map((run) => [`seed ${run.seed} trained here`, [run]])])
      : "Point at the curves, or use the arrow keys on them, for the numbers of one epoch.";
    canvas.setAttribute("aria-label", `Training and validation ${name} over the epochs. ${headline.value}. ${verdict.textContent}`);
    fix.value(state.fix);
    metric.value(name);
    strength.visible(strengths().length > 1);
    strength.name(strengthLabel(state.fix));
    strength.input.max = Math.max(1, strengths().length - 1);
    strength.value(Math.max(0, strengths().indexOf(state.strength)));
    thin.hidden = !trained.length;
    training.write();
  }

  function atEpoch(epoch, groups) {
    const parts = groups.map(([label, runs]) => {
      const [a, b] = [state.metric, `val_${state.metric}`].map((name) => spreadOf(runs, name).mean[epoch - 1]);
      return a === undefined ? `${label} no longer trains (or not on every seed)` : `${label} ${show3(a)} and ${show3(b)}`;
    });
    return `Epoch ${epoch}, training and validation: ${parts.join("; ")}.`;
  }

  const point = (epoch) => { if (epoch !== cursor) { cursor = epoch; app.redraw(); } };
  for (const name of ["pointermove", "pointerdown"]) {
    canvas.addEventListener(name, (event) => { if (view) point(Math.round(view.data(event.offsetX, event.offsetY)[0])); });
  }
  canvas.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: -1, ArrowRight: 1, PageUp: -5, PageDown: 5 }[event.key];
    if (way) point((cursor ?? 0) + way);
    else if (event.key === "Escape") point(null);
    else return;
    event.preventDefault();
  });
  return () => { training.dispose(); app.dispose(); };
}

export default { render };

// How stored training runs are drawn: the chosen fix's curves in colour over the baseline's in grey, the spread of the
// seeds as a band. Training is solid, validation dashed. The arithmetic is in curves.js.

import { drawAxes, drawMarker, haloText, markerPath, plane, ROLES, tint } from "./shared.js";
import { inBox } from "./controls.js";
import { bestEpoch, spreadOf } from "./curves.js";

export const VALIDATION_DASH = [8, 5];
const kindsOf = (metric) => [[metric, ROLES.training, []], [`val_${metric}`, ROLES.validation, VALIDATION_DASH]];

function trace(context, view, list, first = 0) {
  context.beginPath();
  list.forEach((v, i) => context.lineTo(view.x.to(first + i + 1), view.y.to(v)));
  context.stroke();
}

function band(context, view, { low, high }) {
  context.beginPath();
  high.forEach((v, i) => context.lineTo(view.x.to(i + 1), view.y.to(v)));
  for (let i = low.length - 1; i >= 0; i -= 1) context.lineTo(view.x.to(i + 1), view.y.to(low[i]));
  context.fill();
}

// `shown` is { chosen, base, trained (rows of runs), metric, range, epochs, cursor }. Returns the plane.
export function drawRuns(context, { width, height }, { chosen, base, trained, metric, range, epochs, cursor }, theme) {
  const view = plane(width, height, [1, Math.max(2, epochs)], range, false, 54);
  drawAxes(context, view, ["epoch", metric], theme);
  const faint = tint(theme.text, theme.background, 0.45);
  const ends = [];
  inBox(context, view, () => {
    for (const [name, colour, dash] of kindsOf(metric)) {
      const groups = [[base, faint, 1.75, 0.16], [chosen, colour, 3, theme.name === "dark" ? 0.34 : 0.22]];
      for (const [runs, stroke, lineWidth, amount] of groups) {
        const spread = spreadOf(runs, name);
        context.globalAlpha = amount;
        context.fillStyle = stroke;
        band(context, view, spread);
        context.globalAlpha = 1;
        Object.assign(context, { strokeStyle: stroke, lineWidth, lineJoin: "round" });
        context.setLineDash(dash);
        trace(context, view, spread.mean);
        const common = spread.mean.length;
        context.lineWidth = 1;
        for (const run of runs) trace(context, view, run.history[name].slice(common - 1), common - 1); // seeds that trained longer
        if (runs === chosen && common) ends.push([name, [view.x.to(common), view.y.to(spread.mean[common - 1])]]);
      }
      Object.assign(context, { strokeStyle: theme.outline, lineWidth: 1.25 }); // trained just now
      for (const run of trained) trace(context, view, run.history[name]);
      context.setLineDash([]);
    }
    if (cursor) {
      Object.assign(context, { strokeStyle: theme.rule, lineWidth: 1 });
      context.beginPath();
      context.moveTo(view.x.to(cursor), view.box.top);
      context.lineTo(view.x.to(cursor), view.box.bottom);
      context.stroke();
    }
  });
  const curve = spreadOf(chosen, `val_${metric}`).mean;
  const best = bestEpoch(curve, metric);
  if (best) drawMarker(context, new Path2D(markerPath("*", 7)), ...view.pixel([best, curve[best - 1]]), ROLES.validation, theme);
  Object.assign(context, { textAlign: "right", textBaseline: "middle" });
  ends.sort((a, b) => a[1][1] - b[1][1]).forEach(([name, [x, y]], i) => {
    const held = Math.max(view.box.top + 12, y + (i && y + 28 < view.box.bottom ? 17 : -17));
    haloText(context, name.startsWith("val_") ? "validation" : "training", Math.max(x, view.box.left + 90) - 4, held, theme);
  });
  return view;
}

// How a comparison is drawn: curves over the size of the data, or a line of dots for each model where there is one size.
// Machine learning is solid and filled, deep learning dashed and hollow. The arithmetic is in standings.js.

import { CLASSES, haloText, MARKERS, markerPath, plane, tint } from "./shared.js";
import { countWords, logTicks, measureRange, MEASURES, measureWords } from "./standings.js";
import { ticks } from "./drawing.js";

export const DEEP_DASH = [7, 5];
export const DOT_ROW = 46; // pixels for each model
const NARROW_LABELS = 560; // pixels of width below which the models' names stand in the panel alone

// The places in CLASSES of each kind's colours; yellow is too pale for a line on white.
const KIND_COLOURS = { ML: [7, 0, 2, 1, 4], DL: [5, 3] };

// How each model looks: [{model, kind}, ...] to { model: { colour, marker, deep } }, in the order given.
export function modelLooks(models) {
  const seen = { ML: 0, DL: 0 };
  return Object.fromEntries(models.map(({ model, kind }, i) => {
    const colours = KIND_COLOURS[kind];
    const colour = CLASSES[colours[seen[kind] % colours.length]];
    seen[kind] += 1;
    return [model, { colour, marker: MARKERS[i % MARKERS.length], deep: kind === "DL" }];
  }));
}

export function drawModelMark(context, [x, y], look, theme, r = 5) {
  const path = new Path2D(markerPath(look.marker, r));
  context.save();
  context.translate(x, y);
  context.fillStyle = look.deep ? theme.background : look.colour;
  context.fill(path);
  Object.assign(context, { strokeStyle: look.deep ? look.colour : theme.outline, lineWidth: look.deep ? 2.5 : 1.25 });
  context.stroke(path);
  context.restore();
}

// A scale for a measure: `to(value)` in the plane's own units, and where it has ticks.
function scaleOf({ table, data, measure, list }, room) {
  const [low, high] = measureRange(table, data, measure, list.map((one) => one.model));
  if (!MEASURES[measure].log) {
    const found = ticks(low, high, room);
    const few = (v) => `${Math.round(1000 * v) / 10} %`;
    return { range: [low, high], to: (v) => v, ticks: found.values.map((v) => [v, few(v)]) };
  }
  const to = (v) => Math.log10(Math.max(v, low));
  return { range: [to(low), to(high)], to, ticks: logTicks(low, high).map((v) => [to(v), measureWords(measure, v, 1)]) };
}

function frame(context, { box, x, y }, across, up, names, theme) {
  Object.assign(context, { lineWidth: 1, strokeStyle: theme.grid, fillStyle: theme.muted, textBaseline: "middle" });
  context.beginPath();
  for (const [at] of across) { context.moveTo(x.to(at), box.top); context.lineTo(x.to(at), box.bottom); }
  for (const [at] of up) { context.moveTo(box.left, y.to(at)); context.lineTo(box.right, y.to(at)); }
  context.stroke();
  context.strokeStyle = theme.rule;
  context.strokeRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  context.textAlign = "center";
  let free = -Infinity;
  for (const [at, words] of across) {
    const [middle, half] = [x.to(at), context.measureText(words).width / 2];
    if (middle - half < free) continue; // no room: better no number than one over another
    context.fillText(words, middle, box.bottom + 15);
    free = middle + half + 8;
  }
  context.textAlign = "right";
  for (const [at, words] of up) context.fillText(words, box.left - 8, y.to(at));
  context.fillStyle = theme.text;
  context.fillText(names[0], box.right, box.bottom + 36);
  context.textAlign = "left";
  context.fillText(names[1], 4, 12);
}

// The values' heights moved apart so that no label lies on another, from low to high.
export function apart(places, gap, [top, bottom]) {
  const order = places.map((_, i) => i).sort((a, b) => places[a] - places[b]);
  const moved = [...places];
  order.forEach((i, k) => { if (k) moved[i] = Math.max(moved[i], moved[order[k - 1]] + gap); });
  let most = bottom;
  for (const i of [...order].reverse()) { moved[i] = Math.min(moved[i], most); most = moved[i] - gap; }
  const lift = Math.max(0, top - Math.min(...moved));
  return moved.map((v) => v + lift);
}

// `shown` is { table, data, measure, sizes, list (standings), looks (by model), chosen }. Returns the marks as
// [{ place, standing }].
export function drawModelCurves(context, { width, height }, shown, theme) {
  const { measure, sizes, list, looks, chosen } = shown;
  const models = [...new Set(list.map((one) => one.model))];
  const label = width < NARROW_LABELS ? 0 : Math.max(0, ...models.map((name) => context.measureText(name).width)) + 14;
  const scale = scaleOf(shown, height / 60);
  const room = 0.08 * Math.log10(sizes.at(-1) / sizes[0]);
  const left = Math.max(46, 14 + Math.max(...scale.ticks.map(([, words]) => context.measureText(words).width)));
  const view = plane(width - label, height, [Math.log10(sizes[0]) - room, Math.log10(sizes.at(-1)) + room], scale.range, false, left);
  frame(context, view, sizes.map((n) => [Math.log10(n), countWords(n)]), scale.ticks, ["n, training examples", MEASURES[measure].axis], theme);
  const at = (one, v = one.mean) => view.pixel([Math.log10(one.n), scale.to(v)]);
  const [marks, ends] = [[], []];
  models.forEach((model, k) => {
    const line = list.filter((one) => one.model === model).sort((a, b) => a.n - b.n);
    const look = looks[model];
    const shift = (k - (models.length - 1) / 2) * 3; // so that spreads at one n do not hide each other
    Object.assign(context, { strokeStyle: look.colour, lineWidth: model === chosen?.model ? 4 : 2.25, lineJoin: "round" });
    context.setLineDash(look.deep ? DEEP_DASH : []);
    context.beginPath();
    line.forEach((one) => { const [x, y] = at(one); context.lineTo(x + shift, y); });
    context.stroke();
    context.setLineDash([]);
    context.lineWidth = 2;
    for (const one of line) {
      const [x, y] = at(one);
      context.beginPath();
      for (const v of [one.low, one.high]) context.lineTo(x + shift, at(one, v)[1]);
      for (const v of [one.low, one.high]) { context.moveTo(x + shift - 4, at(one, v)[1]); context.lineTo(x + shift + 4, at(one, v)[1]); }
      context.stroke();
      marks.push({ place: [x + shift, y], standing: one });
    }
    const [x, y] = at(line.at(-1));
    ends.push([model, y, x + shift]);
  });
  marks.forEach(({ place, standing }) => drawModelMark(context, place, looks[standing.model], theme));
  ring(context, marks, chosen, theme);
  if (label) {
    const heights = apart(ends.map(([, y]) => y), 18, [view.box.top + 6, view.box.bottom]);
    Object.assign(context, { textAlign: "left", textBaseline: "middle", fillStyle: theme.text });
    ends.forEach(([model, y, x], i) => {
      Object.assign(context, { strokeStyle: looks[model].colour, lineWidth: 1 });
      context.beginPath();
      context.moveTo(x + 9, y);
      context.lineTo(view.box.right + 10, heights[i]);
      context.stroke();
      context.fillText(model, view.box.right + 13, heights[i]);
    });
  }
  return marks;
}

// One line of dots for each model, the best on top: every seed a mark, the mean a stroke across.
export function drawModelDots(context, { width, height }, shown, theme) {
  const { measure, list, looks, chosen } = shown;
  const names = list.map((one) => `${one.model} (${one.kind})`);
  const wide = Math.max(0, ...names.map((name) => context.measureText(name).width)) + 16;
  const beside = wide < 0.4 * width;
  const scale = scaleOf(shown, (width - wide) / 110);
  const view = plane(width, height, scale.range, [list.length, 0], false, beside ? wide : 12);
  frame(context, view, scale.ticks, [], [MEASURES[measure].axis, ""], theme);
  const marks = [];
  list.forEach((one, i) => {
    const y = view.y.to(i + (beside ? 0.5 : 0.68));
    Object.assign(context, { strokeStyle: tint(theme.text, theme.background, 0.3), lineWidth: 1 });
    context.beginPath();
    context.moveTo(view.box.left, y);
    context.lineTo(view.box.right, y);
    context.stroke();
    Object.assign(context, { textAlign: beside ? "right" : "left", textBaseline: "middle" });
    if (beside) { context.fillStyle = theme.text; context.fillText(names[i], wide - 8, y); }
    const mean = view.x.to(scale.to(one.mean));
    Object.assign(context, { strokeStyle: looks[one.model].colour, lineWidth: 4 });
    context.beginPath();
    context.moveTo(mean, y - 13);
    context.lineTo(mean, y + 13);
    context.stroke();
    for (const v of one.values) drawModelMark(context, [view.x.to(scale.to(v)), y], looks[one.model], theme, 5.5);
    if (!beside) haloText(context, names[i], 16, view.y.to(i) + 13, theme);
    marks.push({ place: [mean, y], standing: one });
  });
  ring(context, marks, chosen, theme);
  return marks;
}

function ring(context, marks, chosen, theme) {
  const one = marks.find(({ standing }) => standing.model === chosen?.model && standing.n === chosen.n);
  if (!one) return;
  Object.assign(context, { strokeStyle: theme.alarm, lineWidth: 3 });
  context.beginPath();
  context.arc(...one.place, 12, 0, 2 * Math.PI);
  context.stroke();
}

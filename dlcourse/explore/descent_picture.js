// Descent as a picture: the loss as a curve or as ground with lines of equal height, the path, the ball, the gradient
// that it feels and the step that comes next. Nothing here computes a path or touches a control.

import { drawArrow, drawAxes, drawMarker, haloText, markerPath, plane, ROLES } from "./drawing.js";
import { drawCurve, inBox } from "./controls.js";
import { SURFACES } from "./surfaces.js";

export const BALL = 9; // pixels
const DOT = 3.5; // where the ball was
const PUSH = 90; // the longest that a gradient is drawn, and half a tangent

const within = (low, v, high) => Math.max(low, Math.min(high, v)); // also keeps a canvas from numbers it cannot draw

// Where weights stand in the picture: two weights are its axes, one weight stands on the curve of its loss.
export const pixelOf = (view, surface, w) => view.pixel(w.length > 1 ? w : [w[0], surface.loss(w)]);

// `run` is a run of rollers.js, `now` the steps made, `between` how far (0 to 1) the ball is on its way to the next
// place, `ground` what groundKeeper() returned. Returns the plane.
export function drawDescent(context, { width, height }, { name, run, now, between, ground }, theme) {
  const surface = SURFACES[name];
  const flat = surface.range.length > 1;
  const { places } = run;
  const [from, to] = [places[now], places[now + 1] ?? places[now]];
  const ball = from.map((w, axis) => w + between * (to[axis] - w));
  const view = plane(width, height, surface.range[0], flat ? surface.range[1] : [-0.06 * surface.top, surface.top], false);
  const pixel = (w) => pixelOf(view, surface, w).map((v) => within(-5000, v, 8000));
  if (flat) ground(context, view, name, theme);
  drawAxes(context, view, flat ? ["w1", "w2"] : ["w", "loss"], theme);
  inBox(context, view, () => {
    if (!flat) {
      Object.assign(context, { strokeStyle: theme.muted, lineWidth: 3 });
      drawCurve(context, view, (w) => surface.loss([w]));
    }
    const star = new Path2D(markerPath("*", 8));
    surface.minima.forEach((w) => drawMarker(context, star, ...pixel(w), "#ffffff", theme));
    const been = places.slice(0, now + 1);
    for (const [strokeStyle, lineWidth] of [[theme.background, 5], [theme.text, 2]]) {
      Object.assign(context, { strokeStyle, lineWidth, lineJoin: "round" });
      context.beginPath();
      [...been, ball].forEach((w) => context.lineTo(...pixel(w)));
      context.stroke();
    }
    context.beginPath(); // all dots as one shape: hundreds of single ones would be slow
    for (const [x, y] of been.map(pixel)) {
      context.moveTo(x + DOT, y);
      context.arc(x, y, DOT, 0, 2 * Math.PI);
    }
    Object.assign(context, { fillStyle: ROLES.weights, strokeStyle: theme.outline, lineWidth: 1.25 });
    context.fill();
    context.stroke();
    Object.assign(context, { strokeStyle: theme.alarm, lineWidth: 3 });
    context.beginPath();
    context.arc(...pixel(places[0]), BALL + 5, 0, 2 * Math.PI);
    context.stroke();
    drawSlope(context, view, surface, ball, theme);
    if (!between && run.changes[now]) drawStep(context, view, surface, ball, run.changes[now], theme);
  });
  drawBall(context, view, pixel(ball), theme);
  return view;
}

// The gradient at w: on a curve its tangent, on a surface an arrow uphill, longer where it is steeper.
function drawSlope(context, view, surface, w, theme) {
  const [x, y] = pixelOf(view, surface, w);
  const slopes = surface.gradient(w);
  const steep = Math.hypot(...slopes);
  if (!Number.isFinite(x + y + steep)) return;
  if (w.length > 1) {
    const way = [slopes[0] * view.x.unit, -slopes[1] * view.y.unit];
    const reach = (PUSH * (1 - Math.exp(-steep / 3))) / Math.hypot(...way);
    if (steep > 0.15) drawArrow(context, [x, y], [x + reach * way[0], y + reach * way[1]], ROLES.gradients, theme);
    return;
  }
  const half = PUSH / Math.hypot(view.x.unit, slopes[0] * view.y.unit);
  const [across, up] = [half * view.x.unit, half * slopes[0] * view.y.unit];
  for (const [strokeStyle, lineWidth] of [[theme.outline, 6.5], [ROLES.gradients, 4]]) {
    Object.assign(context, { strokeStyle, lineWidth });
    context.beginPath();
    context.moveTo(x - across, y + up);
    context.lineTo(x + across, y - up);
    context.stroke();
  }
}

// The next step: over the ground, or along the axis of a curve, where a step goes before the loss is known.
function drawStep(context, view, surface, w, change, theme) {
  const [x, y] = pixelOf(view, surface, w);
  const next = w.map((v, axis) => v + change[axis]);
  const to = (w.length > 1 ? view.pixel(next) : [view.x.to(next[0]), y]).map((v) => within(-3000, v, 6000));
  if (Math.hypot(to[0] - x, to[1] - y) > 6) drawArrow(context, [x, y], to, ROLES.weights, theme);
}

// The ball, or where it is beyond the edge a cross there.
function drawBall(context, { box }, [x, y], theme) {
  const [px, py] = [within(box.left, x, box.right), within(box.top, y, box.bottom)];
  const out = px !== x || py !== y;
  drawMarker(context, new Path2D(markerPath(out ? "X" : "o", BALL)), px, py, out ? theme.alarm : ROLES.weights, theme);
  if (!out) return;
  const right = px > (box.left + box.right) / 2;
  Object.assign(context, { textBaseline: "middle", textAlign: right ? "right" : "left" });
  haloText(context, "outside", px + (right ? -16 : 16), within(box.top + 14, py, box.bottom - 14), theme);
}

// The neuron's explorer: one neuron with two inputs, its decision line, and the points it gets wrong.
// Its arithmetic is in linear.js.

import { button, checkbox, CLASSES, decimalsOf, drawArrow, drawAxes, drawMarker, haloText, legend, make, MARKERS,
  markerPath, mount, nice, placeLabels, plane, pointer, ROLES, show, slider, snap, tint } from "./shared.js";
import { classOf, handles, normal, ranges, splitBox, weightedSum, weightedSums } from "./linear.js";

export function render({ model, el }) {
  const traits = ["w1", "w2", "b", "points", "labels", "names", "class_names", "movable"];
  const app = mount({ model, el, traits, draw });
  const { state, set, headline, canvas, readout, panel } = app;
  const first = { ...state };
  let { axes, half, equal, limits } = ranges(state.points, [state.w1, state.w2]);
  const steps = limits.map((limit) => nice(limit / 100, false));
  const judged = () => {
    const sums = weightedSums(state.points, [state.w1, state.w2], state.b);
    return { sums, wrong: sums.map((sum, i) => classOf(sum) !== state.labels[i]) };
  };
  let [view, anchor, everySum] = [null, null, state.points.length <= 12];
  let chosen = Math.max(0, judged().wrong.indexOf(true));

  const sliders = ["w1", "w2", "b"].map((name, i) => slider(panel, {
    label: i < 2 ? `${name}, the weight of ${state.names[i]}` : "b, the bias",
    value: state[name], limit: limits[i], step: steps[i], change: (value) => set({ [name]: value }),
  }));
  if (state.points.length <= 60) {
    checkbox(panel, "output at every point", everySum, (on) => { everySum = on; app.redraw(); });
  }
  button(panel, "Start again", () => { anchor = null; set(first); });
  legend(panel, [
    [MARKERS[1], CLASSES[1], `${state.class_names[1]}: its output should be above 0`],
    [MARKERS[0], CLASSES[0], `${state.class_names[0]}: its output should be 0 or less`],
    ["ring", "none", "a mistake: a point on the wrong side"],
  ]);
  readout.append(make("div", {}, "output = w1 × x1 + w2 × x2 + b"));
  const equation = readout.appendChild(make("div", { className: "dlx-strong" }));
  const verdict = readout.appendChild(make("div"));
  const [drag, move] = state.movable ? ["a point, ", ", arrows to move it"] : ["", ""];
  panel.append(make("div", { className: "dlx-muted" }, `Drag ${drag}the line or the tip of w. Keys: Tab to a slider or `
    + `the picture, Page Up and Down for another point${move}.`));

  const grips = () => handles(view, [state.w1, state.w2], state.b, anchor, limits[0]);

  function draw(context, { width, height }, theme) {
    view = plane(width, height, ...axes, equal);
    const misses = ([low, high], v) => v < low - 0.01 * (high - low) || v > high + 0.01 * (high - low);
    if (state.points.some((x) => misses(view.x.range, x[0]) || misses(view.y.range, x[1]))) { // set by a cell
      ({ axes, half, equal } = ranges(state.points, [state.w1, state.w2]));
      view = plane(width, height, ...axes, equal);
    }
    chosen = Math.min(chosen, state.points.length - 1);
    const { parts } = splitBox([state.w1, state.w2], state.b, [view.x.range, view.y.range]);
    parts.forEach((corners, k) => {
      context.fillStyle = tint(CLASSES[k], theme.background, theme.tint);
      context.beginPath();
      corners.forEach((x) => context.lineTo(...view.pixel(x)));
      context.fill();
    });
    drawAxes(context, view, state.names, theme);
    const grip = grips();
    context.strokeStyle = theme.text;
    context.lineWidth = 2.5;
    context.beginPath();
    grip?.line.forEach((end) => context.lineTo(...end));
    context.stroke();

    const { sums, wrong } = judged();
    const marks = state.points.map(view.pixel);
    const [r, ring] = marks.length > 60 ? [4.5, 3] : [7, 4];
    const paths = MARKERS.slice(0, 2).map((marker) => new Path2D(markerPath(marker, r)));
    const inOrder = [...marks.keys()].filter((i) => i !== chosen).concat(chosen); // the chosen one on top
    inOrder.forEach((i) => {
      const [x, y] = marks[i];
      drawMarker(context, paths[state.labels[i]], x, y, CLASSES[state.labels[i]], theme);
      if (!wrong[i] && i !== chosen) return;
      context.strokeStyle = wrong[i] ? theme.alarm : theme.text;
      context.lineWidth = i === chosen ? 3.5 : ring / 2;
      context.beginPath();
      context.arc(x, y, r + ring, 0, 2 * Math.PI);
      context.stroke();
    });
    if (grip) {
      drawArrow(context, grip.at, grip.tip, ROLES.weights, theme);
      drawMarker(context, new Path2D(markerPath("o", 7)), ...grip.at, theme.background, theme);
    }
    context.textAlign = "center";
    const shown = sums.map((_, i) => i).filter((i) => everySum || i === chosen);
    const texts = shown.map((i) => show(sums[i]));
    const widths = texts.map((text) => context.measureText(text).width);
    const blocked = grip ? [grip.at, grip.tip] : [];
    placeLabels([...shown.map((i) => marks[i]), ...blocked], widths, view.box, r + 6)
      .forEach((place, i) => place && haloText(context, texts[i], ...place, theme));
    if (grip) haloText(context, "w", ...grip.tip.map((v, axis) => v + 16 * normal(grip.slope)[axis]), theme);
    const why = state.w1 || state.w2 ? "the line is outside the picture" : "w is zero: every output is b";
    if (!grip) haloText(context, why, (view.box.left + view.box.right) / 2, view.box.top + 16, theme);
    write(sums, wrong);
  }

  function write(sums, wrong) {
    const count = wrong.filter(Boolean).length;
    headline.value = `${count} ${count === 1 ? "mistake" : "mistakes"} in ${sums.length} points`;
    sliders.forEach((one, i) => one.value([state.w1, state.w2, state.b][i]));
    canvas.setAttribute("aria-label", `The neuron's plane. ${headline.value}.`);
    const x = state.points[chosen].map((v, axis) => show(v, decimalsOf(half[axis] / 100)));
    const [w1, w2, b] = [state.w1, state.w2, state.b].map((v, i) => show(v, decimalsOf(steps[i])));
    const signed = (text) => (text.startsWith("−") ? `(${text})` : text);
    equation.textContent = `${show(sums[chosen])} = ${w1} × ${signed(x[0])} + ${signed(w2)} × ${signed(x[1])} + ${signed(b)}`;
    const said = state.class_names[classOf(sums[chosen])];
    const is = state.class_names[state.labels[chosen]];
    verdict.textContent = `Point ${chosen + 1} is ${is}, the neuron says ${said}: ${wrong[chosen] ? "a mistake" : "right"}.`;
  }

  const choose = (i) => { chosen = (i + state.points.length) % state.points.length; app.redraw(); };
  const movePoint = (i, to) => {
    const place = to.map((v, axis) => snap(v, nice(half[axis] / 500)));
    set({ points: state.points.map((x, k) => (k === i ? place : x)) });
  };
  pointer(canvas, {
    pick(x, y, reach) {
      const near = (p) => Math.hypot(p[0] - x, p[1] - y);
      const grip = grips();
      if (grip && near(grip.tip) < reach) return "tip";
      const distances = state.points.map((point) => near(view.pixel(point)));
      const nearest = distances.indexOf(Math.min(...distances));
      if (distances[nearest] < reach) return nearest;
      if (!grip) return null;
      const sum = weightedSum(view.data(x, y), [state.w1, state.w2], state.b);
      return Math.min(near(grip.at), Math.abs(sum) / Math.hypot(...grip.slope)) < reach ? "line" : null;
    },
    hover(what) { if (typeof what === "number" && what !== chosen) choose(what); },
    move(what, x, y) {
      if (typeof what === "number") { if (state.movable) movePoint(what, view.data(x, y)); return; }
      const { at, slope } = grips() ?? {};
      if (!at) return;
      anchor = what === "line" ? view.data(x, y) : view.data(...at);
      let w = [state.w1, state.w2];
      if (what === "tip") { // the line turns about its handle; w keeps its length in the picture
        const turned = normal([x - at[0], y - at[1]])?.map((v) => v * Math.hypot(...slope)) ?? slope;
        w = [snap(turned[0] * view.x.unit, steps[0] / 10), snap(-turned[1] * view.y.unit, steps[1] / 10)];
      }
      set({ w1: w[0], w2: w[1], b: snap(-weightedSum(anchor, w, 0), steps[2] / 10) });
    },
  });
  canvas.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1] }[event.key];
    const turn = { PageUp: -1, PageDown: 1 }[event.key];
    if (turn) choose(chosen + turn);
    else if (way && state.movable) {
      const [x, y] = view.pixel(state.points[chosen]);
      movePoint(chosen, view.data(x + 5 * way[0], y - 5 * way[1]));
    } else return;
    event.preventDefault();
  });
  return app.dispose;
}

export default { render };

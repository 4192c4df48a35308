// The explorer of layers: choose how many and how wide, and see the shapes, the parameters, and what such a network can
// draw. Its arithmetic is in network.js, its drawing in netdrawing.js.

import { button, drawAxes, legend, make, CLASSES, MARKERS, mount, plane, pointer, show } from "./shared.js";
import { row } from "./controls.js";
import { forwardPass, newNetwork, newRoom, parametersOf, seeded, startNetwork, trainStep } from "./network.js";
import { featureTable, gridPoints, shuffledOrder } from "./points.js";
import { drawColumnWords, drawExamples, drawNetwork, drawSurface, FINE, placeUnits, reachOf, turningLevel, unitAt, unitName,
  unitPictures } from "./netdrawing.js";
import { architecture, watchedPlayer } from "./netcontrols.js";

const STEPS = 1000; // of one press of the button
const BATCH = 20;
const LEARNING = { rate: 0.1, momentum: 0.9 };
const PATIENT = 8; // milliseconds of each frame that training may take

export function render({ model, el }) {
  const traits = ["hidden", "activation", "seed", "points", "labels", "names", "class_names", "shift", "scale"];
  const app = mount({ model, el, traits, shape, draw });
  const { state, set, headline, canvas, readout, panel } = app;
  canvas.closest(".dlx").classList.add("dlx-wide");
  const pictures = unitPictures();
  let [network, room, order, random, steps, stopped, built] = [null, null, [], null, 0, "", ""];
  let [data, fine, view, offset, places, ranges] = [null, null, null, [0, 0], [], null];
  let [chosen, hovered, probe] = [null, null, null];

  const actions = row(panel);
  actions.classList.add("dlx-across");
  const train = button(actions, "", () => player.toggle());
  button(actions, "Other start", () => set({ seed: state.seed + 1 }));
  button(actions, "Back to this start", () => { built = ""; app.redraw(); });
  const show_controls = architecture(panel, state, set);
  legend(panel, [
    [MARKERS[1], CLASSES[1], `${state.class_names[1]}: output above 0.5`],
    [MARKERS[0], CLASSES[0], `${state.class_names[0]}: output 0.5 or less`],
  ]);
  panel.append(make("div", { className: "dlx-muted dlx-across" }, "Point at a unit to see what it makes of the plane; click to keep "
    + "it. Lines are weights: blue and solid above zero, red and dashed below, wider where larger. Keys on the picture: "
    + "Page Up and Down for another unit, arrows move the cross."));
  const told = readout.appendChild(make("div", { className: "dlx-strong" }));
  const table = readout.appendChild(make("table", { className: "dlx-table" }));
  const player = watchedPlayer(canvas, tick, () => app.redraw());

  // ---------------------------------------------------------------- the network

  const counts = () => [2, ...state.hidden, 1];
  const inputs = ["x1", "x2"];
  const scaling = () => ({ shift: state.shift, scale: state.scale });

  function rebuild() {
    const key = JSON.stringify([state.hidden, state.activation, state.seed]);
    if (key === built && data?.of === state.points) return;
    player.pause();
    if (data?.of !== state.points || data.labels !== state.labels) {
      data = { of: state.points, labels: state.labels, x: featureTable(state.points, inputs, scaling()), y: Float64Array.from(state.labels) };
      ranges = reachOf(state.points);
      [fine, probe] = [null, probe ?? ranges.map(([low, high]) => low + 0.75 * (high - low))];
    }
    built = key;
    network = startNetwork(newNetwork(counts(), state.activation), state.seed);
    room = newRoom(network, Math.max(FINE * FINE, state.points.length));
    [order, random, steps, stopped] = [[], seeded(state.seed + 1), 0, ""];
    if (chosen !== null && chosen >= counts().reduce((a, b) => a + b)) chosen = null;
    hovered = null;
    writeTable();
  }

  function tick() {
    const began = performance.now();
    do {
      const loss = oneStep();
      steps += 1;
      if (!Number.isFinite(loss)) {
        stopped = `Stopped at step ${steps}: the loss is not a finite number any more. The usual cause is a learning rate that is too large.`;
      }
    } while (!stopped && steps % STEPS && performance.now() - began < PATIENT);
    app.redraw();
    return !stopped && steps % STEPS !== 0;
  }

  const [batchX, batchY] = [new Float64Array(2 * BATCH), new Float64Array(BATCH)];
  function oneStep() {
    const count = Math.min(BATCH, state.points.length);
    if (order.length < count) order = Array.from(shuffledOrder(state.points.length, random));
    for (let r = 0; r < count; r += 1) {
      const i = order.pop();
      [batchX[2 * r], batchX[2 * r + 1], batchY[r]] = [data.x[2 * i], data.x[2 * i + 1], data.y[i]];
    }
    return trainStep(network, batchX, batchY, count, room, LEARNING);
  }

  // ---------------------------------------------------------------- the picture

  const wide = (width) => width >= 620;
  function shape(width) {
    return wide(width) ? 430 / width : (330 + 0.95 * width) / width;
  }

  function draw(context, { width, height }, theme) {
    rebuild();
    const share = wide(width) ? Math.round(0.52 * width) : width;
    const box = wide(width) ? { left: 34, right: share - 30, top: 52, bottom: height - 52 } : { left: 30, right: width - 6, top: 48, bottom: 276 };
    offset = wide(width) ? [share, 0] : [0, 322];
    view = plane(width - offset[0], height - offset[1], ...ranges, state.scale[0] === 1 && state.scale[1] === 1);
    const key = [...view.x.range, ...view.y.range].join();
    if (fine?.key !== key) fine = { key, x: featureTable(gridPoints(FINE, view.x.range, view.y.range), inputs, scaling()) };
    forwardPass(network, fine.x, FINE * FINE, room);
    const tables = [fine.x, ...room.outputs];
    pictures.paint(tables, counts(), network, theme);
    places = placeUnits(box, counts());
    const shown = hovered ?? chosen ?? places.length - 1;
    drawNetwork(context, places, network, pictures, shown, theme);
    context.fillStyle = theme.text;
    drawColumnWords(context, places, ["inputs", ...state.hidden.map((_, l) => `hidden ${l + 1}`), "output"], 14 + (wide(width) ? 18 : 14), -1);
    drawColumnWords(context, places, counts().map((count) => `(batch, ${count})`), (wide(width) ? height - 36 : 290), 1);
    context.textAlign = "right";
    places.filter((p) => p.layer < 0).forEach((p) => context.fillText(inputs[p.unit], p.x - p.size / 2 - 6, p.y));

    context.save();
    context.translate(...offset);
    const { layer, unit } = places[shown];
    const level = layer < 0 ? null : turningLevel(network[layer].activation);
    drawSurface(context, view, pictures, shown, tables[layer + 1], counts()[layer + 1], unit, level, theme);
    drawAxes(context, view, state.names, theme);
    drawExamples(context, view, state.points, state.labels, theme, state.points.length > 200 ? 3.5 : 5);
    drawProbe(context, theme);
    context.restore();
    write(shown);
  }

  function drawProbe(context, theme) {
    const [x, y] = view.pixel(probe);
    for (const [colour, thick] of [[theme.background, 6], [theme.text, 2.5]]) {
      context.strokeStyle = colour;
      context.lineWidth = thick;
      context.beginPath();
      for (const [dx, dy] of [[9, 0], [0, 9]]) { context.moveTo(x - dx, y - dy); context.lineTo(x + dx, y + dy); }
      context.stroke();
    }
  }

  function write(shown) {
    const at = featureTable([probe], inputs, scaling());
    const one = newRoom(network, 1);
    forwardPass(network, at, 1, one);
    const { layer, unit } = places[shown];
    const value = layer < 0 ? at[unit] : one.outputs[layer][unit];
    forwardPass(network, data.x, state.points.length, room);
    const wrong = state.labels.reduce((sum, label, i) => sum + ((room.outputs.at(-1)[i] > 0.5 ? 1 : 0) !== label), 0);
    const trained = steps ? `After ${steps.toLocaleString("en")} steps of training` : "Not trained yet";
    headline.value = stopped || `${parametersOf(counts())} parameters, ${wrong} of ${state.points.length} points wrong`;
    told.textContent = `${trained}. ${unitName(network, places[shown], inputs)} at the cross (${probe.map((v) => show(v)).join(", ")}): ${show(value)}`;
    canvas.setAttribute("aria-label", `A network of shapes ${counts().map((count) => `(batch, ${count})`).join(", ")} and the plane it draws. ${headline.value}.`);
    train.textContent = player.playing() ? "Pause" : `Train ${STEPS.toLocaleString("en")} steps`;
    show_controls();
  }

  function writeTable() {
    const cell = (tag, text) => make(tag, tag === "th" ? { scope: "col" } : {}, text);
    const line = (texts, tag = "td") => make("tr", {}, ...texts.map((text) => cell(tag, text)));
    const plural = (count, word) => `${count} ${word}${count === 1 ? "" : word === "bias" ? "es" : "s"}`;
    const widths = counts();
    const lines = widths.slice(1).map((units, l) => line([
      l === state.hidden.length ? "output, sigmoid" : `hidden ${l + 1}, ${state.activation}`, `(batch, ${units})`,
      `${widths[l]} × ${units} weights + ${plural(units, "bias")} = ${(widths[l] + 1) * units}`]));
    const all = widths.slice(1).map((units, l) => (widths[l] + 1) * units);
    table.replaceChildren(make("thead", {}, line(["layer", "its array", "its parameters"], "th")), make("tbody", {},
      line(["inputs", "(batch, 2)", "none"]), ...lines,
      line(["all layers", "", `${all.length > 1 ? `${all.join(" + ")} = ` : ""}${parametersOf(widths)}`])));
  }

  // ---------------------------------------------------------------- the hand

  const inside = (x, y) => x >= view.box.left && x <= view.box.right && y >= view.box.top && y <= view.box.bottom;
  const look = (k) => { if (k !== hovered) { hovered = k; app.redraw(); } };
  const moveProbe = (x, y) => { probe = view.data(x - offset[0], y - offset[1]); app.redraw(); };
  pointer(canvas, {
    pick(x, y, reach) {
      const unit = unitAt(places, x, y);
      if (unit !== null) return unit;
      const [px, py] = view.pixel(probe);
      const near = Math.hypot(px + offset[0] - x, py + offset[1] - y) < reach;
      return near || (reach < 20 && inside(x - offset[0], y - offset[1])) ? "probe" : null; // a finger may scroll there
    },
    hover: (what) => look(typeof what === "number" ? what : null),
    move(what, x, y) { if (what === "probe") moveProbe(x, y); },
  });
  canvas.addEventListener("pointerleave", () => look(null));
  canvas.addEventListener("click", (event) => {
    const box = canvas.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const unit = unitAt(places, x, y);
    if (unit !== null) { chosen = unit === places.length - 1 ? null : unit; app.redraw(); } else if (inside(x - offset[0], y - offset[1])) moveProbe(x, y);
  });
  canvas.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key];
    const turn = { PageUp: -1, PageDown: 1 }[event.key];
    if (turn) {
      chosen = ((chosen ?? places.length - 1) + turn + places.length) % places.length;
      hovered = null;
    } else if (way) probe = view.data(...view.pixel(probe).map((v, axis) => v + 6 * way[axis]));
    else return;
    app.redraw();
    event.preventDefault();
  });
  return () => { player.dispose(); app.dispose(); };
}

export default { render };

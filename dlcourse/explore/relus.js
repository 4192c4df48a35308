// The explorer of ReLU sums: corners and slopes bent by hand until their sum follows a curve, and the network that
// this sum is. Its arithmetic is in hinges.js, the network's drawing in relus_network.js.

import { button, drawAxes, drawMarker, haloText, make, markerPath, mount, plane, pointer, ROLES, show, snap, tint } from "./shared.js";
import { drawCurve, inBox, namedSelect, rangeSlider, row } from "./controls.js";
import { drawRow, drawUnit, NET } from "./relus_network.js";
import { distanceTo, evenCorners, fitHinges, FROM, hinge, PLACES, sumOfHinges, targetOf, TARGETS, TO, widestGap } from "./hinges.js";

const MOST_UNITS = 10; // hidden units; more have no room in a narrow column
const LAST = TO - 0.1; // the rightmost corner that still bends something
const ROOM = 0.3; // of x beyond the part that is measured

export function render({ model, el }) {
  const traits = ["target", "own", "corners", "slopes", "bias"];
  const app = mount({ model, el, traits, shape: (width) => Math.max(0.68, 270 / width) + NET / width, draw });
  const { state, set, headline, canvas, readout, panel } = app;
  const first = { corners: state.corners, slopes: state.slopes, bias: state.bias };
  let [view, nodes, chosen, fitted] = [null, [], 0, {}];
  const target = () => targetOf(state.target, state.own);
  const values = () => PLACES.map(target().at);
  const heights = () => state.corners.map((_, i) => state.slopes[i] ?? 0); // a cell's new corners may arrive first
  const away = () => distanceTo(values(), state.corners, heights(), state.bias);
  const replaced = (list, value) => list.map((old, i) => (i === chosen ? value : old));
  const choose = (i) => { chosen = (i + state.corners.length) % state.corners.length; app.redraw(); };

  const known = [...Object.entries(TARGETS).map(([name, { label }]) => [name, label]), ...(state.own.length ? [["own", "your own"]] : [])];
  const goal = namedSelect(panel, "Target curve", known, state.target, (name) => { fitted = {}; set({ target: name }); });
  const which = rangeSlider(panel, { label: "chosen ReLU", value: 1, low: 1, high: state.corners.length, step: 1,
    text: (v) => `${v} of ${state.corners.length}`, change: (v) => choose(v - 1) });
  const corner = rangeSlider(panel, { label: "its corner, in x", value: 0, low: FROM, high: LAST, step: 0.05,
    change: (v) => set({ corners: replaced(state.corners, v) }) });
  const slope = rangeSlider(panel, { label: "its slope a", value: 0, low: -4, high: 4, step: 0.05,
    change: (v) => set({ slopes: replaced(state.slopes, v) }) });
  const bias = rangeSlider(panel, { label: "b, the output's bias", value: 0, low: -2, high: 2, step: 0.05, change: (v) => set({ bias: v }) });
  button(panel, "Fit slopes and b to the target", () => {
    set(fitHinges(values(), state.corners));
    const [count, now] = [state.corners.length, away()];
    fitted[count] = Math.min(now, fitted[count] ?? Infinity);
    app.redraw();
  });
  const pair = row(panel);
  const more = button(pair, "Add a ReLU", () => {
    chosen = state.corners.length;
    set({ corners: [...state.corners, snap(widestGap(state.corners), 0.05)], slopes: [...state.slopes, 0] });
  });
  const fewer = button(pair, "Remove it", () => {
    const rest = (list) => list.filter((_, i) => i !== chosen);
    const news = { corners: rest(state.corners), slopes: rest(state.slopes) };
    chosen = Math.max(0, chosen - 1);
    set(news);
  });
  const second = row(panel);
  button(second, "Even corners", () => set({ corners: evenCorners(state.corners.length) }));
  button(second, "Start again", () => { [chosen, fitted] = [0, {}]; set(first); });
  panel.append(make("div", { className: "dlx-muted" }, "Drag a number along x, or the diamond to turn that ReLU. Keys in the "
    + "picture: left and right for the corner, up and down for the slope, Page Up and Down for another ReLU."));
  const formula = readout.appendChild(make("div"));
  const unit = readout.appendChild(make("div"));
  readout.append(make("div", { className: "dlx-muted" }, "Dashed: the target. Bold green: the sum. Orange: the chosen ReLU; thin green: the others. "
    + "The distance is the root of the mean squared difference."));
  const record = readout.appendChild(make("div"));

  const box = () => { const [low, high] = target().range; const room = 0.35 * (high - low || 1); return [Math.min(0, low) - room, Math.max(0, high) + room]; };
  const grip = () => { // on the chosen ReLU, a unit to the right of its corner, nearer where the picture would end
    const [c, a] = [state.corners[chosen], heights()[chosen]];
    const [low, high] = view.y.range;
    const room = a ? (0.92 * (a > 0 ? high : -low)) / Math.abs(a) : Infinity;
    const along = Math.min(1, TO - c, room);
    return view.pixel([c + along, a * along]);
  };

  function draw(context, { width, height }, theme) {
    chosen = Math.min(chosen, state.corners.length - 1);
    view = plane(width, height - NET, [FROM - ROOM, TO + ROOM], box(), false);
    const [corners, slopes] = [state.corners, heights()];
    drawAxes(context, view, ["x", "y"], theme);
    const line = (style, wide, f, dash = [], jumps = []) => {
      Object.assign(context, { strokeStyle: style, lineWidth: wide });
      context.setLineDash(dash);
      drawCurve(context, view, f, jumps);
      context.setLineDash([]);
    };
    line(theme.rule, 1, () => 0, [3, 4]);
    corners.forEach((c, i) => i !== chosen && line(tint(ROLES.activations, theme.background, 0.5), 1.5, (x) => hinge(x, c, slopes[i]), [], [c]));
    line(theme.text, 2, target().at, [7, 5], target().jumps);
    line(ROLES.activations, 4, (x) => sumOfHinges(x, corners, slopes, state.bias), [], corners);
    line(ROLES.weights, 2.5, (x) => hinge(x, corners[chosen], slopes[chosen]), [], [corners[chosen]]);
    const bend = new Path2D(markerPath("o", 4.5));
    inBox(context, view, () => corners.forEach((c) =>
      drawMarker(context, bend, ...view.pixel([c, sumOfHinges(c, corners, slopes, state.bias)]), ROLES.activations, theme)));
    const inOrder = [...corners.keys()].filter((i) => i !== chosen).concat(chosen);
    inOrder.forEach((i) => drawUnit(context, i, chosen, ...view.pixel([corners[i], 0]), theme));
    const place = grip();
    drawMarker(context, new Path2D(markerPath("D", 7)), ...place, ROLES.weights, theme);
    const left = place[0] > view.box.right - 110;
    context.textAlign = left ? "right" : "left";
    haloText(context, `a${chosen + 1} = ${show(slopes[chosen])}`, place[0] + (left ? -15 : 15), place[1] + (slopes[chosen] < 0 ? 10 : -10), theme);
    nodes = drawRow(context, { width, top: height - NET, slopes, chosen }, theme);
    write();
  }

  function write() {
    const [corners, slopes] = [state.corners, heights()];
    const signed = (v) => `${v < 0 ? "−" : "+"} ${show(Math.abs(v))}`;
    const inner = (c) => `relu(1·x ${signed(-c || 0)})`;
    headline.value = `${corners.length} ${corners.length === 1 ? "ReLU" : "ReLUs"}: ${show(away(), 3)} from the target`;
    formula.replaceChildren(`y = ${show(state.bias)} `, ...corners.map((c, i) =>
      make("span", { className: i === chosen ? "dlx-strong" : "" }, `${signed(slopes[i])}·${inner(c)} `)));
    const [c, a] = [corners[chosen], slopes[chosen]];
    unit.textContent = `Hidden unit ${chosen + 1}: ${inner(c)}, weight 1, bias ${show(-c || 0)}. From x = ${show(c)} on it `
      + `${a ? `makes the sum ${show(Math.abs(a))} ${a > 0 ? "steeper upwards" : "steeper downwards"}` : "adds nothing: its slope a is 0"}.`;
    const list = Object.entries(fitted).map(([count, best]) => `${count}: ${show(best, 3)}`);
    record.textContent = list.length ? `Nearest so far by fitting, ReLUs and distance: ${list.join(", ")}.` : "";
    canvas.setAttribute("aria-label", `${headline.value}. The sum of the ReLUs over the target, and the network that it is.`);
    goal.value(state.target);
    which.input.max = corners.length;
    [[which, chosen + 1], [corner, c], [slope, a], [bias, state.bias]].forEach(([one, v]) => one.value(v));
    more.disabled = corners.length >= MOST_UNITS;
    fewer.disabled = corners.length <= 1;
  }

  const hold = (v, low, high) => Math.max(low, Math.min(high, v));
  const moveCorner = (c) => set({ corners: replaced(state.corners, hold(snap(c, 0.05), FROM, LAST)) });
  const turn = (a) => set({ slopes: replaced(state.slopes, hold(snap(a, 0.05), -20, 20)) });
  const pick = (x, y, reach) => {
    if (!view) return null;
    const near = (p) => Math.hypot(p[0] - x, p[1] - y);
    if (near(grip()) < reach) return "slope";
    const nearest = (places) => { const far = places.map(near); const i = far.indexOf(Math.min(...far)); return far[i] < reach ? i : null; };
    const mine = view.pixel([state.corners[chosen], 0]);
    if (near(mine) < reach) return chosen;
    return nearest(state.corners.map((c) => view.pixel([c, 0]))) ?? (nearest(nodes) === null ? null : `unit ${nearest(nodes)}`);
  };
  pointer(canvas, {
    pick,
    hover() {},
    move(what, x, y) {
      const at = view.data(x, y);
      if (typeof what === "number") { chosen = what; moveCorner(at[0]); }
      if (what === "slope") turn(at[1] / Math.max(0.1, at[0] - state.corners[chosen]));
    },
  });
  canvas.addEventListener("pointerdown", (event) => {
    const what = pick(event.offsetX, event.offsetY, event.pointerType === "touch" ? 24 : 12);
    if (what !== null && what !== "slope") choose(typeof what === "number" ? what : Number(what.split(" ")[1]));
  });
  canvas.addEventListener("keydown", (event) => {
    const [across, up] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key] ?? [0, 0];
    const other = { PageUp: -1, PageDown: 1 }[event.key];
    if (across) moveCorner(state.corners[chosen] + 0.1 * across);
    else if (up) turn(state.slopes[chosen] + 0.1 * up);
    else if (other) choose(chosen + other);
    else return;
    event.preventDefault();
  });
  return app.dispose;
}

export default { render };

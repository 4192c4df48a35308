// The activations' explorer: a curve, the input on it, the tangent there, and below it the slope's own curve.
// Its arithmetic is in activations.js.

import { drawAxes, drawMarker, haloText, legend, make, markerPath, mount, nice, plane, pointer, ROLES, show, slider,
  snap, tint } from "./shared.js";
import { ACTIVATION_CURVES, FLAT, flatParts, valueRange } from "./activations.js";
import { drawCurve, inBox, namedSelect } from "./controls.js";

const SHARE = 0.56; // of the height for the upper picture
const REACH = 6; // inputs from −6 to 6, more if z lies outside
const STEP = 0.1;

// What is said at a corner or a jump, where a curve has no slope.
const cornerWords = ({ jumps, slope }) => (jumps[0] ? `A jump: no slope here. Left and right of it the slope is ${slope(-1)}.`
  : `A corner: no slope here, ${slope(-1)} to its left and ${slope(1)} to its right. Programs take the left one.`);

export function render({ model, el }) {
  const app = mount({ model, el, traits: ["function", "z", "compare"], shape: (width) => Math.max(0.98, 430 / width), draw });
  const { state, set, headline, canvas, readout, panel } = app;
  const named = Object.entries(ACTIVATION_CURVES).map(([name, curve]) => [name, curve.label]);
  const choice = namedSelect(panel, "Activation", named, state.function, (name) => set({ function: name }));
  const input = slider(panel, { label: "z, the input", value: state.z, limit: REACH, step: STEP, change: (z) => set({ z }) });
  const other = namedSelect(panel, "Compare with", [["", "nothing"], ...named], state.compare, (name) => set({ compare: name }));
  legend(panel, [
    ["o", ROLES.activations, "the output for this z"],
    ["o", ROLES.gradients, "the slope there: how much the output changes for each unit of z"],
    ["s", "#9a9a9a", `grey ground: flat, the slope is within ${FLAT} of 0`],
  ]);
  panel.append(make("div", { className: "dlx-muted" }, "Drag the input in the picture. Keys: Tab to a control or the picture, arrows move z."));
  const sentence = readout.appendChild(make("div", { className: "dlx-strong" }));
  const formula = readout.appendChild(make("div"));
  const compared = readout.appendChild(make("div", { className: "dlx-tall" }));
  const flat = readout.appendChild(make("div"));

  let views = null;

  function draw(context, { width, height }, theme) {
    const reach = Math.abs(state.z) > REACH ? nice(1.1 * Math.abs(state.z)) : REACH;
    const names = [state.function, state.compare].filter(Boolean);
    const top = Math.round(height * SHARE);
    views = [
      plane(width, top, [-reach, reach], valueRange(names, reach), false),
      plane(width, height - top, [-reach, reach], [-0.3, 1.3], false),
    ];
    const flats = flatParts(state.function, -reach, reach);
    views.forEach((view, k) => {
      context.save();
      context.translate(0, k * top);
      drawPart(context, view, k, flats, theme);
      context.restore();
    });
    write(flats, reach);
  }

  // One of the two pictures: 0 is the value's, 1 the slope's.
  function drawPart(context, view, k, flats, theme) {
    const what = ["value", "slope"][k];
    const curve = ACTIVATION_CURVES[state.function];
    const role = [ROLES.activations, ROLES.gradients][k];
    context.fillStyle = tint("#7f7f7f", theme.background, theme.tint);
    for (const [from, to] of flats) {
      context.fillRect(view.x.to(from), view.box.top, view.x.to(to) - view.x.to(from), view.box.bottom - view.box.top);
    }
    drawAxes(context, view, ["z", k ? "slope" : "output"], theme);
    context.strokeStyle = theme.rule;
    context.setLineDash([3, 4]);
    context.beginPath();
    context.moveTo(view.x.to(state.z), view.box.top);
    context.lineTo(view.x.to(state.z), view.box.bottom);
    context.moveTo(view.box.left, view.y.to(0));
    context.lineTo(view.box.right, view.y.to(0));
    context.stroke();
    if (state.compare) {
      context.setLineDash([8, 5]);
      context.strokeStyle = theme.muted;
      context.lineWidth = 2.5;
      drawCurve(context, view, ACTIVATION_CURVES[state.compare][what], ACTIVATION_CURVES[state.compare].jumps[k] ? [0] : []);
    }
    context.setLineDash([]);
    context.strokeStyle = role;
    context.lineWidth = 3;
    drawCurve(context, view, curve[what], curve.jumps[k] ? [0] : []);
    const [y, slope] = [curve[what](state.z), curve.slope(state.z)];
    const [px, py] = [view.x.to(state.z), view.y.to(y)];
    if (!k) { // the tangent, as long in pixels whatever its slope
      const steep = Math.hypot(view.x.unit, slope * view.y.unit);
      const half = 80 / steep;
      const line = () => {
        context.beginPath();
        context.moveTo(view.x.to(state.z - half), view.y.to(y - half * slope));
        context.lineTo(view.x.to(state.z + half), view.y.to(y + half * slope));
        context.stroke();
      };
      inBox(context, view, () => {
        for (const [style, wide] of [[theme.outline, 6.5], [ROLES.gradients, 4]]) {
          Object.assign(context, { strokeStyle: style, lineWidth: wide });
          line();
        }
      });
    }
    drawMarker(context, new Path2D(markerPath("o", 8)), px, py, role, theme);
    context.textBaseline = "middle";
    const room = px > view.box.right - 150;
    context.textAlign = room ? "right" : "left";
    const under = k ? py < view.box.top + 34 : (slope >= 0) !== room && py < view.box.bottom - 34; // off the tangent
    haloText(context, `${k ? "slope" : "output"} ${show(y, 3)}`, px + (room ? -14 : 14), py + (under ? 24 : -22), theme);
  }

  function write(flats, reach) {
    const curve = ACTIVATION_CURVES[state.function];
    const [value, slope] = [curve.value(state.z), curve.slope(state.z)];
    choice.value(state.function);
    other.value(state.compare);
    input.value(state.z);
    headline.value = `${curve.label}: slope ${show(slope, 3)} at z = ${show(state.z)}`;
    canvas.setAttribute("aria-label", `${headline.value}, output ${show(value, 3)}. Above the curve with its tangent, below the slope for every z.`);
    sentence.textContent = state.z === 0 && curve.jumps.includes(true) ? cornerWords(curve)
      : `A step of 0.1 in z changes the output by about ${show(0.1 * slope, 4)}.`;
    formula.textContent = `${curve.label}(z) = ${curve.formula}. Outputs: ${curve.range}.`;
    const beside = ACTIVATION_CURVES[state.compare];
    compared.textContent = beside
      ? `Dashed: ${beside.label}, at this z output ${show(beside.value(state.z), 3)} and slope ${show(beside.slope(state.z), 3)}.` : "";
    const ends = flats.map(([from, to]) => {
      if (from <= -reach && to >= reach) return "everywhere";
      if (from <= -reach) return `below z = ${show(to, 1)}`;
      return to >= reach ? `above z = ${show(from, 1)}` : `around z = ${show((from + to) / 2, 1)}`;
    });
    flat.textContent = ends.length ? `Flat (slope within ${FLAT} of 0) ${ends.join(" and ")}.` : "Nowhere flat.";
  }

  const hold = (z) => set({ z: snap(Math.max(-REACH, Math.min(REACH, z)), STEP / 2) });
  pointer(canvas, {
    pick(x, y, reach) {
      if (!views || x < views[0].box.left - 12 || x > views[0].box.right + 12) return null;
      const finger = reach > 20; // a finger must hit the dotted line, or the page could not be scrolled
      return !finger || Math.abs(x - views[0].x.to(state.z)) < reach ? "z" : null;
    },
    hover() {},
    move(what, x) { hold(views[0].data(x, 0)[0]); },
  });
  canvas.addEventListener("pointerdown", (event) => { // a click without a drag, too
    if (event.pointerType === "mouse" && event.button === 0) hold(views[0].data(event.offsetX, 0)[0]);
  });
  canvas.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 }[event.key];
    if (!way) return;
    hold(state.z + way * STEP);
    event.preventDefault();
  });
  return app.dispose;
}

export default { render };

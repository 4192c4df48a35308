// The digit's explorer: a picture to paint on, and what the learner's own network says about it, bar by bar.
// Its arithmetic is in forward.js.

import { drawBars, drawPixels, percent } from "./bars.js";
import { button, checkbox, make, mount, pointer, ROLES, select, slider } from "./shared.js";
import { between, forward, inverted, moved, touched, unpackLayers, unpackPictures } from "./forward.js";

const SIDE = 28;
const FARTHEST = 8; // pixels that the sliders move the picture

export function render({ model, el }) {
  const traits = ["pixels", "right", "down", "invert", "picture", "pictures", "names", "network"];
  const app = mount({ model, el, traits, shape: 0.62, draw });
  const { state, set, headline, canvas, readout, panel } = app;
  const [pictures, layers] = [unpackPictures(state.pictures, SIDE), unpackLayers(state.network)];
  let [place, pen, cursor, erase] = [null, null, [14, 14], false];
  const untouched = { right: 0, down: 0, invert: false };
  const asShown = () => {
    const seen = moved(state.pixels, state.right, state.down, SIDE);
    return state.invert ? inverted(seen) : seen;
  };
  const take = (name) => set({ ...untouched, picture: name, pixels: pictures[state.names.indexOf(name)] });

  const choice = select(panel, "Picture", state.names, state.picture, take);
  const sliders = [["right", "move right, in pixels"], ["down", "move down, in pixels"]].map(([name, label]) =>
    slider(panel, { label, value: state[name], limit: FARTHEST, step: 1, change: (value) => set({ [name]: value }) }));
  const inverts = checkbox(panel, "invert: white on black", state.invert, (on) => set({ invert: on }));
  const rubs = checkbox(panel, "rub out instead of painting", erase, (on) => { erase = on; });
  button(panel, "Start again", () => take(state.picture));
  button(panel, "Empty paper", () => set({ ...untouched, pixels: state.pixels.map(() => 0) }));
  readout.append(make("div", { className: "dlx-muted" }, "Paint in the picture. Keys: Tab to the picture, arrows for the pen, "
    + "Space paints, Delete rubs out."));
  const told = readout.appendChild(make("div"));

  function draw(context, { width, height }, theme) {
    const seen = asShown();
    const said = forward(seen, layers);
    const best = said.indexOf(Math.max(...said));
    const cell = Math.floor(Math.min(height - 4, 0.58 * width) / SIDE);
    place = { left: 2, top: Math.round((height - cell * SIDE) / 2), cell };
    drawPixels(context, seen, place, theme);
    context.strokeStyle = ROLES.validation;
    context.lineWidth = 2;
    context.strokeRect(place.left + cursor[1] * cell, place.top + cursor[0] * cell, cell, cell);
    drawBars(context, said, best, { left: place.left + cell * SIDE + 34, right: width - 2, top: place.top, height: cell * SIDE }, theme);
    write(said, best);
  }

  function write(said, best) {
    headline.value = `The network says ${best}, ${percent(said[best])} sure`;
    canvas.setAttribute("aria-label", `A picture of ${SIDE} by ${SIDE} pixels. ${headline.value}.`);
    const order = said.map((_, digit) => digit).sort((a, b) => said[b] - said[a]);
    told.textContent = `Next: ${order.slice(1, 3).map((digit) => `${digit} with ${percent(said[digit])}`).join(", ")}. `
      + `Pen at row ${cursor[0]}, column ${cursor[1]}.`;
    choice.value = state.picture;
    sliders.forEach((one, i) => one.value([state.right, state.down][i]));
    Object.assign(inverts, { checked: state.invert });
    Object.assign(rubs, { checked: erase });
  }

  // Painting works on what is seen: a moved or inverted picture becomes the picture.
  const stroke = (from, to, ink) => {
    const dots = between(from, to);
    set({ ...untouched, pixels: dots.reduce((pixels, dot) => touched(pixels, ...dot, ink, SIDE), asShown()) });
  };
  const at = (x, y) => [y - place.top, x - place.left].map((v) => Math.floor(v / place.cell));
  const inside = (dot) => dot.every((v) => v >= 0 && v < SIDE);
  const paintTo = (dot) => {
    if (inside(dot)) { stroke(pen ?? dot, dot, erase ? 0 : 255); cursor = dot; }
    pen = inside(dot) ? dot : null;
  };
  pointer(canvas, {
    pick: (x, y) => (inside(at(x, y)) ? "paper" : null),
    hover() {},
    move: (what, x, y) => paintTo(at(x, y)),
    end() { pen = null; },
  });
  canvas.addEventListener("pointerdown", (event) => {
    const box = canvas.getBoundingClientRect();
    if (event.button === 0) paintTo(at(event.clientX - box.left, event.clientY - box.top));
  });
  canvas.addEventListener("pointermove", () => { canvas.style.cursor = "crosshair"; });
  canvas.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
    const ink = { " ": erase ? 0 : 255, Delete: 0, Backspace: 0 }[event.key];
    if (way) cursor = cursor.map((v, axis) => Math.min(SIDE - 1, Math.max(0, v + way[axis])));
    else if (ink === undefined) return;
    if (ink === undefined) app.redraw();
    else stroke(cursor, cursor, ink);
    event.preventDefault();
  });
  return app.dispose;
}

export default { render };

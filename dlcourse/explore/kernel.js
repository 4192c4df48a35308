// The explorer of a kernel: nine numbers to edit, a picture they slide over, the result, and the sum at one place. Its
// arithmetic is in convolution.js, what it looks like in kernel_drawing.js.

import { button, checkbox, make, mount, pointer, show } from "./shared.js";
import { brief, namedSelect, row } from "./controls.js";
import { flippedKernel, kernelNamed, KERNELS, nameOfKernel, placeOver, placesAlong, slideKernel, unpackPicture, windowCorner,
  windowValues } from "./convolution.js";
import { colourEnds, drawKernelPictures, drawKernelSum, kernelLayout, numberPainter, numberUnder } from "./kernel_drawing.js";

const OWN_KERNEL = "own";
const KERNEL_LABELS = { copy: "copy", blur: "blur", vertical_edges: "vertical edges", horizontal_edges: "horizontal edges",
  sharpen: "sharpen", laplace: "corners (Laplace)", zero: "all zero" };
const KERNEL_LIMIT = 1000; // kernel.py says the same

export function render({ model, el }) {
  const traits = ["pictures", "names", "picture", "kernel", "stride", "padding", "flip", "relu", "colours", "place"];
  let [pictures, unpacked] = [[], null];
  const shown = () => {
    if (unpacked !== state.pictures) [pictures, unpacked] = [state.pictures.map(unpackPicture), state.pictures];
    return pictures[Math.min(state.picture, pictures.length - 1)];
  };
  const app = mount({ model, el, traits, shape: (width) => kernelLayout(width, shown()).height / width, draw });
  const { state, set, headline, canvas, readout, panel } = app;
  const first = Object.fromEntries(traits.slice(2).map((name) => [name, state[name]]));
  const paint = numberPainter();
  let [layout, result, resultKey] = [null, null, ""];

  const which = namedSelect(panel, "Picture", state.names.map((name, i) => [i, `${i + 1}: ${name}`]), state.picture,
    (picture) => set({ picture }));
  which.input.parentElement.hidden = state.names.length < 2;
  const preset = namedSelect(panel, "Kernel", [...Object.keys(KERNELS).map((name) => [name, KERNEL_LABELS[name]]), [OWN_KERNEL, "your own"]],
    OWN_KERNEL, (name) => name !== OWN_KERNEL && set({ kernel: kernelNamed(name) }));
  const nine = make("div", { className: "dlx-nine", role: "group", ariaLabel: "the kernel's nine numbers" });
  const refused = make("output", { className: "dlx-muted" });
  const inputs = Array.from({ length: 9 }, (_, i) => {
    const [r, c] = [Math.floor(i / 3), i % 3];
    const input = make("input", { type: "number", step: 0.5, min: -KERNEL_LIMIT, max: KERNEL_LIMIT, ariaLabel: `row ${r + 1}, column ${c + 1}` });
    input.addEventListener("input", () => {
      const v = input.valueAsNumber;
      const isTooLarge = Math.abs(v) > KERNEL_LIMIT;
      input.ariaInvalid = String(isTooLarge);
      refused.value = isTooLarge ? `${input.value} is not used: numbers go from −1,000 to 1,000.` : "";
      if (!Number.isFinite(v) || isTooLarge) return; // or still being typed, such as a lone minus
      set({ kernel: state.kernel.map((line, k) => line.map((old, l) => (k === r && l === c ? v : old))) });
    });
    let hasComma = false; // most browsers drop a comma, and 1,5 would be read as 15
    input.addEventListener("beforeinput", (event) => {
      hasComma = event.data === "," || (hasComma && !event.inputType.startsWith("delete"));
      if (!hasComma) return;
      event.preventDefault();
      refused.value = "A comma is not read here: delete, and write a point, as in 1.5.";
    });
    input.addEventListener("blur", () => { // what was left unfinished goes back to the number in use
      if (input.ariaInvalid === "true") refused.value += ` It is ${brief(state.kernel[r][c])} again.`;
      input.ariaInvalid = "false";
      hasComma = false;
      app.redraw();
    });
    return nine.appendChild(input);
  });
  panel.append(nine, refused);
  const stride = namedSelect(panel, "Stride", [[1, "1: every place"], [2, "2: every second place"]], state.stride, (v) => set({ stride: v }));
  const padding = namedSelect(panel, "Padding", [["valid", "valid: none"], ["same", "same: zeros around"]], state.padding,
    (v) => set({ padding: v }));
  const flip = checkbox(panel, "flip the kernel first (convolution in mathematics)", state.flip, (on) => set({ flip: on }));
  const relu = checkbox(panel, "ReLU: sums below zero become 0", state.relu, (on) => set({ relu: on }));
  const colours = namedSelect(panel, "Colours of the result", [["signed", "red below 0, blue above"], ["grey", "grey: lowest is white"]],
    state.colours, (v) => set({ colours: v }));
  button(row(panel), "Start again", () => set(first));
  const told = readout.appendChild(make("div", { className: "dlx-three" }));
  const size = readout.appendChild(make("div", { className: "dlx-two" }));
  readout.append(make("div", { className: "dlx-muted" }, "Point at the result or the picture, or Tab to it and use the arrow keys "
    + "(Page Up and Down: five rows; Home: the first place)."));

  const slid = () => { // kept: pointing at another place changes no sum
    const key = JSON.stringify([state.picture, state.kernel, state.stride, state.padding, state.flip, state.relu]);
    if (key !== resultKey || unpacked !== state.pictures) [resultKey, result] = [key, slideKernel(shown(), state.kernel, state)];
    return result;
  };
  const placeNow = () => [Math.min(state.place[0], slid().rows - 1), Math.min(state.place[1], slid().columns - 1)];

  function draw(context, { width }, theme) {
    const picture = shown();
    layout = kernelLayout(width, picture);
    const [table, place] = [slid(), placeNow()];
    const ends = colourEnds(table, state.colours);
    drawKernelPictures(context, layout, paint, { picture, result: table, settings: state, place, ends,
      corner: windowCorner(picture, place, state) }, theme);
    const window = windowValues(picture, place, state);
    const weights = (state.flip ? flippedKernel(state.kernel) : state.kernel).flat();
    const products = window.map((v, i) => v * weights[i] || 0); // no −0
    const sum = products.reduce((total, v) => total + v, 0);
    const value = table.values[place[0] * table.columns + place[1]];
    const most = Math.max(1e-9, ...weights.map(Math.abs));
    drawKernelSum(context, layout, { window, weights, products, sum, value, relu: state.relu, most }, theme);
    write(picture, table, { place, window, weights, sum, value });
  }

  function write(picture, table, { place, window, weights, sum, value }) {
    headline.value = `result[${place.join(", ")}] = ${show(value)}`;
    const bracket = (w) => (w < 0 ? `(${brief(w)})` : brief(w));
    told.textContent = `${window.map((v, i) => `${show(v)} · ${bracket(weights[i])}`).join(" + ")} = ${show(sum)}`
      + `${state.relu && sum < 0 ? ", and ReLU makes it 0" : ""}`;
    const along = (pixels) => {
      const { count, before, after } = placesAlong(pixels, state.stride, state.padding);
      const zeros = before + after ? `${pixels} + ${before + after}` : `${pixels}`;
      return `(${zeros} − 3) / ${state.stride}${state.stride > 1 ? ", rounded down," : ""} + 1 = ${count}`;
    };
    const { before, after } = placesAlong(picture.rows, state.stride, state.padding);
    size.textContent = `Size of the result: ${along(picture.rows)} ${picture.rows === picture.columns ? "each way" : `rows, ${along(picture.columns)} columns`}`
      + `${before + after ? `; zeros: ${before} above, ${after} below${picture.rows === picture.columns ? ", and the same at the sides" : ""}.` : "."}`;
    canvas.setAttribute("aria-label", `Picture ${state.names[state.picture]}, ${picture.rows} by ${picture.columns}, beside the result, `
      + `${table.rows} by ${table.columns}. The window at row ${place[0]}, column ${place[1]} of the result sums to ${show(sum)}.`);
    which.value(state.picture);
    preset.value(nameOfKernel(state.kernel) ?? OWN_KERNEL);
    stride.value(state.stride);
    padding.value(state.padding);
    colours.value(state.colours);
    Object.assign(flip, { checked: state.flip });
    Object.assign(relu, { checked: state.relu });
    const typed = document.activeElement;
    inputs.forEach((input, i) => {
      const w = state.kernel[Math.floor(i / 3)][i % 3];
      if (input !== typed || (Number.isFinite(input.valueAsNumber) && input.valueAsNumber !== w)) input.value = Number(w.toPrecision(3));
    });
  }

  const go = ([r, c]) => {
    const [rows, columns] = [slid().rows, slid().columns];
    const place = [Math.max(0, Math.min(rows - 1, r)), Math.max(0, Math.min(columns - 1, c))];
    if (place.join() !== state.place.join()) set({ place });
  };
  const under = (x, y, room = 0) => {
    if (!layout) return null;
    const there = numberUnder(layout.result, slid(), layout.cell, x, y, room);
    if (there) return there;
    const pixel = numberUnder(layout.picture, shown(), layout.cell, x, y, room);
    return pixel && placeOver(shown(), pixel, state);
  };
  const follow = (x, y) => { const place = under(x, y, layout?.cell); if (place) go(place); };
  pointer(canvas, { pick: (x, y) => (under(x, y) ? "window" : null), hover() {}, move: (_, x, y) => follow(x, y) });
  for (const name of ["pointerdown", "pointermove"]) {
    canvas.addEventListener(name, (event) => { if (event.pointerType !== "touch" || name === "pointerdown") follow(event.offsetX, event.offsetY); });
  }
  canvas.addEventListener("pointermove", () => { canvas.style.cursor = "crosshair"; });
  canvas.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0], PageUp: [-5, 0], PageDown: [5, 0] }[event.key];
    if (way) go(placeNow().map((v, axis) => v + way[axis]));
    else if (event.key === "Home") go([0, 0]);
    else return;
    event.preventDefault();
  });
  return app.dispose;
}

export default { render };

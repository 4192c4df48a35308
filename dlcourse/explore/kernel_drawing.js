// How a kernel's work is drawn: the picture with the window framed, the result beside it with what its colours mean,
// and the sum spelled out. Nothing here touches a control; the arithmetic is in convolution.js.

import { haloText, luminance, rgb, ROLES, show, TEXT } from "./shared.js";
import { brief } from "./controls.js";
import { shadesOf, signColours } from "./netdrawing.js";
import { KERNEL_SIDE, placesAlong } from "./convolution.js";

const [SUM_CELL, SUM_LINE, SUM_SIGN, SUM_WIDTH] = [47, 27, 22, 64]; // pixels: a number's width and height, × and =, the sum
const TITLE = 24; // pixels above the pictures
const SCALE_BAR = 46; // pixels below the result for what its colours mean
const SUM_GRID = TITLE + KERNEL_SIDE * SUM_LINE;
const GREYS = { minus: "#ffffff", zero: "#808080", plus: "#000000" }; // paper and ink, in either theme

// Where everything stands on a canvas of this width; one ring of pixels around each picture is kept for zeros.
export function kernelLayout(width, picture) {
  const half = Math.floor(width / 2) - 6;
  const exact = half / (picture.columns + 2);
  const cell = exact >= 4 ? Math.floor(exact) : exact;
  const high = (picture.rows + 2) * cell;
  const top = TITLE + cell;
  const narrow = width < 3 * KERNEL_SIDE * SUM_CELL + 2 * SUM_SIGN + SUM_WIDTH;
  const sums = TITLE + high + SCALE_BAR;
  return { cell, narrow, sums, picture: [cell, top], result: [half + 12 + cell, top],
    height: sums + SUM_GRID * (narrow ? 2 : 1) + (narrow ? 10 : 0) + 8 };
}

// Keeps small pictures drawn from numbers: one pixel a number, coloured by its place between low and high.
export function numberPainter() {
  const canvas = document.createElement("canvas");
  return (context, table, [low, high], shades, [left, top], cell) => {
    const image = new ImageData(table.columns, table.rows);
    const pixels = new Uint32Array(image.data.buffer);
    const unit = 255 / (high - low || 1);
    for (let i = 0; i < pixels.length; i += 1) pixels[i] = shades[Math.min(255, Math.max(0, Math.round((table.values[i] - low) * unit)))];
    Object.assign(canvas, { width: table.columns, height: table.rows });
    canvas.getContext("2d").putImageData(image, 0, 0);
    context.imageSmoothingEnabled = false;
    context.drawImage(canvas, left, top, table.columns * cell, table.rows * cell);
  };
}

// The numbers at the two ends of the result's colours: as far below zero as above it, or from the least to the largest.
export function colourEnds({ values }, colours) {
  let [low, high] = [0, 0];
  for (const v of values) { low = Math.min(low, v); high = Math.max(high, v); }
  if (colours === "grey") return [low, high > low ? high : low + 1];
  const most = Math.max(-low, high) || 1;
  return [-most, most];
}

const outline = (context, colour, width, [left, top], rows, columns, cell) => {
  Object.assign(context, { strokeStyle: colour, lineWidth: width });
  context.strokeRect(left, top, columns * cell, rows * cell);
};

// `shown` is { picture, result, settings, place, corner, ends }.
export function drawKernelPictures(context, layout, paint, shown, theme) {
  const { picture, result, settings, place, corner, ends } = shown;
  const { cell } = layout;
  const greys = shadesOf(GREYS);
  const shades = settings.colours === "grey" ? greys : shadesOf(signColours(theme));
  Object.assign(context, { fillStyle: theme.text, textAlign: "left", textBaseline: "middle" });
  context.fillText(`picture ${picture.rows} × ${picture.columns}`, layout.picture[0], TITLE / 2);
  context.fillText(`result ${result.rows} × ${result.columns}`, layout.result[0], TITLE / 2);
  const [down, across] = [picture.rows, picture.columns].map((size) => placesAlong(size, settings.stride, settings.padding));
  if (settings.padding === "same") { // the zeros around the picture: paper behind a dashed edge
    const at = [layout.picture[0] - across.before * cell, layout.picture[1] - down.before * cell];
    const size = [picture.rows + down.before + down.after, picture.columns + across.before + across.after];
    context.fillStyle = GREYS.minus;
    context.fillRect(...at, size[1] * cell, size[0] * cell);
    context.setLineDash([4, 3]);
    outline(context, theme.rule, 1.5, at, ...size, cell);
    context.setLineDash([]);
  }
  paint(context, picture, [0, 1], greys, layout.picture, cell);
  outline(context, theme.rule, 1, layout.picture, picture.rows, picture.columns, cell);
  paint(context, result, ends, shades, layout.result, cell);
  outline(context, theme.rule, 1, layout.result, result.rows, result.columns, cell);
  const frame = (origin, [row, column], side) => {
    const at = [origin[0] + column * cell, origin[1] + row * cell];
    outline(context, theme.background, 5, at, side, side, cell);
    outline(context, ROLES.validation, 2.5, at, side, side, cell);
  };
  frame(layout.picture, corner, KERNEL_SIDE);
  frame(layout.result, place, 1);
  drawScale(context, layout, shades, ends, picture, theme);
}

// What the colours of the result mean: a bar from the lowest to the highest, with both numbers, and zero.
function drawScale(context, { cell, result }, shades, [low, high], picture, theme) {
  const [left, top] = [result[0], result[1] + picture.rows * cell + cell + 6];
  const wide = picture.columns * cell;
  const at = (v) => left + ((v - low) / (high - low)) * wide;
  for (let x = 0; x < wide; x += 1) {
    const pixel = shades[Math.round((255 * x) / wide)];
    context.fillStyle = `rgb(${pixel & 255}, ${(pixel >> 8) & 255}, ${(pixel >> 16) & 255})`;
    context.fillRect(left + x, top, 1.5, 10);
  }
  outline(context, theme.rule, 1, [left, top], 1, wide / 10, 10);
  context.fillStyle = theme.text;
  const words = [[low, "left"], [high, "right"]];
  if (low < 0 && high > 0 && Math.min(at(0) - left, left + wide - at(0)) > 52) words.push([0, "center"]);
  for (const [v, textAlign] of words) {
    context.textAlign = textAlign;
    context.fillText(brief(v), at(v), top + 10 + TEXT * 0.8);
  }
}

const inFew = (v) => (Math.abs(v) < 99.5 ? show(v) : brief(v));

// Window × kernel = products, and their sum: in one row, or in two where there is no room.
export function drawKernelSum(context, layout, { window, weights, products, sum, value, relu, most }, theme) {
  const wide = KERNEL_SIDE * SUM_CELL;
  const signed = signColours(theme);
  const shade = (colours, share) => {
    const pixel = shadesOf(colours)[Math.min(255, Math.max(0, Math.round(255 * share)))];
    return `rgb(${pixel & 255}, ${(pixel >> 8) & 255}, ${(pixel >> 16) & 255})`;
  };
  const middle = (top) => top + TITLE + (KERNEL_SIDE * SUM_LINE) / 2;
  const grid = (left, top, title, values, text, fill) => {
    context.fillStyle = theme.text;
    context.fillText(title, left + wide / 2, top + TITLE / 2);
    values.forEach((v, i) => {
      const [x, y] = [left + (i % KERNEL_SIDE) * SUM_CELL, top + TITLE + Math.floor(i / KERNEL_SIDE) * SUM_LINE];
      context.fillStyle = fill(v);
      context.fillRect(x, y, SUM_CELL, SUM_LINE);
      context.strokeRect(x, y, SUM_CELL, SUM_LINE);
      context.fillStyle = luminance(fill(v)) > 0.18 ? "#000000" : "#ffffff";
      context.fillText(text(v), x + SUM_CELL / 2, y + SUM_LINE / 2 + 1);
    });
  };
  const sign = (text, left, top) => { context.fillStyle = theme.text; context.fillText(text, left + SUM_SIGN / 2, middle(top)); };
  Object.assign(context, { textAlign: "center", textBaseline: "middle", strokeStyle: theme.rule, lineWidth: 1 });
  const left = layout.narrow ? Math.max(0, layout.picture[0] - layout.cell) : 1;
  const second = layout.narrow ? [left, layout.sums + SUM_GRID + 10] : [left + 2 * (wide + SUM_SIGN), layout.sums];
  grid(left, layout.sums, "picture", window, inFew, (v) => shade(GREYS, v));
  sign("×", left + wide, layout.sums);
  grid(left + wide + SUM_SIGN, layout.sums, "kernel", weights, brief, () => theme.background);
  sign("=", left + 2 * wide + SUM_SIGN, layout.sums);
  grid(...second, "products", products, inFew, (v) => shade(signed, 0.5 + v / (2 * most)));
  context.textAlign = "left";
  const x = second[0] + wide + 8;
  const lines = [["sum", ""], [inFew(sum), "bold "], ...(relu ? [["ReLU", ""], [inFew(value), "bold "]] : [])];
  const font = context.font;
  lines.forEach(([text, weight], i) => {
    context.font = weight + font;
    haloText(context, text, x, middle(second[1]) + (i - (lines.length - 1) / 2) * 1.3 * TEXT, theme);
  });
  context.font = font;
}

// Which number of a table stands under a pixel of the canvas, or null. `room` pixels around it count too.
export function numberUnder([left, top], table, cell, x, y, room = 0) {
  if (x < left - room || y < top - room || x > left + table.columns * cell + room || y > top + table.rows * cell + room) return null;
  const held = (v, count) => Math.min(count - 1, Math.max(0, Math.floor(v / cell)));
  return [held(y - top, table.rows), held(x - left, table.columns)];
}

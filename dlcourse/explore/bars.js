// Bars for what a network says of each class, and its share in words. Explorers of digits draw them.

import { CLASSES } from "./shared.js";

export const percent = (share) => (share > 0.9995 ? "over 99.9 %" : `${share >= 0.995 ? (100 * share).toFixed(1) : Math.round(100 * share)} %`);

// One horizontal bar a class, from the top; the longest is coloured, each has its share written behind it.
export function drawBars(context, said, best, { left, right, top, height }, theme) {
  const [step, full] = [height / said.length, right - left - context.measureText("over 99.9 %").width - 8];
  context.textBaseline = "middle";
  said.forEach((share, digit) => {
    const middle = top + (digit + 0.5) * step;
    context.fillStyle = digit === best ? CLASSES[0] : theme.grid;
    context.strokeStyle = theme.outline;
    context.lineWidth = 1;
    context.fillRect(left, middle - 0.34 * step, full * share, 0.68 * step);
    context.strokeRect(left, middle - 0.34 * step, full * share, 0.68 * step);
    context.fillStyle = theme.text;
    context.textAlign = "right";
    context.fillText(`${digit}`, left - 8, middle);
    context.textAlign = "left";
    if (share >= 0.005) context.fillText(percent(share), left + full * share + 6, middle);
  });
}

// A picture of side x side numbers from 0 (paper) to 255 (ink). Paper is white in either theme, as in the figures.
export function drawPixels(context, pixels, { left, top, cell }, theme) {
  const side = Math.sqrt(pixels.length);
  context.fillStyle = "#ffffff";
  context.fillRect(left, top, cell * side, cell * side);
  pixels.forEach((value, i) => {
    if (!value) return;
    const grey = 255 - value;
    context.fillStyle = `rgb(${grey}, ${grey}, ${grey})`;
    context.fillRect(left + (i % side) * cell, top + Math.floor(i / side) * cell, cell, cell);
  });
  context.strokeStyle = theme.rule;
  context.lineWidth = 1;
  context.strokeRect(left - 0.5, top - 0.5, cell * side + 1, cell * side + 1);
}

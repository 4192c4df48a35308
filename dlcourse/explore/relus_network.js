// A sum of ReLUs as the network that it is: x above, a row of hidden units, y below. Only drawn here.

import { drawMarker, markerPath, ROLES } from "./drawing.js";

export const NET = 128; // pixels of height
const R = 11; // of a unit, with its number in it
const INK = "#1a1a1a"; // on a filled unit, in either theme
const LABELS = 430; // pixels of width from which the rows' names have room

// A unit with its number; the chosen one filled in the weights' colour.
export function drawUnit(context, i, chosen, x, y, theme) {
  drawMarker(context, new Path2D(markerPath("o", R)), x, y, i === chosen ? ROLES.weights : theme.background, theme);
  context.fillStyle = i === chosen ? INK : theme.text;
  Object.assign(context, { textAlign: "center", textBaseline: "middle" });
  context.fillText(i + 1, x, y + 1);
}

// The whole network from `top` on; lines to y are as wide as the slopes are steep, dashed where they lead down. Returns
// where each hidden unit stands.
export function drawRow(context, { width, top, slopes, chosen }, theme) {
  const [left, right] = [width > LABELS ? 120 : 14, width - 14];
  const middle = (left + right) / 2;
  const [yIn, yHidden, yOut] = [14, 63, 112].map((y) => top + y);
  const nodes = slopes.map((_, i) => [left + ((right - left) * (i + 0.5)) / slopes.length, yHidden]);
  const line = (from, to, lineWidth, dash) => {
    context.lineWidth = lineWidth;
    context.setLineDash(dash);
    context.beginPath();
    context.moveTo(...from);
    context.lineTo(...to);
    context.stroke();
  };
  nodes.forEach((node, i) => {
    context.strokeStyle = i === chosen ? ROLES.weights : theme.rule;
    line([middle, yIn], node, 1.5, []);
    line(node, [middle, yOut], 0.75 + Math.min(6, 2 * Math.abs(slopes[i])), slopes[i] < 0 ? [5, 4] : []);
  });
  context.setLineDash([]);
  nodes.forEach(([x, y], i) => drawUnit(context, i, chosen, x, y, theme));
  for (const [y, letter, fill] of [[yIn, "x", ROLES.inputs], [yOut, "y", ROLES.activations]]) {
    drawMarker(context, new Path2D(markerPath("o", R)), middle, y, fill, theme);
    context.fillStyle = INK;
    context.fillText(letter, middle, y);
  }
  if (width > LABELS) {
    Object.assign(context, { textAlign: "left", fillStyle: theme.muted });
    [[yIn, "input"], [yHidden, "hidden layer"], [yOut, "output"]].forEach(([y, word]) => context.fillText(word, 4, y));
  }
  return nodes;
}

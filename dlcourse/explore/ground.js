// A loss of two weights as a picture to roll on: shaded by height, with lines of equal loss. Drawn once for a surface,
// a size and a theme, and kept.

import { rgb } from "./drawing.js";
import { equalLines, lossGrid } from "./surfaces.js";

const CIVIDIS = ["#00224e", "#35456c", "#666970", "#948e77", "#c8b866", "#fee838"]; // matplotlib's, every fifth
const LEVELS = 13;
const SHADE = 0.4; // how much of the colour is mixed into the page's own background
const CELL = 4; // pixels of the canvas

const even = (count, [low, high]) => Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));

function shadeOf(share, background) {
  const place = Math.min(CIVIDIS.length - 1.001, Math.max(0, share) * (CIVIDIS.length - 1));
  const [a, b] = [rgb(CIVIDIS[Math.floor(place)]), rgb(CIVIDIS[Math.floor(place) + 1])];
  return background.map((v, i) => v + SHADE * (a[i] + (place % 1) * (b[i] - a[i]) - v));
}

// Returns `draw(context, view, surface, theme)`, which keeps the last ground it drew.
export function groundKeeper() {
  let [key, kept] = ["", null];
  return function draw(context, view, surface, theme) {
    const { left, right, top, bottom } = view.box;
    const dots = context.getTransform().a;
    const wanted = [surface, right - left, bottom - top, dots, theme.background].join();
    if (wanted !== key) [key, kept] = [wanted, paint(view, surface, theme, dots)];
    context.drawImage(kept, left, top, right - left, bottom - top);
  };
}

function paint(view, surface, theme, dots) {
  const [wide, high] = [view.box.right - view.box.left, view.box.bottom - view.box.top];
  const [columns, rows] = [wide, high].map((length) => Math.round(length / CELL) + 1);
  const [xs, ys] = [even(columns, view.x.range), even(rows, [view.y.range[1], view.y.range[0]])];
  const grid = lossGrid(surface, xs, ys);
  const background = rgb(theme.background);
  const table = even(256, [0, 1]).map((share) => shadeOf(share, background));
  const small = new ImageData(columns, rows);
  grid.values.forEach((v, i) => {
    const share = Math.sqrt((v - grid.low) / (grid.high - grid.low)); // more shades near the bottom
    small.data.set([...table[Math.round(255 * share)], 255], 4 * i);
  });
  const tile = Object.assign(document.createElement("canvas"), { width: columns, height: rows });
  tile.getContext("2d").putImageData(small, 0, 0);
  const ground = Object.assign(document.createElement("canvas"), { width: Math.round(wide * dots), height: Math.round(high * dots) });
  const context = ground.getContext("2d");
  context.scale(ground.width / (columns - 1), ground.height / (rows - 1));
  context.imageSmoothingQuality = "high";
  context.drawImage(tile, 0.5, 0.5, columns - 1, rows - 1, 0, 0, columns - 1, rows - 1);
  context.beginPath();
  for (let k = 1; k < LEVELS; k += 1) {
    const level = grid.low + (grid.high - grid.low) * (k / LEVELS) ** 2;
    for (const [a, b, c, d] of equalLines(grid.values, columns, level)) {
      context.moveTo(a, b);
      context.lineTo(c, d);
    }
  }
  context.setTransform(1, 0, 0, 1, 0, 0);
  Object.assign(context, { strokeStyle: theme.rule, lineWidth: dots });
  context.stroke();
  return ground;
}

// How a small network is drawn: a column of units for each layer, every unit showing what it makes of the plane, a line
// for every weight, and the plane itself, large. The arithmetic is in network.js.

import { CLASSES, drawMarker, MARKERS, markerPath, rgb, TEXT, tint } from "./shared.js";
import { inBox } from "./controls.js";

export const FINE = 44; // places along each side of a surface
// The ends and the middle of RdBu, lighter where the page is dark: red below zero, blue above.
const SIGNED = {
  light: { minus: "#b2182b", zero: "#f7f7f7", plus: "#2166ac" },
  dark: { minus: "#ef8a62", zero: "#1d1d1d", plus: "#67a9cf" },
};

export const signColours = (theme) => SIGNED[theme.name];
// How strongly the plane is shaded by the network's output: from class 0 over the page's own ground to class 1.
const classColours = (theme) => ({
  minus: tint(CLASSES[0], theme.background, 0.55), zero: theme.background, plus: tint(CLASSES[1], theme.background, 0.55),
});

const shades = new Map();
export function shadesOf({ minus, zero, plus }) { // 256 colours as the pixels of an ImageData
  const key = [minus, zero, plus].join();
  if (!shades.has(key)) {
    shades.set(key, Uint32Array.from({ length: 256 }, (_, i) => {
      const share = Math.abs(i - 127.5) / 127.5;
      const [r, g, b] = rgb(tint(i < 127.5 ? minus : plus, zero, share));
      return ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;
    }));
  }
  return shades.get(key);
}

// A picture of FINE × FINE pixels for every input and every unit, one below the other. `paint` is given the tables that
// lie in the network ([inputs, outputs of layer 0, ...], a row for each place) and how many columns each has.
export function unitPictures() {
  const sheet = document.createElement("canvas");
  const context = sheet.getContext("2d", { willReadFrequently: true });
  let image = null;
  const paint = (tables, counts, network, theme) => {
    const all = counts.reduce((sum, count) => sum + count, 0);
    if (image?.height !== all * FINE) {
      Object.assign(sheet, { width: FINE, height: all * FINE });
      image = context.createImageData(FINE, all * FINE);
    }
    const dots = new Uint32Array(image.data.buffer);
    const places = FINE * FINE;
    let k = 0;
    tables.forEach((table, t) => {
      const [count, squash, last] = [counts[t], t ? network[t - 1].activation : "linear", t === tables.length - 1];
      const colours = shadesOf(last ? classColours(theme) : SIGNED[theme.name]);
      for (let j = 0; j < count; j += 1, k += 1) {
        let most = squash === "tanh" || squash === "sigmoid" ? 1 : 0;
        if (!most) for (let i = 0; i < places; i += 1) most = Math.max(most, Math.abs(table[i * count + j]));
        const [scale, shift] = last ? [255, 0] : [127.5 / (most || 1), 127.5]; // the output is a probability
        for (let i = 0; i < places; i += 1) {
          const shade = table[i * count + j] * scale + shift;
          dots[k * places + i] = colours[shade > 0 ? Math.min(255, shade | 0) : 0]; // not a number is the lowest
        }
      }
    });
    context.putImageData(image, 0, 0);
  };
  const put = (target, k, x, y, width, height) => target.drawImage(sheet, 0, k * FINE, FINE, FINE, x, y, width, height);
  return { paint, put };
}

// ---------------------------------------------------------------- the network

// Where each input and unit goes in a box {left, top, right, bottom}: [{layer, unit, x, y, size}], layer −1 the inputs.
export function placeUnits(box, counts) {
  const step = (box.right - box.left) / Math.max(1, counts.length - 1);
  const room = (box.bottom - box.top) / Math.max(...counts);
  const size = Math.min(46, 0.62 * step, room - 5);
  const pitch = Math.min(room, size + 22);
  const [first, across] = [box.left + size / 2, (box.right - box.left - size) / Math.max(1, counts.length - 1)];
  return counts.flatMap((count, t) => Array.from({ length: count }, (_, unit) => ({
    layer: t - 1, unit, size, x: first + t * across, y: (box.top + box.bottom) / 2 + (unit - (count - 1) / 2) * pitch,
  })));
}

export function drawNetwork(context, places, network, pictures, chosen, theme) {
  const columns = network.map((_, l) => [places.filter((p) => p.layer === l - 1), places.filter((p) => p.layer === l)]);
  const most = Math.max(1e-9, ...network.map(({ weights }) => weights.reduce((top, w) => Math.max(top, Math.abs(w)), 0)));
  const colours = SIGNED[theme.name];
  columns.forEach(([from, to], l) => from.forEach((a, i) => to.forEach((b, j) => {
    const weight = network[l].weights[i * to.length + j];
    context.strokeStyle = weight < 0 ? colours.minus : colours.plus;
    context.lineWidth = 0.6 + 5 * Math.min(1, Math.abs(weight) / most);
    context.setLineDash(weight < 0 ? [6, 4] : []);
    context.beginPath();
    context.moveTo(a.x + a.size / 2, a.y);
    context.lineTo(b.x - b.size / 2, b.y);
    context.stroke();
  })));
  context.setLineDash([]);
  places.forEach((p, k) => {
    const corner = [p.x - p.size / 2, p.y - p.size / 2];
    pictures.put(context, k, ...corner, p.size, p.size);
    context.strokeStyle = k === chosen ? theme.text : theme.rule;
    context.lineWidth = k === chosen ? 4 : 1.25;
    context.strokeRect(...corner, p.size, p.size);
  });
}

// Words over or under the columns; where they would touch, every second one goes a line further out (`way` 1: down).
export function drawColumnWords(context, places, words, y, way) {
  const xs = words.map((_, t) => places.find((p) => p.layer === t - 1)?.x ?? 0);
  const halves = words.map((word) => context.measureText(word).width / 2 + 3);
  const touch = xs.some((x, t) => t && x - halves[t] < xs[t - 1] + halves[t - 1]);
  context.textAlign = "center";
  context.textBaseline = "middle";
  words.forEach((word, t) => {
    const right = context.canvas.clientWidth - halves[t];
    context.fillText(word, Math.min(right, Math.max(halves[t], xs[t])), y + (touch && t % 2 ? way * (TEXT + 3) : 0));
  });
}

// The unit under a place of the canvas, or null.
export function unitAt(places, x, y) {
  const k = places.findIndex((p) => Math.abs(p.x - x) <= p.size / 2 + 2 && Math.abs(p.y - y) <= p.size / 2 + 2);
  return k < 0 ? null : k;
}

export function unitName(network, { layer, unit }, inputs) {
  if (layer < 0) return `Input ${inputs[unit]}`;
  return layer === network.length - 1 ? "The output" : `Unit ${unit + 1} of hidden layer ${layer + 1}`;
}

// ---------------------------------------------------------------- the plane

// One unit's picture over the whole plane, and the line where its value passes `level` (null: no line).
export function drawSurface(context, view, pictures, k, table, count, unit, level, theme) {
  const { left, top, right, bottom } = view.box;
  const [wide, high] = [(right - left) / (FINE - 1), (bottom - top) / (FINE - 1)];
  inBox(context, view, () => {
    context.imageSmoothingQuality = "high";
    pictures.put(context, k, left - wide / 2, top - high / 2, wide * FINE, high * FINE);
    if (level === null) return;
    context.strokeStyle = theme.text;
    context.lineWidth = 2.5;
    context.stroke(levelLine(table, count, unit, level, (column, line) => [left + column * wide, top + line * high]));
  });
}

// The line where a table's column passes a level, as a path: each square of four places is crossed from side to side.
export function levelLine(table, count, unit, level, pixel, path = new Path2D()) {
  const at = (column, line) => table[(line * FINE + column) * count + unit] - level;
  for (let line = 0; line + 1 < FINE; line += 1) {
    for (let column = 0; column + 1 < FINE; column += 1) {
      const [a, b, c, d] = [at(column, line), at(column + 1, line), at(column + 1, line + 1), at(column, line + 1)];
      const above = (a > 0) + (b > 0) + (c > 0) + (d > 0);
      if (above === 0 || above === 4) continue;
      const ends = [];
      if (a > 0 !== b > 0) ends.push([column + a / (a - b), line]);
      if (b > 0 !== c > 0) ends.push([column + 1, line + b / (b - c)]);
      if (c > 0 !== d > 0) ends.push([column + 1 - c / (c - d), line + 1]);
      if (d > 0 !== a > 0) ends.push([column, line + 1 - d / (d - a)]);
      for (let e = 0; e + 1 < ends.length; e += 2) {
        path.moveTo(...pixel(...ends[e]));
        path.lineTo(...pixel(...ends[e + 1]));
      }
    }
  }
  return path;
}

// The level at which a unit changes its mind: half for what lies between 0 and 1, zero else; none for inputs and ReLU.
export const turningLevel = (activation) => ({ sigmoid: 0.5, tanh: 0, linear: 0 }[activation] ?? null);

export function drawExamples(context, view, points, labels, theme, r = 4.5) {
  const paths = [0, 1].map((k) => new Path2D(markerPath(MARKERS[k], r)));
  points.forEach((point, i) => drawMarker(context, paths[labels[i]], ...view.pixel(point), CLASSES[labels[i]], theme));
}

// How far a plane reaches around points: some room on every side.
export function reachOf(points) {
  return [0, 1].map((axis) => {
    const [low, high] = points.reduce(([a, b], p) => [Math.min(a, p[axis]), Math.max(b, p[axis])], [Infinity, -Infinity]);
    const room = 0.1 * (high - low) || 1;
    return [low - room, high + room];
  });
}

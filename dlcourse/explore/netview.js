// The picture of a training: the network, beside it the plane with its points, below both the curve of the loss if it is
// wanted; and how a unit is chosen in it. It draws and changes nothing. What stays the same from frame to frame (points,
// places to compute) is kept.

import { drawAxes, drawMarker, CLASSES, make, MARKERS, markerPath, plane, pointer, ROLES } from "./shared.js";
import { inBox } from "./controls.js";
import { forwardPass, newRoom } from "./network.js";
import { featureTable, gridPoints } from "./points.js";
import { drawColumnWords, drawExamples, drawNetwork, drawSurface, FINE, placeUnits, reachOf, turningLevel, unitAt,
  unitPictures } from "./netdrawing.js";

const WIDE = 620; // CSS pixels: from here on the plane stands beside the network, not below it
const [PLANE, NETWORK] = [372, 300]; // heights of the plane where it stands beside, of the network where it stands above
export const CURVE = 150; // height of the curve of the loss

// `curve` is the height kept for the curve of the loss (0: none), `words` the room for words below the network.
export const netShape = (curve, words) => (width) =>
  (width >= WIDE ? PLANE + curve : NETWORK + words + 0.95 * width + curve) / width;

export function netView(curve, words) {
  const pictures = unitPictures();
  const layer = document.createElement("canvas"); // the points, drawn once
  let [places, view, offset, fine, room, layerOf] = [[], null, [0, 0], null, null, {}];

  // `shown` is the place of the unit whose picture fills the plane (null: the output), `marked` a training point to
  // ring or −1, `tests` whether the test points are drawn, `below` words for each column, `cross` a place of the plane.
  function draw(context, { width, height }, theme, { trainer, inputs, scaling, names, shown, marked = -1, tests = false, below, cross }) {
    const { network, counts } = trainer;
    const wide = width >= WIDE;
    const share = wide ? Math.round(0.52 * width) : width;
    const end = wide ? PLANE : NETWORK + words; // where the network's part of the picture ends
    offset = wide ? [share, 0] : [0, end];
    const [planeWidth, planeHeight] = [width - offset[0], wide ? PLANE : height - end - curve];
    const points = trainer.train.points;
    view = plane(planeWidth, planeHeight, ...reachOf(points), scaling.scale[0] === 1 && scaling.scale[1] === 1);
    if (fine?.trainer !== trainer || fine.key !== [...view.x.range, ...view.y.range].join()) {
      const where = gridPoints(FINE, view.x.range, view.y.range);
      fine = { trainer, key: [...view.x.range, ...view.y.range].join(), x: featureTable(where, inputs, scaling) };
      room = newRoom(network, FINE * FINE);
    }
    forwardPass(network, fine.x, FINE * FINE, room);
    const tables = [fine.x, ...room.outputs];
    pictures.paint(tables, counts, network, theme);

    places = placeUnits({ left: 62, right: share - (wide ? 26 : 6), top: 50, bottom: end - words - 12 }, counts);
    const k = shown ?? places.length - 1;
    drawNetwork(context, places, network, pictures, k, theme);
    context.fillStyle = theme.text;
    drawColumnWords(context, places, ["inputs", ...network.slice(1).map((_, l) => `hidden ${l + 1}`), "output"], 30, -1);
    if (below) drawColumnWords(context, places, below, end - words + 6, 1);
    context.textAlign = "right";
    places.filter((p) => p.layer < 0).forEach((p) => context.fillText(inputs[p.unit], p.x - p.size / 2 - 6, p.y));

    context.save();
    context.translate(...offset);
    const at = places[k];
    const level = at.layer < 0 ? null : turningLevel(network[at.layer].activation);
    drawSurface(context, view, pictures, k, tables[at.layer + 1], counts[at.layer + 1], at.unit, level, theme);
    drawAxes(context, view, names, theme);
    drawPointsOnce(context, planeWidth, planeHeight, theme, trainer, tests);
    if (marked >= 0) ring(context, trainer.train, marked, theme);
    if (cross) drawCross(context, view.pixel(cross), theme);
    context.restore();

    if (!curve) return;
    context.save();
    context.translate(0, height - curve);
    drawLosses(context, width, curve, theme, trainer.history);
    context.restore();
  }

  function ring(context, { points, labels }, i, theme) {
    const [x, y] = view.pixel(points[i]);
    drawMarker(context, new Path2D(markerPath(MARKERS[labels[i]], 7)), x, y, CLASSES[labels[i]], theme);
    context.strokeStyle = theme.text;
    context.lineWidth = 3;
    context.beginPath();
    context.arc(x, y, 12, 0, 2 * Math.PI);
    context.stroke();
  }

  function drawPointsOnce(context, width, height, theme, trainer, tests) {
    const dots = context.getTransform().a;
    const key = [width, height, dots, theme.background, tests, ...view.x.range, ...view.y.range].join();
    if (layerOf.trainer !== trainer || layerOf.key !== key) {
      layerOf = { trainer, key };
      Object.assign(layer, { width: Math.round(width * dots), height: Math.round(height * dots) });
      const on = layer.getContext("2d");
      on.setTransform(dots, 0, 0, dots, 0, 0);
      if (tests) drawExamples(on, view, trainer.test.points, trainer.test.labels, theme, 2.6);
      drawExamples(on, view, trainer.train.points, trainer.train.labels, theme, trainer.train.points.length > 200 ? 4 : 5);
    }
    context.drawImage(layer, 0, 0, width, height);
  }

  const near = (x, y, point) => { // how far a place of the canvas is from a point of the plane, in pixels
    const [px, py] = view.pixel(point);
    return Math.hypot(px + offset[0] - x, py + offset[1] - y);
  };
  const onPlane = (x, y) => { // the point of the plane at a place of the canvas, or null
    const [px, py, { left, right, top, bottom }] = [x - offset[0], y - offset[1], view.box];
    return px >= left && px <= right && py >= top && py <= bottom ? view.data(px, py) : null;
  };
  const held = (x, y) => view.data(x - offset[0], y - offset[1]); // the same, held inside the plane
  return { draw, near, onPlane, held, places: () => places, plane: () => view };
}

// Units are chosen by pointing (as long as the hand is there), by a click (to stay), and by Page Up and Down. What
// else is done on the canvas goes on to `pick`, `move`, `click(x, y)` and `key(event)`, which says whether it was for it.
export function chooseUnits({ canvas, redraw }, view, { pick = () => null, move = () => {}, click, key }) {
  let [chosen, hovered] = [null, null];
  const look = (k) => { if (k !== hovered) { hovered = k; redraw(); } };
  pointer(canvas, {
    pick: (x, y, reach) => // a finger that begins on a unit may scroll; a tap arrives as a click
      (reach < 20 ? unitAt(view.places(), x, y) : null) ?? pick(x, y, reach),
    hover: (what) => look(typeof what === "number" ? what : null),
    move,
  });
  canvas.addEventListener("pointerleave", () => look(null));
  canvas.addEventListener("click", (event) => {
    const box = canvas.getBoundingClientRect();
    const at = [event.clientX - box.left, event.clientY - box.top];
    const unit = unitAt(view.places(), ...at);
    if (unit === null) click(...at);
    else chosen = unit;
    redraw();
  });
  canvas.addEventListener("keydown", (event) => {
    const [turn, count] = [{ PageUp: -1, PageDown: 1 }[event.key], view.places().length];
    if (turn) [chosen, hovered] = [((chosen ?? count - 1) + turn + count) % count, null];
    else if (!key(event)) return;
    redraw();
    event.preventDefault();
  });
  return { shown: () => hovered ?? chosen, forget: () => { [chosen, hovered] = [null, null]; } };
}

// A table on the page: a line of headings, and lines of texts.
export const textTable = (headings, lines) => {
  const line = (texts, tag) => make("tr", {}, ...texts.map((text) => make(tag, tag === "th" ? { scope: "col" } : {}, text)));
  return make("table", { className: "dlx-table" }, make("thead", {}, line(headings, "th")),
    make("tbody", {}, ...lines.map((texts) => line(texts, "td"))));
};

function drawCross(context, [x, y], theme) {
  for (const [colour, thick] of [[theme.background, 6], [theme.text, 2.5]]) {
    context.strokeStyle = colour;
    context.lineWidth = thick;
    context.beginPath();
    for (const [dx, dy] of [[9, 0], [0, 9]]) { context.moveTo(x - dx, y - dy); context.lineTo(x + dx, y + dy); }
    context.stroke();
  }
}

// The loss on training and test points over the epochs: a solid and a dashed line, named at their ends.
function drawLosses(context, width, height, theme, history) {
  const last = Math.max(1, history.at(-1)?.[0] ?? 1);
  const top = Math.max(0.75, ...history.map(([, train, test]) => Math.max(train, test)));
  const view = plane(width, height, [0, last], [0, Math.min(top, 20)], false);
  drawAxes(context, view, ["epochs", "loss"], theme);
  context.textAlign = "left";
  context.textBaseline = "middle";
  [["training", ROLES.training, [], 0], ["test", theme.text, [6, 4], 1]].forEach(([name, colour, dash, which]) => {
    const x = 120 + 130 * which;
    context.strokeStyle = colour;
    context.lineWidth = 2.5;
    context.setLineDash(dash);
    context.beginPath();
    context.moveTo(x - 34, 12);
    context.lineTo(x - 8, 12);
    context.stroke();
    context.fillStyle = theme.text;
    context.fillText(name, x, 12);
    inBox(context, view, () => {
      context.beginPath();
      history.forEach((entry) => context.lineTo(view.x.to(entry[0]), view.y.to(Math.min(1e6, entry[which + 1]))));
      context.stroke();
    });
  });
  context.setLineDash([]);
}

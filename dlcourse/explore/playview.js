// The playground's picture: the network, the plane with its points, the curve of the loss. It is given a training and
// draws it; it changes nothing. What stays the same from frame to frame (points, places to compute) is kept.

import { drawAxes, drawMarker, CLASSES, MARKERS, markerPath, plane, ROLES } from "./shared.js";
import { inBox } from "./controls.js";
import { forwardPass, newRoom } from "./network.js";
import { featureTable, gridPoints } from "./points.js";
import { drawColumnWords, drawExamples, drawNetwork, drawSurface, FINE, placeUnits, reachOf, turningLevel,
  unitPictures } from "./netdrawing.js";

const WIDE = 620; // CSS pixels: from here on the plane stands beside the network, not below it
const CURVE = 150; // height of the curve of the loss
const NETWORK = 300;
const PLANE = 372;

export const playShape = (width) => (width >= WIDE ? PLANE + CURVE : NETWORK + 0.95 * width + CURVE) / width;

export function playView() {
  const pictures = unitPictures();
  const layer = document.createElement("canvas"); // the points, drawn once
  let [places, view, offset, fine, room, layerOf] = [[], null, [0, 0], null, null, ""];

  // `shown` is the place of the unit whose picture fills the plane (null: the output), `marked` a point to ring or −1.
  function draw(context, { width, height }, theme, { trainer, inputs, scaling, names, shown, marked, tests }) {
    const { network, counts } = trainer;
    const wide = width >= WIDE;
    const share = wide ? Math.round(0.52 * width) : width;
    offset = wide ? [share, 0] : [0, NETWORK];
    const [planeWidth, planeHeight] = [width - offset[0], wide ? PLANE : height - NETWORK - CURVE];
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

    places = placeUnits({ left: 62, right: share - (wide ? 26 : 6), top: 50, bottom: (wide ? PLANE : NETWORK) - 12 }, counts);
    const k = shown ?? places.length - 1;
    drawNetwork(context, places, network, pictures, k, theme);
    context.fillStyle = theme.text;
    drawColumnWords(context, places, ["inputs", ...network.slice(1).map((_, l) => `hidden ${l + 1}`), "output"], 30, -1);
    context.textAlign = "right";
    places.filter((p) => p.layer < 0).forEach((p) => context.fillText(inputs[p.unit], p.x - p.size / 2 - 6, p.y));

    context.save();
    context.translate(...offset);
    const at = places[k];
    const level = at.layer < 0 ? null : turningLevel(network[at.layer].activation);
    drawSurface(context, view, pictures, k, tables[at.layer + 1], counts[at.layer + 1], at.unit, level, theme);
    drawAxes(context, view, names, theme);
    drawPointsOnce(context, planeWidth, planeHeight, theme, trainer, tests);
    if (marked >= 0) {
      const [x, y] = view.pixel(points[marked]);
      drawMarker(context, new Path2D(markerPath(MARKERS[trainer.train.labels[marked]], 7)), x, y, CLASSES[trainer.train.labels[marked]], theme);
      context.strokeStyle = theme.text;
      context.lineWidth = 3;
      context.beginPath();
      context.arc(x, y, 12, 0, 2 * Math.PI);
      context.stroke();
    }
    context.restore();

    context.save();
    context.translate(0, height - CURVE);
    drawLosses(context, width, theme, trainer.history);
    context.restore();
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
      drawExamples(on, view, trainer.train.points, trainer.train.labels, theme, trainer.train.points.length > 100 ? 4 : 5.5);
    }
    context.drawImage(layer, 0, 0, width, height);
  }

  const pointAt = (x, y, trainer) => { // the training point nearest to a place of the canvas, and how far it is
    const distances = trainer.train.points.map((point) => {
      const [px, py] = view.pixel(point);
      return Math.hypot(px + offset[0] - x, py + offset[1] - y);
    });
    const nearest = distances.indexOf(Math.min(...distances));
    return [nearest, distances[nearest]];
  };
  return { draw, pointAt, places: () => places };
}

// The loss on training and test points over the epochs: a solid and a dashed line, named at their ends.
function drawLosses(context, width, theme, history) {
  const last = Math.max(1, history.at(-1)?.[0] ?? 1);
  const top = Math.max(0.75, ...history.map(([, train, test]) => Math.max(train, test)));
  const view = plane(width, CURVE, [0, last], [0, Math.min(top, 20)], false);
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

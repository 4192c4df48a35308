// A computation graph on a canvas: where boxes and edges go, to the right where the page is wide enough, else downwards;
// and how they look. plots/graph.py draws the same picture in matplotlib; the layers and places come from Python.

import { ROLES, tint } from "./drawing.js";

const GRAPH_ROW = 22; // pixels for a line of a box
const GRAPH_HEIGHT = 3 * GRAPH_ROW + 4;
const GRAPH_EDGE = 7; // pixels left free around the graph
const GRAPH_GAP = 44; // pixels between two layers
const GRAPH_SPACE = 12; // pixels between two boxes of a layer
const GRAPH_WORDS = ["gradient ", "grad "]; // the second where the first is too long for the page

// Where everything goes in a page of that width: { down, size, word, box, centre(node), route(edge) }.
export function graphFrame({ nodes, extent: [layers, places] }, page, measure) {
  const titles = Math.max(...nodes.map(({ title }) => measure(title)));
  const ways = [false, true].flatMap((down) => GRAPH_WORDS.map((word) => {
    const width = Math.ceil(Math.max(titles, measure(`${word}−0.123`)) + 10);
    const [along, beside] = down ? [GRAPH_HEIGHT, width] : [width, GRAPH_HEIGHT];
    const free = (page - 2 * GRAPH_EDGE - layers * along) / (layers - 1); // what a wide page leaves for each gap
    const gap = down ? GRAPH_GAP : Math.max(GRAPH_GAP, Math.min(2 * GRAPH_GAP, free));
    const pitch = [along + gap, beside + GRAPH_SPACE];
    const size = [layers * pitch[0] - gap + 2 * GRAPH_EDGE, places * pitch[1] - GRAPH_SPACE + 2 * GRAPH_EDGE];
    return { down, word, along, beside, pitch, size: down ? size.reverse() : size, box: [width, GRAPH_HEIGHT] };
  }));
  const found = ways.find(({ size }) => size[0] <= page + 1e-6) ?? ways.toSorted((a, b) => a.size[0] - b.size[0])[0];
  const { down, along, beside, pitch, size } = found;
  const turn = ([u, v]) => (down ? [v, u] : [u, v]);
  const aside = Math.max(0, (page - size[0]) / 2); // in the middle of a wide page
  const at = (layer, place) => {
    const [x, y] = turn([GRAPH_EDGE + along / 2 + layer * pitch[0], GRAPH_EDGE + beside / 2 + place * pitch[1]]);
    return [x + aside, y];
  };
  const moved = ([x, y], by, across = 0) => (down ? [x + across, y + by] : [x + by, y + across]);
  const centre = ({ layer, place }) => at(layer, place);
  const spread = Math.min(down ? 26 : 14, beside / 4);
  const route = ({ parent, child, port, ports, via }) => [
    moved(centre(nodes[parent]), along / 2),
    ...via.flatMap((place, k) => {
      const middle = at(nodes[parent].layer + 1 + k, place);
      return [moved(middle, -along / 2), moved(middle, along / 2)];
    }),
    moved(centre(nodes[child]), -along / 2, 2 * spread * (port - (ports - 1) / 2)),
  ];
  return { ...found, centre, route };
}

function graphPath(points, down) {
  const path = new Path2D();
  path.moveTo(...points[0]);
  points.slice(1).forEach(([x, y], k) => {
    const [from, half] = [points[k], down ? (points[k][1] + y) / 2 : (points[k][0] + x) / 2];
    if (k % 2) path.lineTo(x, y);
    else if (down) path.bezierCurveTo(from[0], half, x, half, x, y);
    else path.bezierCurveTo(half, from[1], half, y, x, y);
  });
  return path;
}

// An edge; one in use is wide, in its role's colour, and its arrow points the way the numbers go.
export function drawGraphEdge(context, { down, route }, edge, use, theme) {
  const points = route(edge);
  const path = graphPath(points, down);
  context.lineCap = "butt";
  for (const [width, colour] of use ? [[8, theme.outline], [5, ROLES[use.role]]] : [[1.6, theme.rule]]) {
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.stroke(path);
  }
  const [[x, y], way] = use?.backwards ? [points[0], -1] : [points.at(-1), 1];
  const [long, wide] = use ? [15, 9] : [9, 5];
  context.beginPath();
  for (const [u, v] of [[0, 0], [-long * way, -wide], [-long * way, wide]]) context.lineTo(...(down ? [x + v, y + u] : [x + u, y + v]));
  context.closePath();
  context.fillStyle = use ? ROLES[use.role] : theme.rule;
  context.fill();
  if (!use) return;
  context.lineWidth = 1.5;
  context.strokeStyle = theme.outline;
  context.stroke();
}

// The slope, on a card of its own at the middle of an edge's last piece.
export function drawGraphSlope(context, { route }, edge, text, theme) {
  const [a, b] = route(edge).slice(-2);
  const [x, y, width] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, context.measureText(text).width + 8];
  const card = new Path2D();
  card.roundRect(x - width / 2, y - 10, width, 20, 4);
  context.fillStyle = theme.background;
  context.fill(card);
  context.lineWidth = 1;
  context.strokeStyle = theme.outline;
  context.stroke(card);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillStyle = theme.text;
  context.fillText(text, x, y + 1);
}

// A box: { title, value, gradient, role, bold, current, chosen }; value and gradient are texts, empty if not yet known.
export function drawGraphNode(context, [x, y], [width, height], node, theme) {
  const [left, top] = [Math.round(x - width / 2), Math.round(y - height / 2)];
  const outline = new Path2D();
  outline.roundRect(left, top, width, height, 5);
  context.save();
  context.fillStyle = theme.background;
  context.fill(outline);
  context.clip(outline);
  const colours = [node.role, null, node.gradient ? "gradients" : null];
  context.textAlign = "center";
  context.textBaseline = "middle";
  const font = context.font;
  [node.title, node.value, node.gradient].forEach((text, row) => {
    const start = top + row * GRAPH_ROW + (row ? 2 : 0);
    if (colours[row]) {
      context.fillStyle = tint(ROLES[colours[row]], theme.background, 2.2 * theme.tint);
      context.fillRect(left, start, width, GRAPH_ROW + 2);
    }
    context.font = node.bold && row === 0 ? `bold ${font}` : font;
    context.fillStyle = theme.text;
    context.fillText(text, x, top + 2 + (row + 0.5) * GRAPH_ROW + 1, width - 6);
  });
  context.font = font;
  context.restore();
  context.lineWidth = node.current ? 3.5 : 1.3;
  context.strokeStyle = theme.outline;
  context.stroke(outline);
  if (!node.chosen) return;
  const ring = new Path2D();
  ring.roundRect(left - 4, top - 4, width + 8, height + 8, 8);
  context.lineWidth = 2.5;
  context.strokeStyle = theme.focus;
  context.stroke(ring);
}

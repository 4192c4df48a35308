// A threshold over probabilities: two classes as bars above and below a line, what is called which, and the mistakes
// that each threshold makes. The arithmetic is in histogram.js.

import { rangeSlider } from "./controls.js";
import { BINS, binned, countTicks, fourCounts, heightOf, threeShares, unpackSorted } from "./histogram.js";
import { checkbox, CLASSES, haloText, make, mount, plane, pointer, show, snap } from "./shared.js";

const HUNDREDTH = 0.01;
const inPercent = (share) => `${(100 * share).toFixed(1)} %`;
const written = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ","); // as the lessons write it: 4,601
const limitText = (value) => show(value, Math.abs(value * 100 - Math.round(value * 100)) < 1e-9 ? 2 : 4);

export function render({ model, el }) {
  const app = mount({ model, el, traits: ["threshold", "log", "zeros", "ones", "names"], draw,
    shape: (width) => Math.max(0.44, 280 / width) });
  const { state, set, headline, canvas, readout, panel } = app;
  const [zeros, ones] = [unpackSorted(state.zeros), unpackSorted(state.ones)];
  const bars = [binned(zeros), binned(ones)];
  const largest = Math.max(1, ...bars[0], ...bars[1]);
  const [no, yes] = state.names;
  let view = null;
  const move = (to) => set({ threshold: Math.min(1, Math.max(0, snap(to, HUNDREDTH))) });

  canvas.parentElement.parentElement.classList.add("dlx-wide");
  const slider = rangeSlider(panel, { label: `threshold, above it: ${yes}`, value: state.threshold, low: 0, high: 1, step: HUNDREDTH, text: limitText,
    change: (value) => set({ threshold: value }) });
  const logs = checkbox(panel, "heights in equal factors: 1, 10, 100 (few beside many stay visible)", state.log, (on) => set({ log: on }));
  const table = countTable(no, yes);
  readout.append(table.element);
  const told = readout.appendChild(make("div"));

  function draw(context, { width, height }, theme) {
    view = plane(width, height, [0, 1], [-1.08, 1.08], false, 62);
    const { box } = view;
    const hatch = hatching(context, theme);
    drawCounts(context, theme);
    bars.forEach((counts, kind) => {
      const way = kind ? 1 : -1;
      counts.forEach((count, i) => {
        if (!count) return;
        const edges = [i / BINS, Math.min(1, Math.max(i / BINS, state.threshold)), (i + 1) / BINS];
        edges[1] = Math.min(edges[1], edges[2]);
        [[edges[0], edges[1], 0], [edges[1], edges[2], 1]].forEach(([from, to, called]) => {
          if (to - from < 1e-9) return;
          const [left, right] = [view.x.to(from), view.x.to(to)];
          const [top, foot] = [view.y.to(way * heightOf(count, largest, state.log)), view.y.to(0)].sort((a, b) => a - b);
          const isRight = called === kind;
          context.fillStyle = isRight ? CLASSES[kind] : hatch;
          context.fillRect(left, top, right - left, foot - top);
          context.strokeStyle = isRight ? theme.outline : theme.alarm;
          context.lineWidth = isRight ? 0.5 : 1.25;
          context.strokeRect(left, top, right - left, foot - top);
        });
      });
    });
    context.strokeStyle = theme.text;
    context.lineWidth = 3;
    const at = view.x.to(state.threshold);
    line(context, [at, box.top - 6], [at, box.bottom]);
    context.fillStyle = theme.text;
    context.beginPath();
    context.arc(at, view.y.to(0), 8, 0, 2 * Math.PI);
    context.fill();
    write(context, theme);
  }

  function drawCounts(context, theme) {
    const { box } = view;
    context.strokeStyle = theme.grid;
    context.fillStyle = theme.muted;
    context.lineWidth = 1;
    context.textBaseline = "middle";
    context.textAlign = "right";
    for (const count of countTicks(largest, state.log)) for (const way of [1, -1]) {
      const y = view.y.to(way * heightOf(count, largest, state.log));
      line(context, [box.left, y], [box.right, y]);
      context.fillText(written(count), box.left - 6, y);
    }
    context.textAlign = "center";
    context.strokeStyle = theme.rule;
    for (const value of [0, 0.25, 0.5, 0.75, 1]) {
      line(context, [view.x.to(value), box.bottom], [view.x.to(value), box.bottom + 5]);
      context.fillText(String(value), view.x.to(value), box.bottom + 15);
    }
    line(context, [box.left, view.y.to(0)], [box.right, view.y.to(0)]);
    context.fillStyle = theme.text;
    context.textAlign = "right";
    context.fillText(`probability of ${yes}, as the model says`, box.right, box.bottom + 36);
    context.textAlign = "left";
    context.fillText("how many", 4, 12);
  }

  function write(context, theme) {
    const { box } = view;
    const counts = fourCounts(zeros, ones, state.threshold);
    const shares = threeShares(counts);
    context.textBaseline = "middle"; // in the corners where few of them are
    context.textAlign = "left";
    haloText(context, `↑ ${yes}`, box.left + 10, box.top + 12, theme);
    context.textAlign = "right";
    haloText(context, `↓ ${no}`, box.right - 10, box.bottom - 12, theme);
    const mistakes = `${written(counts[0][1])} false alarms, ${written(counts[1][0])} missed`;
    headline.value = `Threshold ${limitText(state.threshold)}: ${inPercent(shares.accuracy)} are right`;
    table.write(counts);
    const part = (name, all, share, other) => (all.length ? `Of ${name}, ${inPercent(share)} is called ${other}. ` : `There is no ${name} among them. `);
    told.textContent = part(no, zeros, shares.alarms, yes) + part(yes, ones, shares.missed, no)
      + "Mistakes are hatched. Drag the line, or use the arrow keys on the picture.";
    canvas.setAttribute("aria-label", `Bars over the probability of ${yes}: ${yes} above the line, ${no} below it. ${headline.value}. ${mistakes}.`);
    slider.value(state.threshold);
    slider.input.setAttribute("aria-valuetext", `${limitText(state.threshold)}: ${mistakes}`);
    Object.assign(logs, { checked: state.log });
  }

  pointer(canvas, {
    pick: (x, y, reach) => (view && Math.abs(x - view.x.to(state.threshold)) <= reach ? "threshold" : null),
    move: (what, x, y) => move(view.data(x, y)[0]),
    hover() {},
  });
  canvas.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (way) move(state.threshold + way * (event.shiftKey ? 10 : 1) * HUNDREDTH);
    else if (event.key === "Home" || event.key === "End") move(event.key === "End" ? 1 : 0);
    else return;
    event.preventDefault();
  });
  return app.dispose;
}

function line(context, from, to) {
  context.beginPath();
  context.moveTo(...from);
  context.lineTo(...to);
  context.stroke();
}

// Slanted lines: a mistake is told by its pattern, whatever its colour.
function hatching(context, theme) {
  const tile = Object.assign(document.createElement("canvas"), { width: 6, height: 6 });
  const ink = tile.getContext("2d");
  Object.assign(ink, { strokeStyle: theme.alarm, lineWidth: 1.5 });
  for (const shift of [-6, 0, 6]) line(ink, [shift, 6], [shift + 6, 0]);
  return context.createPattern(tile, "repeat");
}

// The four counts with words: rows are what it is, columns what it is called.
function countTable(no, yes) {
  const cells = [0, 1].map(() => [0, 1].map(() => make("td")));
  const head = (words, scope) => Object.assign(make("th", {}, words), { scope });
  const element = make("table", { className: "dlx-table" },
    make("thead", {}, make("tr", {}, make("td"), head(`called ${no}`, "col"), head(`called ${yes}`, "col"))),
    make("tbody", {}, ...[no, yes].map((name, kind) => make("tr", {}, head(`is ${name}`, "row"), ...cells[kind]))));
  const words = [["right", "false alarms"], ["missed", "right"]];
  element.style.justifySelf = "start";
  const write = (counts) => counts.forEach((pair, kind) => pair.forEach((count, called) => {
    const text = `${words[kind][called]}: ${written(count)}`;
    if (cells[kind][called].textContent !== text) cells[kind][called].textContent = text;
    cells[kind][called].classList.toggle("dlx-strong", kind !== called && count > 0);
  }));
  return { element, write };
}

export default { render };

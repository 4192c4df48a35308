// The computation graph's explorer: values appear step by step forwards, gradients step by step backwards, and each
// step is said with its numbers. Its arithmetic is in graph_arithmetic.js.

import { button, legend, make, mount, nice, pointer, ROLES, select, slider, snap } from "./shared.js";
import { graphGradients, graphSlope, graphSteps, graphValues, graphWaiting } from "./graph_arithmetic.js";
import { drawGraphEdge, drawGraphNode, drawGraphSlope, graphFrame } from "./graph_drawing.js";
import { graphName, graphNumber, graphShareSentence, graphSlopeSentence, graphValueSentence } from "./graph_words.js";

const MOST_SLIDERS = 6; // inputs with a slider each; of more, one is chosen

export function render({ model, el }) {
  const traits = ["nodes", "edges", "extent", "weights", "data", "step"];
  const context2d = document.createElement("canvas").getContext("2d");
  const frameFor = (width) => {
    context2d.font = `15px ${getComputedStyle(canvas).fontFamily}`;
    return graphFrame(state, width, (text) => context2d.measureText(text).width);
  };
  let [frame, framed] = [null, ""];
  const least = (width) => { // asked first, at every redraw
    if (framed !== (framed = `${width} ${getComputedStyle(canvas).fontFamily}`)) frame = frameFor(width);
    return frame.size[0];
  };
  const app = mount({ model, el, traits, shape: (width) => frame.size[1] / width, least, draw });
  const { state, set, headline, canvas, readout, panel } = app;
  const { nodes, edges, weights } = state;
  const steps = graphSteps(nodes);
  const forwards = steps.filter(({ kind }) => kind === "value").length;
  const given = nodes.map((_, i) => i).filter((i) => nodes[i].given);
  const first = { ...state.data };
  const stride = Object.fromEntries(given.map((i) => [i, nice(Math.max(2, 2 * Math.abs(nodes[i].value)) / 100)]));
  let [chosen, grab, timer, followed] = [given[0], null, null, null];
  const scroll = make("div", { className: "dlx-scroll" });
  canvas.replaceWith(scroll);
  scroll.append(canvas);
  panel.parentElement.classList.add("dlx-wide");

  const stop = () => { clearTimeout(timer); timer = null; };
  const go = (step) => { stop(); set({ step: Math.min(steps.length, Math.max(0, step)) }); };
  const play = (from, to) => {
    stop();
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) { set({ step: to }); return; }
    const wait = Math.min(700, Math.max(120, 6000 / (to - from)));
    const next = (step) => {
      set({ step });
      if (step < to) timer = setTimeout(() => next(step + 1), wait);
    };
    next(from);
  };
  const row = make("div", { className: "dlx-row" });
  scroll.before(row);
  button(row, "One step back", () => go(state.step - 1));
  button(row, "Next step", () => go(state.step + 1));
  button(row, "Play forwards", () => play(state.step < forwards ? state.step : 0, forwards));
  button(row, "Play backwards", () => play(state.step >= forwards && state.step < steps.length ? state.step : forwards, steps.length));
  button(row, "Start again", () => { stop(); set({ step: 0, data: { ...first } }); });
  const sentence = readout.appendChild(make("output", { className: "dlx-strong dlx-tall" }));
  const reason = readout.appendChild(make("div", { className: "dlx-tall" }));
  const next = readout.appendChild(make("div", { className: "dlx-muted" }));

  const move = (i, value) => set({ data: { ...state.data, [nodes[i].name]: value } });
  const label = (i) => nodes[i].name;
  const control = (i, words = label(i)) => slider(panel, { label: words, value: state.data[nodes[i].name],
    limit: nice(Math.max(2, 2 * Math.abs(nodes[i].value))), step: stride[i], change: (value) => move(i, value) });
  const few = given.length <= MOST_SLIDERS;
  let sliders = few ? given.map((i) => control(i)) : [];
  const choice = few ? null : select(panel, "which number to change", given.map(label), label(chosen), (name) =>
    choose(given.find((i) => label(i) === name)));
  const choose = (i) => {
    if (i !== chosen && !few) { sliders.pop().input.parentElement.remove(); fewer(i); }
    chosen = i;
    app.redraw();
  };
  const fewer = (i) => { // the one slider, for the input chosen
    sliders = [control(i, "its value")];
    choice.parentElement.after(sliders[0].input.parentElement);
  };
  if (!few) fewer(chosen);
  legend(panel, [["s", ROLES.inputs, "an input"], ...(weights.length ? [["s", ROLES.weights, "a weight"]] : []),
    ["s", ROLES.activations, "computed from others"], ["s", ROLES.gradients, "gradient; with …, more is still to be added"]]);
  panel.lastElementChild.classList.add("dlx-across");
  panel.append(make("div", { className: "dlx-muted dlx-across" }, "Drag an input sideways to change it. Keys: Tab to the picture; "
    + "right and left arrow for the next step and one step back, up and down for the chosen input, Page Up and Page Down "
    + "to choose another."));

  function draw(context, { width }, theme) {
    canvas.style.width = `${width}px`; // a scroll bar beside it must not squeeze it
    const step = Math.min(steps.length, Math.max(0, state.step));
    const [now, coming] = [steps[step - 1], steps[step]];
    const values = graphValues(nodes, state.data);
    const { gradients, before } = graphGradients(nodes, values, steps, step);
    const waiting = graphWaiting(steps, step);
    const computed = new Set(steps.slice(0, step).filter(({ kind }) => kind === "value").map(({ node }) => node));
    const used = (edge) => {
      if (now?.kind === "value" && edge.child === now.node) return { role: "activations" };
      const mine = now?.kind === "share" && edge.child === now.child && edge.operand === now.operand;
      return mine ? { role: "gradients", backwards: true } : null;
    };
    const inOrder = edges.map((edge) => [edge, used(edge)]).sort((a, b) => Boolean(a[1]) - Boolean(b[1]));
    for (const [edge, use] of inOrder) drawGraphEdge(context, frame, edge, use, theme);
    const focused = canvas.matches(":focus") || grab;
    nodes.forEach((node, i) => {
      const known = !node.parents.length || computed.has(i);
      const asked = coming?.node === i;
      let gradient = gradients[i] === null ? "" : `${frame.word}${graphNumber(gradients[i])}${waiting.has(i) ? " …" : ""}`;
      if (asked && coming.kind !== "value") gradient = gradient ? gradient.replace("…", "+ ?") : `${frame.word}?`;
      const role = node.parents.length ? "activations" : weights.includes(node.name) ? "weights" : "inputs";
      drawGraphNode(context, frame.centre(node), frame.box, { title: node.title || "number", role, gradient, bold: node.given,
        value: known ? graphNumber(values[i]) : asked ? "?" : "", current: now?.node === i, chosen: focused && i === chosen }, theme);
    });
    for (const [edge, use] of inOrder) {
      if (use?.backwards) drawGraphSlope(context, frame, edge, `× ${graphNumber(graphSlope(nodes, values, edge.child, edge.operand))}`, theme);
    }
    write({ step, now, coming, values, gradients, before, waiting });
    follow(step, now ?? coming);
  }

  function write({ step, now, coming, values, gradients, before, waiting }) {
    headline.value = step <= forwards ? `Forwards: ${step} of ${forwards} values`
      : `Backwards: ${step - forwards} of ${steps.length - forwards} steps`;
    const result = graphName(nodes, nodes.length - 1);
    [sentence.value, reason.textContent] = ["The inputs are given.", "Each step forwards computes one value from those before it."];
    if (now?.kind === "value") [sentence.value, reason.textContent] = [graphValueSentence(nodes, values, now.node), ""];
    if (now?.kind === "start") {
      [sentence.value, reason.textContent] = [`gradient of ${result} = 1`, `When ${result} grows by 1, ${result} grows by 1.`];
    }
    if (now?.kind === "share") {
      sentence.value = graphShareSentence(nodes, values, gradients, before, now);
      reason.textContent = `${graphSlopeSentence(nodes, values, now)}${waiting.has(now.node) ? ` ${graphName(nodes, now.node)} is used elsewhere too: more is still to be added.` : ""}`;
    }
    next.textContent = !coming ? `Every gradient says how fast ${result} grows with that number.`
      : coming.kind === "value" ? `Next: the value of ${graphName(nodes, coming.node)}.`
      : coming.kind === "start" ? `All values are known. Next, backwards: the gradient of ${result}.`
      : `Next: what ${graphName(nodes, coming.child)} hands back to ${graphName(nodes, coming.node)}.`;
    canvas.setAttribute("aria-label", `The graph from its inputs to ${result}. ${headline.value}. ${sentence.value}.`);
    if (choice) choice.value = label(chosen);
    sliders.forEach((one, k) => one.value(state.data[nodes[few ? given[k] : chosen].name]));
  }

  // Where the picture is wider than the page, keep what happens in sight.
  function follow(step, what) {
    if (followed === step || !what) return;
    followed = step;
    const [x, y] = frame.centre(nodes[what.node]);
    scroll.scrollTo(x - scroll.clientWidth / 2, y - scroll.clientHeight / 2);
  }

  pointer(canvas, {
    pick(x, y) {
      const inside = ([cx, cy]) => Math.abs(cx - x) <= frame.box[0] / 2 && Math.abs(cy - y) <= frame.box[1] / 2;
      return given.find((i) => inside(frame.centre(nodes[i]))) ?? null;
    },
    hover() { canvas.style.cursor = canvas.style.cursor === "grab" ? "ew-resize" : canvas.style.cursor; },
    move(i, x) {
      grab ??= { x, value: state.data[nodes[i].name] };
      if (i !== chosen) choose(i);
      move(i, snap(grab.value + (x - grab.x) * stride[i], stride[i]));
    },
    end() { grab = null; app.redraw(); },
  });
  canvas.addEventListener("keydown", (event) => {
    const [turn, by, along] = [{ PageUp: -1, PageDown: 1 }, { ArrowUp: 1, ArrowDown: -1 },
      { ArrowRight: state.step + 1, ArrowLeft: state.step - 1, Home: 0, End: steps.length }].map((keys) => keys[event.key]);
    if (along !== undefined) go(along);
    else if (!given.length) return;
    else if (by) move(chosen, snap(state.data[nodes[chosen].name] + by * stride[chosen], stride[chosen]));
    else if (turn) choose(given[(given.indexOf(chosen) + turn + given.length) % given.length]);
    else return;
    event.preventDefault();
  });
  for (const name of ["focus", "blur"]) canvas.addEventListener(name, app.redraw);
  return () => { stop(); app.dispose(); };
}

export default { render };

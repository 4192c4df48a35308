// Answers questions about computation graphs: reads [[function, arguments], ...] as JSON from standard input, prints the
// results. "all" is a whole run: values, every step's gradients, the sentences, the slopes.

import * as arithmetic from "../../dlcourse/explore/graph_arithmetic.js";
import * as drawing from "../../dlcourse/explore/graph_drawing.js";
import * as words from "../../dlcourse/explore/graph_words.js";

const more = {
  all(nodes, data) {
    const values = arithmetic.graphValues(nodes, data);
    const steps = arithmetic.graphSteps(nodes);
    const after = steps.map((_, k) => arithmetic.graphGradients(nodes, values, steps, k + 1));
    const sentences = steps.map((step, k) => {
      if (step.kind === "value") return words.graphValueSentence(nodes, values, step.node);
      if (step.kind === "start") return "";
      return words.graphShareSentence(nodes, values, after[k].gradients, after[k].before, step);
    });
    const reasons = steps.filter(({ kind }) => kind === "share").map((step) => words.graphSlopeSentence(nodes, values, step));
    return { values, steps, gradients: after.map(({ gradients }) => gradients), sentences, reasons };
  },
  layout(state, page) { // the boxes' middles and the edges' points, with letters 8 pixels wide
    const frame = drawing.graphFrame(state, page, (text) => 8 * text.length);
    return { ...frame, centres: state.nodes.map(frame.centre), routes: state.edges.map(frame.route) };
  },
};
let text = "";
for await (const part of process.stdin) text += part;
const named = { ...arithmetic, ...words, ...more };
console.log(JSON.stringify(JSON.parse(text).map(([name, values]) => named[name](...values))));

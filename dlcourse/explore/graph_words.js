// What a computation graph's explorer says: numbers in three digits, and each step as a sentence with its numbers.

import { graphSlope } from "./graph_arithmetic.js";

const GRAPH_SIGNS = { "*": "×", "+": "+", "-": "−", "/": "/" };

// A number in three digits, with a true minus sign and no zeros at the end; dlcourse/graphs.py writes the same.
export function graphNumber(value) {
  if (Number.isNaN(value)) return "not a number";
  if (!Number.isFinite(value)) return value < 0 ? "−∞" : "∞";
  const size = Math.abs(value);
  const text = value && (size < 1e-3 || size >= 1e5)
    ? value.toExponential(2).replace(/\.?0+e/, "e").replace("e+", "e") : `${Number(value.toPrecision(3))}`;
  return text === "-0" ? "0" : text.replaceAll("-", "−");
}

const graphInside = (value) => (value < 0 ? `(${graphNumber(value)})` : graphNumber(value));

// "c = a × b = 2 × 3 = 6"
export function graphValueSentence(nodes, values, i) {
  const { title, operation, parents, number } = nodes[i];
  const [x, y] = parents.map((parent) => values[parent]);
  let written = `${operation}(${graphNumber(x)})`;
  if (operation in GRAPH_SIGNS) written = `${graphNumber(x)} ${GRAPH_SIGNS[operation]} ${graphInside(y)}`;
  if (operation === "**") written = `${graphInside(x)} ** ${graphNumber(number)}`;
  if (operation === "neg") written = `−${graphInside(x)}`;
  return `${title} = ${written} = ${graphNumber(values[i])}`;
}

export const graphName = (nodes, i) => nodes[i].name || `the number ${graphNumber(nodes[i].value)}`;

// "gradient of a = gradient of c × slope of c by a = 2 × 3 = 6"; where a share is there already, it is added to.
export function graphShareSentence(nodes, values, gradients, before, { node, child, operand }) {
  const [a, c] = [graphName(nodes, node), graphName(nodes, child)];
  const slope = graphSlope(nodes, values, child, operand);
  const factor = before === null ? graphNumber(gradients[child]) : graphInside(gradients[child]);
  const product = `${factor} × ${graphInside(slope)}`;
  if (before === null) return `gradient of ${a} = gradient of ${c} × slope of ${c} by ${a} = ${product} = ${graphNumber(gradients[node])}`;
  return `gradient of ${a} = ${graphNumber(before)} so far + gradient of ${c} × slope of ${c} by ${a} = ${graphNumber(before)} + `
    + `${product} = ${graphNumber(before)} + ${graphInside(gradients[child] * slope)} = ${graphNumber(gradients[node])}`;
}

// Where the slope comes from.
export function graphSlopeSentence(nodes, values, { node, child, operand }) {
  const { operation, parents, number } = nodes[child];
  const [a, c] = [graphName(nodes, node), graphName(nodes, child)];
  const [x, y] = parents.map((i) => values[i]);
  const [out, slope] = [graphNumber(values[child]), graphNumber(graphSlope(nodes, values, child, operand))];
  const other = parents.length === 2 ? graphName(nodes, parents[1 - operand]) : "";
  const power = number === 2 ? "" : ` ** ${graphInside(number - 1)}`;
  const amount = other.startsWith("the number") ? slope : `${other} = ${slope}`;
  const reasons = {
    "+": `a sum grows as fast as each of its parts: the slope is 1.`,
    "-": operand === 0 ? `${c} grows as fast as ${a}: the slope is 1.` : `${c} falls as fast as ${a} grows: the slope is −1.`,
    "*": parents[0] === parents[1] ? `in this use ${a} is multiplied by ${a} = ${slope}, which is the slope.`
      : `when ${a} grows by 1, the product grows by ${amount}, which is the slope.`,
    "/": operand === 0 ? `the slope is 1 / ${graphInside(y)} = ${slope}.`
      : `the slope is −${graphInside(x)} / ${graphInside(y)} ** 2 = ${slope}.`,
    "**": `the slope is ${graphNumber(number)} × ${graphInside(x)}${power} = ${slope}.`,
    neg: `${c} falls as fast as ${a} grows: the slope is −1.`,
    tanh: `the slope of tanh is 1 − ${c} ** 2 = 1 − ${graphInside(values[child])} ** 2 = ${slope}.`,
    relu: x > 0 ? `${a} is above 0, where the slope of relu is 1.` : `${a} is not above 0, where the slope of relu is 0.`,
    sigmoid: `the slope of sigmoid is ${c} × (1 − ${c}) = ${out} × (1 − ${out}) = ${slope}.`,
    exp: `the slope of exp is its own value, ${out}.`,
    log: `the slope of log is 1 / ${graphInside(x)} = ${slope}.`,
  };
  return `${nodes[child].title}: ${reasons[operation]}`;
}

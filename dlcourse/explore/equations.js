// One unit's arithmetic in words and numbers: its weighted sum, its activation, the blame that comes back to it, and what
// the next update does to each of its weights. Plain functions; the page puts the lines where they belong.

import { brief } from "./controls.js";
import { show } from "./shared.js";
import { SQUASH_SLOPE } from "./network.js";

const signed = (text) => (text.startsWith("−") ? `(${text})` : text);
const number = (value, decimals = 3) => (Number.isFinite(value) ? show(value, decimals) : "not a number");
const factor = (value, decimals) => signed(number(value, decimals));
// For what may be small: four decimals, or two digits where those would be lost.
const small = (value) => (Math.abs(value) >= 0.001 || !Number.isFinite(value) ? number(value, 4) : brief(value, 2));
const smallFactor = (value) => signed(small(value));
const SLOPES = { tanh: "1 − a²", sigmoid: "a × (1 − a)", relu: "1 where z is above 0, else 0", linear: "1" };

// `trainer` is a training (trainer.js), `place` = {layer, unit}, `i` a training point, `inputs` the inputs' names.
// Returns {sum, back, update}: lists of lines, and for the update the rows [name, old, gradient, change, new].
export function equationsOf(trainer, { layer, unit }, i, inputs, rate, size) {
  const { network, counts } = trainer;
  const { weights, bias, units, activation } = network[layer];
  const seen = trainer.lookAt(i);
  const from = layer ? seen.outputs[layer - 1] : seen.x;
  const names = layer ? Array.from({ length: counts[layer] }, (_, k) => `unit ${k + 1}`) : inputs;
  const own = names.map((_, k) => weights[k * units + unit]);
  const z = own.reduce((sum, w, k) => sum + w * from[k], bias[unit]);
  const [a, blame] = [seen.outputs[layer][unit], seen.blame[layer][unit]];
  const last = layer === network.length - 1;
  const y = trainer.train.labels[i];

  const sum = [
    `weighted sum z = ${own.map((w, k) => `${factor(w)} × ${factor(from[k])}`).join(" + ")} + ${factor(bias[unit])} = ${number(z)}`,
    activation === "linear" ? `output a = z = ${number(a)}` : `output a = ${activation}(z) = ${activation}(${number(z)}) = ${number(a)}`,
  ];
  if (last) sum.push(`loss = −ln(${y ? "a" : "1 − a"}) = −ln(${number(y ? a : 1 - a)}) = ${number(seen.loss)}, because the point is of class ${y}`);

  const back = [];
  if (last) back.push(`blame = a − y = ${number(a, 4)} − ${y} = ${small(blame)}`);
  else {
    const next = network[layer + 1];
    const out = Array.from({ length: next.units }, (_, k) => next.weights[unit * next.units + k]);
    const slope = SQUASH_SLOPE[activation](a);
    const curved = activation === "tanh" || activation === "sigmoid";
    const times = curved ? number(slope) : String(slope);
    back.push(`slope of ${activation} here = ${SLOPES[activation]}${curved ? ` = ${number(slope)}` : ""}`);
    back.push(`blame = slope × (${out.length > 1 ? "sum of " : ""}weight × blame of the unit it leads to) = ${times} × (${
      out.map((w, k) => `${factor(w)} × ${smallFactor(seen.blame[layer + 1][k])}`).join(" + ")}) = ${small(blame)}`);
  }
  back.push(...names.map((name, k) => `gradient of the weight from ${name} = blame × ${layer ? `output of ${name}` : name} = ${smallFactor(blame)} × ${factor(from[k])} = ${small(blame * from[k])}`));
  back.push(`gradient of the bias = blame = ${small(blame)}`);

  const batch = trainer.lookAhead(size);
  const gradient = network[layer].gradient;
  const line = (name, value, slope) => [
    name, number(value, 4), small(slope), `${number(value, 4)} − ${brief(rate)} × ${smallFactor(slope)}`, number(value - rate * slope, 4)];
  const update = [...names.map((name, k) => line(`weight from ${name}`, own[k], gradient.weights[k * units + unit])),
    line("bias", bias[unit], gradient.bias[unit])];
  return { sum, back, update, batch: batch.length, step: trainer.steps + 1 };
}

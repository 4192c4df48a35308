// Answers questions about network.js and points.js: reads [[function, arguments], ...] as JSON from standard input,
// prints the results. "trained" builds a network, gives it weights, and trains it on the batches named.

import * as network from "../../dlcourse/explore/network.js";
import * as points from "../../dlcourse/explore/points.js";

const flat = (table) => Float64Array.from(table.flat());

function built({ widths, activation, last, weights }) {
  return network.putWeights(network.newNetwork(widths, activation, last), weights);
}

const more = {
  numbers(seed, count) { const random = network.seeded(seed); return Array.from({ length: count }, random); },
  start: (widths, seed) => network.weightsOf(network.startNetwork(network.newNetwork(widths, "tanh"), seed)),
  features: (table, names, scaling) => Array.from(points.featureTable(table, names, scaling)),
  outputs(described, x) {
    const made = built(described);
    return Array.from(network.forwardPass(made, flat(x), x.length, network.newRoom(made, x.length)));
  },
  gradients(described, x, y, loss) {
    const made = built(described);
    const room = network.newRoom(made, x.length);
    network.forwardPass(made, flat(x), x.length, room);
    const value = network.backwardPass(made, flat(x), flat(y), x.length, room, loss);
    return { value, gradients: network.weightsOf(made.map((layer) => ({ ...layer, ...layer.gradient }))) };
  },
  trained(described, x, y, batches, options) {
    const made = built(described);
    const room = network.newRoom(made, Math.max(...batches.map((batch) => batch.length)));
    const losses = batches.map((batch) => network.trainStep(
      made, flat(batch.map((i) => x[i])), flat(batch.map((i) => y[i])), batch.length, room, options));
    return { losses, weights: network.weightsOf(made), finite: network.allFinite(made) };
  },
  shuffled: (count, seed) => Array.from(points.shuffledOrder(count, network.seeded(seed))),
};

let text = "";
for await (const part of process.stdin) text += part;
console.log(JSON.stringify(JSON.parse(text).map(([name, values]) => (more[name] ?? network[name] ?? points[name])(...values))));

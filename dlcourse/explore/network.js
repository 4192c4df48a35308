// The arithmetic of a small dense network, as plain functions without a page: start weights, forward, backward, losses,
// SGD. It is that of dlcourse.scratch, number for number: tests/test_explore_network.py holds the two together.
// Tables are flat Float64Arrays, row by row; the inner loops make no garbage, so a network can learn while it is drawn.

// Random numbers between 0 and 1 from a seed (mulberry32, by Tommy Ettinger); explore/seeded.py draws the same.
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

// A list of layers; `widths` begins with the number of inputs. Every layer also keeps what a training needs.
export function newNetwork(widths, activation, last = "sigmoid") {
  return widths.slice(1).map((units, l) => {
    const [inputs, count] = [widths[l], widths[l] * units];
    const fresh = () => ({ weights: new Float64Array(count), bias: new Float64Array(units) });
    return { inputs, units, activation: l === widths.length - 2 ? last : activation, ...fresh(), gradient: fresh(), speed: fresh() };
  });
}

// Glorot's uniform start, as in Keras: weights between plus and minus the root of 6 / (inputs + units), biases 0.
export function startNetwork(network, seed) {
  const random = seeded(seed);
  for (const layer of network) {
    const limit = Math.sqrt(6 / (layer.inputs + layer.units));
    for (let i = 0; i < layer.weights.length; i += 1) layer.weights[i] = limit * (2 * random() - 1);
    layer.bias.fill(0);
  }
  return network;
}

// Weights as Keras lists them: a table and a row for each layer.
export function weightsOf(network) {
  return network.flatMap(({ weights, bias, inputs, units }) => [
    Array.from({ length: inputs }, (_, i) => Array.from(weights.subarray(i * units, (i + 1) * units))), Array.from(bias)]);
}

export function putWeights(network, list) {
  network.forEach((layer, l) => { layer.weights.set(list[2 * l].flat()); layer.bias.set(list[2 * l + 1]); });
  return network;
}

export const parametersOf = (widths) => widths.slice(1).reduce((sum, units, l) => sum + (widths[l] + 1) * units, 0);

// Room for what flows through a network, for up to `rows` points: each unit's output, its share of the blame, and the
// last layer's weighted sums, which a loss is computed from where the output is a sigmoid.
export function newRoom(network, rows) {
  const tables = () => network.map(({ units }) => new Float64Array(rows * units));
  return { rows, outputs: tables(), blame: tables(), sums: new Float64Array(rows * network.at(-1).units) };
}

// ---------------------------------------------------------------- forward

export const SQUASH = {
  linear: (z) => z, relu: (z) => (z < 0 ? 0 : z), tanh: Math.tanh, sigmoid: (z) => 1 / (1 + Math.exp(-z)),
};
// The slope of each, computed from its value a, which is at hand.
export const SQUASH_SLOPE = { linear: () => 1, relu: (a) => (a > 0 ? 1 : 0), tanh: (a) => 1 - a * a, sigmoid: (a) => a * (1 - a) };

function activate(name, table, count) {
  if (name === "tanh") for (let i = 0; i < count; i += 1) table[i] = Math.tanh(table[i]);
  else if (name === "sigmoid") for (let i = 0; i < count; i += 1) table[i] = 1 / (1 + Math.exp(-table[i]));
  else if (name === "relu") for (let i = 0; i < count; i += 1) if (table[i] < 0) table[i] = 0;
}

// x holds `rows` points; afterwards room.outputs[l] holds what layer l made of them. Returns the last layer's.
export function forwardPass(network, x, rows, room) {
  let from = x;
  for (let l = 0; l < network.length; l += 1) {
    const { inputs, units, weights, bias, activation } = network[l];
    const to = room.outputs[l];
    for (let row = 0; row < rows; row += 1) {
      const start = row * units;
      const first = row * inputs;
      for (let j = 0; j < units; j += 1) {
        let sum = bias[j];
        for (let i = 0; i < inputs; i += 1) sum += from[first + i] * weights[i * units + j];
        to[start + j] = sum;
      }
    }
    if (l === network.length - 1) for (let i = 0; i < rows * units; i += 1) room.sums[i] = to[i];
    activate(activation, to, rows * units);
    from = to;
  }
  return from;
}

// ---------------------------------------------------------------- losses, by Keras' names, means over the batch

const CLIP = 1e-7; // how near to 0 and 1 Keras lets a probability come before it takes the logarithm

// The crossentropy of a sigmoid's output is computed from its weighted sum z, as Keras and dlcourse.scratch do: the same
// number, but nothing is lost where the output is almost 0 or 1.
const fromSums = (network, loss) => loss === "binary_crossentropy" && network.at(-1).activation === "sigmoid";

// The loss of what room holds after a forward pass.
export function lossOf(network, targets, rows, room, loss = "binary_crossentropy") {
  const [outputs, count, joined] = [room.outputs.at(-1), rows * network.at(-1).units, fromSums(network, loss)];
  let sum = 0;
  for (let i = 0; i < count; i += 1) {
    const a = outputs[i];
    const y = targets[i];
    if (joined) sum += Math.max(room.sums[i], 0) - room.sums[i] * y + Math.log1p(Math.exp(-Math.abs(room.sums[i])));
    else if (loss === "mean_squared_error") sum += (a - y) * (a - y);
    else {
      const p = a < CLIP ? CLIP : a > 1 - CLIP ? 1 - CLIP : a; // not a number stays what it is
      sum -= y * Math.log(p) + (1 - y) * Math.log(1 - p);
    }
  }
  return sum / count;
}

// How the loss grows with one output a. Where Keras clips, the output has no say any more: slope 0.
function lossSlope(loss, a, y) {
  if (loss === "mean_squared_error") return 2 * (a - y);
  return a < CLIP || a > 1 - CLIP ? 0 : (a - y) / (a * (1 - a));
}

// ---------------------------------------------------------------- backward

// After forwardPass on the same rows: fills each layer's gradient (the mean over the rows) and room.blame[l], which is
// how the loss grows with each weighted sum. Returns the loss.
export function backwardPass(network, x, targets, rows, room, loss = "binary_crossentropy") {
  const last = network.length - 1;
  const outputs = room.outputs[last];
  const count = rows * network[last].units;
  const [joined, bend] = [fromSums(network, loss), SQUASH_SLOPE[network[last].activation]];
  for (let i = 0; i < count; i += 1) {
    const [a, y] = [outputs[i], targets[i]];
    room.blame[last][i] = (joined ? a - y : lossSlope(loss, a, y) * bend(a)) / count;
  }
  for (let l = last; l >= 0; l -= 1) {
    const { inputs, units, weights, gradient } = network[l];
    const [from, blame] = [l ? room.outputs[l - 1] : x, room.blame[l]];
    gradient.weights.fill(0);
    gradient.bias.fill(0);
    for (let row = 0; row < rows; row += 1) {
      for (let j = 0; j < units; j += 1) {
        const share = blame[row * units + j];
        gradient.bias[j] += share;
        for (let i = 0; i < inputs; i += 1) gradient.weights[i * units + j] += from[row * inputs + i] * share;
      }
    }
    if (!l) break;
    const [before, slope] = [room.blame[l - 1], SQUASH_SLOPE[network[l - 1].activation]];
    for (let row = 0; row < rows; row += 1) {
      for (let i = 0; i < inputs; i += 1) {
        let sum = 0;
        for (let j = 0; j < units; j += 1) sum += blame[row * units + j] * weights[i * units + j];
        before[row * inputs + i] = sum * slope(from[row * inputs + i]);
      }
    }
  }
  return lossOf(network, targets, rows, room, loss);
}

// One step against the gradient. Momentum as in Keras: speed = momentum × speed − rate × gradient.
export function sgdUpdate(network, rate, momentum = 0) {
  for (const layer of network) {
    for (const name of ["weights", "bias"]) {
      const [values, slopes, speed] = [layer[name], layer.gradient[name], layer.speed[name]];
      for (let i = 0; i < values.length; i += 1) {
        speed[i] = momentum * speed[i] - rate * slopes[i];
        values[i] += speed[i];
      }
    }
  }
}

// Forward, backward, update on one batch. Returns the loss before the update.
export function trainStep(network, x, targets, rows, room, { rate, momentum = 0, loss = "binary_crossentropy" }) {
  forwardPass(network, x, rows, room);
  const before = backwardPass(network, x, targets, rows, room, loss);
  sgdUpdate(network, rate, momentum);
  return before;
}

export function allFinite(network) {
  return network.every(({ weights, bias }) => weights.every(Number.isFinite) && bias.every(Number.isFinite));
}

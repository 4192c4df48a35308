// The activations of lesson 3 as plain functions without a page: value, slope, range, and where the slope is nearly zero.
// The same formulas as dlcourse/scratch/activations.py and Keras; tests/test_explore_activation.py holds them together.

// The error function by its series with only positive terms (Abramowitz and Stegun 7.1.6), good to the last digits.
export function erf(x) {
  if (Math.abs(x) > 6) return Math.sign(x);
  let [term, sum] = [x, x];
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n += 1) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

const LEAK = 0.2; // Keras' leaky_relu
const logistic = (z) => (z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z))); // neither overflows
const below = (z) => 0.5 * (1 + erf(z / Math.SQRT2)); // the share of a normal distribution below z
const hill = (z) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

// `jumps`: whether the value and the slope jump at 0. `range`: what the outputs can be, in words.
export const ACTIVATION_CURVES = {
  step: { label: "step", formula: "1 if z > 0, else 0", range: "only 0 or 1", jumps: [true, false],
    value: (z) => (z > 0 ? 1 : 0), slope: () => 0 },
  linear: { label: "linear", formula: "z", range: "every number", jumps: [false, false],
    value: (z) => z, slope: () => 1 },
  sigmoid: { label: "sigmoid", formula: "1 / (1 + e^(−z))", range: "between 0 and 1", jumps: [false, false],
    value: logistic, slope: (z) => logistic(z) * logistic(-z) },
  tanh: { label: "tanh", formula: "(e^z − e^(−z)) / (e^z + e^(−z))", range: "between −1 and 1", jumps: [false, false],
    value: Math.tanh, slope: (z) => 1 - Math.tanh(z) ** 2 },
  relu: { label: "ReLU", formula: "z if z > 0, else 0", range: "0 and above", jumps: [false, true],
    value: (z) => Math.max(0, z), slope: (z) => (z > 0 ? 1 : 0) },
  leaky_relu: { label: "leaky ReLU", formula: `z if z > 0, else ${LEAK} z`, range: "every number", jumps: [false, true],
    value: (z) => (z > 0 ? z : LEAK * z), slope: (z) => (z > 0 ? 1 : LEAK) },
  gelu: { label: "GELU", formula: "z × the share of a normal curve below z", range: "about −0.17 and above", jumps: [false, false],
    value: (z) => z * below(z), slope: (z) => below(z) + z * hill(z) },
};

export const activationValue = (name, z) => ACTIVATION_CURVES[name].value(z);
export const activationSlope = (name, z) => ACTIVATION_CURVES[name].slope(z);

export const FLAT = 0.05; // a slope this near to zero passes next to nothing on

// The parts of [low, high] where the slope lies within FLAT of zero, as pairs, to a `count`th of the range.
export function flatParts(name, low, high, count = 1200) {
  const parts = [];
  let open = null;
  for (let i = 0; i <= count; i += 1) {
    const z = low + ((high - low) * i) / count;
    const flat = Math.abs(ACTIVATION_CURVES[name].slope(z)) < FLAT;
    if (flat) open = [open?.[0] ?? z, z];
    if (open && (!flat || i === count)) { parts.push(open); open = null; }
  }
  return parts;
}

// What the upper picture shows of the outputs for inputs from −reach to reach: the range of y, with room.
export function valueRange(names, reach) {
  const all = names.flatMap((name) => [-reach, 0, reach].map(ACTIVATION_CURVES[name].value));
  const [low, high] = [Math.min(0, ...all), Math.max(1, ...all)];
  const room = 0.1 * (high - low);
  return [low - room, high + room];
}

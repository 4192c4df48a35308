// The arithmetic of a digit and of a network that reads it, as plain functions without a page: unpack, forward pass,
// shift, paint. Pixels are rows of whole numbers from 0 to 255. tests/test_explore_digit.py holds all against NumPy.

const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

// Pictures of side x side pixels that Python packed into one text.
export function unpackPictures(text, side) {
  const all = Array.from(bytes(text));
  return Array.from({ length: all.length / (side * side) }, (_, i) => all.slice(i * side * side, (i + 1) * side * side));
}

// Layers of {units, activation, weights, bias} whose numbers Python packed as 32-bit floats, weights row by row.
export function unpackLayers(layers) {
  const floats = (text) => new Float32Array(bytes(text).buffer);
  return layers.map((layer) => ({ ...layer, weights: floats(layer.weights), bias: floats(layer.bias) }));
}

export function softmax(scores) {
  const top = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - top));
  const total = raised.reduce((sum, value) => sum + value, 0);
  return raised.map((value) => value / total);
}

const each = (change) => (values) => values.map(change);
export const ACTIVATIONS = {
  linear: (values) => values, softmax,
  relu: each((v) => Math.max(0, v)), sigmoid: each((v) => 1 / (1 + Math.exp(-v))), tanh: each(Math.tanh),
};

// One layer: every input times its weights, added up, the bias added, the activation applied.
export function dense(inputs, { units, activation, weights, bias }) {
  const sums = Array.from(bias);
  inputs.forEach((input, i) => {
    if (input) for (let j = 0; j < units; j += 1) sums[j] += input * weights[i * units + j];
  });
  return ACTIVATIONS[activation](sums);
}

// What the network makes of a picture of whole numbers: normalised first, then layer after layer.
export const forward = (pixels, layers) => layers.reduce(dense, pixels.map((v) => v / 255));

// The picture moved right and down (negative: left and up); what leaves it is lost, what comes in is paper.
export function moved(pixels, right, down, side) {
  return pixels.map((_, i) => {
    const [row, column] = [Math.floor(i / side) - down, (i % side) - right];
    return row >= 0 && row < side && column >= 0 && column < side ? pixels[row * side + column] : 0;
  });
}

export const inverted = (pixels) => pixels.map((v) => 255 - v);

// A pen of about two pixels set down at a row and column: ink 255 paints, ink 0 rubs out.
export function touched(pixels, row, column, ink, side) {
  const next = [...pixels];
  for (const [dr, dc, share] of [[0, 0, 1], [-1, 0, 0.5], [1, 0, 0.5], [0, -1, 0.5], [0, 1, 0.5]]) {
    const [r, c] = [row + dr, column + dc];
    if (r < 0 || r >= side || c < 0 || c >= side) continue;
    const value = Math.round(ink ? ink * share : 255 * (1 - share));
    next[r * side + c] = ink ? Math.max(next[r * side + c], value) : Math.min(next[r * side + c], value);
  }
  return next;
}

// The pixels between two, both included: a fast hand leaves no gaps.
export function between([row, column], [toRow, toColumn]) {
  const steps = Math.max(Math.abs(toRow - row), Math.abs(toColumn - column), 1);
  return Array.from({ length: steps + 1 }, (_, i) =>
    [row + ((toRow - row) * i) / steps, column + ((toColumn - column) * i) / steps].map(Math.round));
}

// The arithmetic of a 3 x 3 kernel that slides over a picture, as plain functions without a page: sizes, zeros around
// the picture, one window, the whole result. tests/test_explore_kernel.py holds all of it against NumPy and Keras.

export const KERNEL_SIDE = 3;

// Kernels with a name; kernel.py has the same.
export const KERNELS = {
  copy: [[0, 0, 0], [0, 1, 0], [0, 0, 0]],
  blur: [[1 / 9, 1 / 9, 1 / 9], [1 / 9, 1 / 9, 1 / 9], [1 / 9, 1 / 9, 1 / 9]],
  vertical_edges: [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]],
  horizontal_edges: [[-1, -2, -1], [0, 0, 0], [1, 2, 1]],
  sharpen: [[0, -1, 0], [-1, 5, -1], [0, -1, 0]],
  laplace: [[0, 1, 0], [1, -4, 1], [0, 1, 0]],
  zero: [[0, 0, 0], [0, 0, 0], [0, 0, 0]],
};
export const kernelNamed = (name) => KERNELS[name];

// The name of a kernel, or null if it has none.
export function nameOfKernel(kernel) {
  return Object.keys(KERNELS).find((name) => KERNELS[name].flat().every((w, i) => w === kernel.flat()[i])) ?? null;
}

// A picture that Python packed as 32-bit floats, row by row.
export function unpackPicture({ rows, columns, values }) {
  const raw = Uint8Array.from(atob(values), (letter) => letter.charCodeAt(0));
  return { rows, columns, values: new Float32Array(raw.buffer) };
}

// How many places a window has along one side of a picture of `size` pixels, and how many zeros are put before and
// after it. "same" is Keras's: as many places as size / stride, rounded up; of an odd number of zeros one more after.
export function placesAlong(size, stride, padding) {
  if (padding === "valid") return { count: Math.floor((size - KERNEL_SIDE) / stride) + 1, before: 0, after: 0 };
  const count = Math.ceil(size / stride);
  const zeros = Math.max(0, (count - 1) * stride + KERNEL_SIDE - size);
  return { count, before: Math.floor(zeros / 2), after: Math.ceil(zeros / 2) };
}

// The kernel upside down and left to right: what mathematics calls convolution slides this one.
export const flippedKernel = (kernel) => kernel.map((line) => [...line].reverse()).reverse();

// The row and column of the picture under the window's upper left corner, negative where that is a zero put before it.
export function windowCorner(picture, [row, column], { stride, padding }) {
  const [down, across] = [picture.rows, picture.columns].map((size) => placesAlong(size, stride, padding).before);
  return [row * stride - down, column * stride - across];
}

// The nine numbers under the window at a place of the result, row by row.
export function windowValues(picture, place, settings) {
  const [top, left] = windowCorner(picture, place, settings);
  return Array.from({ length: KERNEL_SIDE ** 2 }, (_, i) => {
    const [r, c] = [top + Math.floor(i / KERNEL_SIDE), left + (i % KERNEL_SIDE)];
    return r < 0 || c < 0 || r >= picture.rows || c >= picture.columns ? 0 : picture.values[r * picture.columns + c];
  });
}

// The place whose window has its middle nearest to a pixel of the picture.
export function placeOver(picture, [row, column], { stride, padding }) {
  return [[picture.rows, row], [picture.columns, column]].map(([size, at]) => {
    const { count, before } = placesAlong(size, stride, padding);
    return Math.min(count - 1, Math.max(0, Math.round((at - 1 + before) / stride)));
  });
}

// Every window's sum of products, as { rows, columns, values }.
export function slideKernel(picture, kernel, { stride, padding, flip, relu }) {
  const w = (flip ? flippedKernel(kernel) : kernel).flat();
  const [down, across] = [picture.rows, picture.columns].map((size) => placesAlong(size, stride, padding));
  const values = new Float64Array(down.count * across.count);
  for (let row = 0; row < down.count; row += 1) {
    for (let column = 0; column < across.count; column += 1) {
      let sum = 0;
      for (let i = 0; i < KERNEL_SIDE; i += 1) {
        const r = row * stride - down.before + i;
        if (r < 0 || r >= picture.rows) continue;
        for (let j = 0; j < KERNEL_SIDE; j += 1) {
          const c = column * stride - across.before + j;
          if (c >= 0 && c < picture.columns) sum += w[i * KERNEL_SIDE + j] * picture.values[r * picture.columns + c];
        }
      }
      values[row * across.count + column] = relu ? Math.max(0, sum) : sum;
    }
  }
  return { rows: down.count, columns: across.count, values };
}

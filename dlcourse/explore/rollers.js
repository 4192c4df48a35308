// What moves the ball: SGD, momentum, RMSProp and Adam with the formulas and defaults of Keras 3 and dlcourse.scratch,
// and the path they make from a start, as plain functions without a page.

import { noiseAt, SURFACES } from "./surfaces.js";

// `move(memory, gradient, rate, momentum, step)` is the change of one weight; it keeps what it must in `memory`.
export const ROLLERS = {
  sgd: { label: "SGD", rule: "change = −learning rate × gradient",
    move: (memory, gradient, rate) => -rate * gradient },
  momentum: { label: "SGD with momentum", rule: "change = momentum × last change − learning rate × gradient",
    move(memory, gradient, rate, momentum) {
      memory.change = momentum * (memory.change ?? 0) - rate * gradient;
      return memory.change;
    } },
  rmsprop: { label: "RMSProp", rule: "change = −learning rate × gradient / its usual size (root of the running mean of its squares)",
    move(memory, gradient, rate) {
      memory.square = 0.9 * (memory.square ?? 0) + 0.1 * gradient * gradient;
      return (-rate * gradient) / Math.sqrt(memory.square + 1e-7);
    } },
  adam: { label: "Adam", rule: "change = −learning rate × running mean of the gradient / its usual size",
    move(memory, gradient, rate, momentum, step) {
      memory.mean = (memory.mean ?? 0) + 0.1 * (gradient - (memory.mean ?? 0));
      memory.square = (memory.square ?? 0) + 0.001 * (gradient * gradient - (memory.square ?? 0));
      const correction = Math.sqrt(1 - 0.999 ** step) / (1 - 0.9 ** step); // both means began at 0
      return (-rate * correction * memory.mean) / (Math.sqrt(memory.square) + 1e-7);
    } },
};

const GONE = 4; // times the picture's reach: a ball out there does not come back

// `settings`: surface, optimizer, rate, momentum, start, noise, seed. The run's `places` begins with the start; entry k
// of `gradients` and `changes` belongs to the step from place k. `gone` once the ball is far outside.
export const startRun = (settings) => ({ ...settings, places: [[...settings.start]], gradients: [], changes: [],
  memory: settings.start.map(() => ({})), gone: false });

// Make the run at least `steps` steps long, unless the ball is gone before.
export function rollTo(run, steps) {
  const { gradient, range } = SURFACES[run.surface];
  while (run.places.length <= steps && !run.gone) {
    const [place, step] = [run.places.at(-1), run.places.length];
    const felt = gradient(place).map((g, axis) => g + (run.noise ? run.noise * noiseAt(run.seed, step, axis) : 0));
    const change = felt.map((g, axis) => ROLLERS[run.optimizer].move(run.memory[axis], g, run.rate, run.momentum, step));
    const next = place.map((w, axis) => w + change[axis]);
    run.gone = next.some((w, axis) => !(Math.abs(w) <= GONE * Math.max(...range[axis].map(Math.abs)))); // NaN, too
    run.gradients.push(felt);
    run.changes.push(change);
    if (next.every(Number.isFinite)) run.places.push(next);
  }
  return run;
}

export const pathOf = (settings, steps) => rollTo(startRun(settings), steps).places;

// A training as the playground runs it, without a page: data and network from the settings, mini-batches, epochs, and
// the loss on training and test points as it goes. Nothing here knows of time; the page decides when a step is due.

import { allFinite, backwardPass, forwardPass, lossOf, newNetwork, newRoom, putWeights, seeded, startNetwork,
  trainStep } from "./network.js";
import { drawPoints, featureTable, shuffledOrder } from "./points.js";

export const TRAINING = 300; // points drawn to train on, and to test on, as in explore/playground.py
export const TEST = 100;
const RUN_AWAY = 1e8; // a loss as large as this does not come back
const LONGEST = 400; // entries that the history keeps: enough for a curve

export const countsOf = ({ inputs, hidden }) => [inputs.length, ...hidden, 1];
const plain = { shift: [0, 0], scale: [1, 1] };
export const scalingOf = (settings) => (settings.data === "own" ? settings : plain);

function dataOf(settings, test) {
  const { points, labels } = settings.data === "own"
    ? { points: settings.own[test ? "test_points" : "points"], labels: settings.own[test ? "test_labels" : "labels"] }
    : drawPoints(settings.data, test ? TEST : TRAINING, settings.noise, settings.data_seed + (test ? 1 : 0));
  return { points, labels, x: featureTable(points, settings.inputs, scalingOf(settings)), y: Float64Array.from(labels) };
}

export function fits(list, counts) {
  return list.length === 2 * (counts.length - 1) && counts.slice(1).every((units, l) =>
    list[2 * l].length === counts[l] && list[2 * l][0].length === units && list[2 * l + 1].length === units);
}

// `settings` are the playground's traits; `weights`, where given, those to begin with (else the seed draws them).
export function newTrainer(settings, weights = null) {
  const counts = countsOf(settings);
  const network = startNetwork(newNetwork(counts, settings.activation), settings.seed);
  if (weights) putWeights(network, weights);
  const [train, test] = [dataOf(settings, false), dataOf(settings, true)];
  const count = train.points.length;
  const room = newRoom(network, Math.max(count, test.points.length));
  const [batchX, batchY] = [new Float64Array(count * counts[0]), new Float64Array(count)];
  const random = seeded(settings.seed + 1);
  let [order, at] = [shuffledOrder(count, random), 0];
  const self = { counts, network, train, test, room, steps: 0, epochs: 0, history: [], stopped: null, dead: 0, deadAtStart: 0 };

  // The points of the next step, as places in the training data; the last batch of an epoch may be smaller.
  self.nextBatch = (size) => order.subarray(at, Math.min(count, at + size));

  function gather(batch) {
    const inputs = counts[0];
    for (let r = 0; r < batch.length; r += 1) {
      for (let i = 0; i < inputs; i += 1) batchX[r * inputs + i] = train.x[batch[r] * inputs + i];
      batchY[r] = train.y[batch[r]];
    }
  }

  // One update. False from the step on at which the loss or a weight has run away: training stops there by itself.
  self.step = (rate, size, momentum = 0) => {
    if (self.stopped !== null) return false;
    const batch = self.nextBatch(size);
    gather(batch);
    const loss = trainStep(network, batchX, batchY, batch.length, room, { rate, momentum });
    self.steps += 1;
    self.epochs += batch.length / count;
    at += batch.length;
    if (at >= count) [order, at] = [shuffledOrder(count, random), 0];
    if (!(loss < RUN_AWAY) || !allFinite(network)) self.stopped = self.steps;
    return self.stopped === null;
  };

  // Updates until the points of one epoch have all had their turn.
  self.epoch = (rate, size) => {
    do if (!self.step(rate, size)) return false; while (at > 0);
    return true;
  };

  // Each layer's gradient (in network[l].gradient) and each unit's blame on the next batch, without an update.
  self.lookAhead = (size) => {
    const batch = self.nextBatch(size);
    gather(batch);
    forwardPass(network, batchX, batch.length, room);
    backwardPass(network, batchX, batchY, batch.length, room);
    return batch;
  };

  // One point of the training data on its own: every unit's output and blame, and its part of the loss.
  const one = newRoom(network, 1);
  self.lookAt = (i) => {
    const x = train.x.subarray(i * counts[0], (i + 1) * counts[0]);
    forwardPass(network, x, 1, one);
    const loss = backwardPass(network, x, train.y.subarray(i, i + 1), 1, one);
    return { x, loss, outputs: one.outputs, blame: one.blame, sum: one.sums[0] };
  };

  // What one unit (layer −1: an input) makes of one point, given as its inputs.
  self.outputAt = (x, { layer, unit }) => {
    forwardPass(network, x, 1, one);
    return layer < 0 ? x[unit] : one.outputs[layer][unit];
  };

  // ReLUs that are 0 at every point of the last forward pass through `room`.
  const countDead = (rows) => network.reduce((sum, { activation, units }, l) => {
    if (activation !== "relu") return sum;
    const silent = (unit) => { for (let i = 0; i < rows; i += 1) if (room.outputs[l][i * units + unit] > 0) return false; return true; };
    return sum + Array.from({ length: units }, (_, unit) => silent(unit)).filter(Boolean).length;
  }, 0);

  const judge = ({ x, y, points }) => {
    const outputs = forwardPass(network, x, points.length, room);
    let wrong = 0;
    for (let i = 0; i < points.length; i += 1) wrong += outputs[i] > 0.5 !== y[i] > 0.5;
    return { loss: lossOf(network, y, points.length, room), wrong, count: points.length };
  };
  // Loss and mistakes on both sets, kept in the history; where it gets too long, every second entry goes.
  self.measure = () => {
    const trained = judge(train);
    self.dead = countDead(count);
    if (!self.steps) self.deadAtStart = self.dead;
    const now = { train: trained, test: judge(test) };
    const { history } = self;
    if (history.at(-1)?.[0] !== self.epochs && Number.isFinite(now.train.loss)) history.push([self.epochs, now.train.loss, now.test.loss]);
    if (history.length > LONGEST) self.history = history.filter((_, i) => i % 2 === 0 || i === history.length - 1);
    return now;
  };
  return self;
}

// A sentence about the ReLUs that the last measuring has found dead, or none.
export function deadWords({ network, dead, deadAtStart, steps }) {
  if (!dead) return "";
  const all = network.slice(0, -1).reduce((sum, { units }) => sum + units, 0);
  const [are, they, their] = dead === 1 ? ["is", "it learns", "its"] : ["are", "they learn", "their"];
  return `${dead} of ${all} ReLUs ${are} dead: 0 at every training point, so ${their} slope is 0 and ${they} nothing.${
    steps && dead > deadAtStart ? " Steps that are too large do this: try a smaller learning rate." : ""}`;
}

// A training as the playground runs it, under node: epochs and batches, the curve, running away, and the equations,
// whose numbers must be those of the step that follows.

import assert from "node:assert/strict";
import { test } from "node:test";

import { equationsOf } from "../../dlcourse/explore/equations.js";
import { weightsOf } from "../../dlcourse/explore/network.js";
import { DATA } from "../../dlcourse/explore/points.js";
import { fits, newTrainer } from "../../dlcourse/explore/trainer.js";

const SETTINGS = { data: "circle", noise: 0.15, data_seed: 1, inputs: ["x1", "x2"], hidden: [4, 3], activation: "tanh", seed: 0,
  own: {}, shift: [0, 0], scale: [1, 1] };
const trainer = (news = {}, weights = null) => newTrainer({ ...SETTINGS, ...news }, weights);
const value = (text) => Number(text.replaceAll("−", "-"));
const lastNumber = (line) => value(line.match(/−?[\d.]+(?:e−?\d+)?(?=[^\d]*$)/)[0]);

test("an epoch is every point once, the last batch smaller; a step is one batch", () => {
  const one = trainer();
  const seen = [];
  for (let s = 0; s < 8; s += 1) { seen.push(...one.nextBatch(40)); one.step(0.1, 40); }
  assert.deepEqual(seen.sort((a, b) => a - b), Array.from({ length: 300 }, (_, i) => i));
  assert.deepEqual([one.steps, Math.round(1e9 * one.epochs) / 1e9], [8, 1]);
  one.epoch(0.1, 40);
  assert.deepEqual([one.steps, Math.round(1e9 * one.epochs) / 1e9], [16, 2]);
  one.step(0.1, 300);
  one.epoch(0.1, 70);
  assert.equal(one.steps, 22);
  one.step(0.1, 40);
  one.epoch(0.1, 40); // what is left of the epoch
  assert.deepEqual([one.steps, Math.round(1e9 * one.epochs) / 1e9], [30, 5]);
});

test("the same settings train to the same weights; another seed does not", () => {
  const [a, b, c] = [trainer(), trainer(), trainer({ seed: 1 })];
  for (const one of [a, b, c]) for (let e = 0; e < 5; e += 1) one.epoch(0.1, 10);
  assert.deepEqual(weightsOf(a.network), weightsOf(b.network));
  assert.notDeepEqual(weightsOf(a.network), weightsOf(c.network));
});

test("the loss falls on every data set, and measuring changes nothing", () => {
  for (const data of DATA) {
    const one = trainer({ data, hidden: [8, 8] });
    const before = one.measure().train.loss;
    for (let e = 0; e < 200; e += 1) one.epoch(0.1, 10);
    const weights = weightsOf(one.network);
    const now = one.measure();
    assert.ok(now.train.loss < 0.2 * before, `${data}: ${before} to ${now.train.loss}`);
    assert.ok(now.test.wrong < 15);
    assert.deepEqual(weightsOf(one.network), weights);
  }
});

test("the curve stays short and keeps its beginning and its end", () => {
  const one = trainer({ hidden: [1] });
  one.measure();
  one.measure();
  assert.equal(one.history.length, 1, "the same moment once");
  for (let e = 0; e < 1500; e += 1) { one.epoch(0.1, 100); one.measure(); }
  assert.ok(one.history.length <= 401 && one.history.length > 150);
  assert.equal(one.history[0][0], 0);
  assert.ok(Math.abs(one.history.at(-1)[0] - one.epochs) < 1e-9);
});

test("a training that runs away stops by itself, says at which step, and stays there", () => {
  const one = trainer({ activation: "linear", hidden: [8, 8, 8] });
  let alive = true;
  for (let e = 0; e < 20 && alive; e += 1) alive = one.epoch(10, 10);
  assert.equal(alive, false);
  assert.ok(one.stopped > 0 && one.stopped < 30);
  const { steps } = one;
  assert.equal(steps, one.stopped);
  assert.equal(one.step(0.1, 10), false);
  assert.equal(one.steps, steps);
  const tame = trainer({ activation: "linear", hidden: [8, 8, 8] });
  for (let e = 0; e < 20; e += 1) assert.ok(tame.epoch(0.01, 10));
});

test("weights are taken only where they fit", () => {
  const list = weightsOf(trainer().network);
  assert.ok(fits(list, [2, 4, 3, 1]));
  for (const counts of [[2, 4, 1], [3, 4, 3, 1], [2, 4, 2, 1], [2, 3, 4, 1]]) assert.ok(!fits(list, counts));
  assert.deepEqual(weightsOf(trainer({ seed: 9 }, list).network), list);
});

test("the update that the equations announce is the one that the next step makes", () => {
  for (const activation of ["tanh", "relu", "sigmoid", "linear"]) {
    const one = trainer({ activation });
    for (let e = 0; e < 3; e += 1) one.epoch(0.1, 10);
    for (const place of [{ layer: 0, unit: 1 }, { layer: 1, unit: 2 }, { layer: 2, unit: 0 }]) {
      const { inputs, units } = one.network[place.layer];
      const found = equationsOf(one, place, 7, ["x1", "x2"], 0.25, 10);
      assert.equal(found.step, one.steps + 1);
      assert.equal(found.batch, 10);
      assert.equal(found.update.length, inputs + 1);
      const parts = () => {
        const { weights, bias } = one.network[place.layer];
        return [...Array.from({ length: inputs }, (_, i) => weights[i * units + place.unit]), bias[place.unit]];
      };
      const old = parts();
      one.step(0.25, 10);
      const now = parts();
      found.update.forEach(([, before, gradient, , after], i) => {
        assert.ok(Math.abs(value(before) - old[i]) < 6e-5);
        assert.ok(Math.abs(value(after) - now[i]) < 6e-5);
        assert.ok(Math.abs(old[i] - 0.25 * value(gradient) - now[i]) < 2e-5);
      });
    }
  }
});

test("sum, activation and blame in the equations are the network's", () => {
  const one = trainer();
  for (let e = 0; e < 3; e += 1) one.epoch(0.1, 10);
  const i = 12;
  const size = 1; // a batch of one point: its own gradients are the batch's
  while (one.nextBatch(size)[0] !== i) one.step(0.01, size);
  for (const place of [{ layer: 0, unit: 1 }, { layer: 1, unit: 0 }, { layer: 2, unit: 0 }]) {
    const found = equationsOf(one, place, i, ["x1", "x2"], 0.1, size);
    const seen = one.lookAt(i);
    assert.ok(Math.abs(lastNumber(found.sum[1]) - seen.outputs[place.layer][place.unit]) < 6e-4);
    const gradients = found.back.filter((line) => line.startsWith("gradient"));
    assert.equal(gradients.length, found.update.length);
    gradients.forEach((line, k) => assert.ok(Math.abs(lastNumber(line) - value(found.update[k][2])) < 2e-4, line));
  }
  const output = equationsOf(one, { layer: 2, unit: 0 }, i, ["x1", "x2"], 0.1, size);
  const [a, y] = [one.lookAt(i).outputs[2][0], one.train.labels[i]];
  assert.match(output.sum[2], y ? /−ln\(a\)/ : /−ln\(1 − a\)/);
  assert.ok(Math.abs(-Math.log(y ? a : 1 - a) - value(output.sum[2].match(/= ([\d.]+),/)[1])) < 6e-4);
});

// What explorers stand on, under node: numbers, contrasts, labels, and the two promises about time (at most one
// change a frame; the hand's newest value wins). Run by `node --test tests/js`, and by pytest.

import assert from "node:assert/strict";
import { test } from "node:test";

import { CLASSES, contrast, decimalsOf, link, MARKERS, markerPath, nice, perFrame, placeLabels, plane, show, snap, THEMES,
  ticks, tint } from "../../dlcourse/explore/shared.js";
import { standIn } from "../../dlcourse/explore/stand_in.js";

function frames() { // a clock that ticks when told
  let waiting = [];
  return { ask: (callback) => waiting.push(callback), tick: () => { const due = waiting; waiting = []; due.forEach((f) => f()); } };
}

test("nice numbers are 1, 2 or 5 times a power of ten, on the asked side", () => {
  assert.deepEqual([0.11, 1, 1.01, 3, 7, 120].map((v) => nice(v)), [0.2, 1, 2, 5, 10, 200]);
  assert.deepEqual([0.19, 1, 4.9, 9, 120].map((v) => nice(v, false)), [0.1, 1, 2, 5, 100]);
  for (let k = -6; k < 7; k += 1) assert.equal(nice(10 ** k), nice(10 ** k, false));
});

test("ticks are multiples of the step, inside the range, ends included", () => {
  assert.deepEqual(ticks(-2, 2, 4), { step: 1, values: [-2, -1, 0, 1, 2] });
  assert.deepEqual(ticks(2900, 6100, 4).values, [3000, 4000, 5000, 6000]);
  for (const value of ticks(0.013, 0.091, 5).values) assert.ok(value >= 0.013 && value <= 0.091);
});

test("numbers are shown with a true minus and without a negative zero", () => {
  assert.equal(show(-1.005, 1), "−1.0");
  assert.equal(show(-0.0004), "0.00");
  assert.equal(show(12.3456, 3), "12.346");
  assert.equal(decimalsOf(0.05), 2);
  assert.equal(decimalsOf(20), 0);
  assert.equal(snap(0.30000000000000004, 0.05), 0.3);
  assert.equal(snap(-1.27, 0.1), -1.3);
});

test("text and marks can be read in both themes, on the bare page and on either class's half of the plane", () => {
  for (const theme of Object.values(THEMES)) {
    const grounds = [theme.background, ...[0, 1].map((k) => tint(CLASSES[k], theme.background, theme.tint))];
    for (const ground of grounds) {
      assert.ok(contrast(theme.text, ground) >= 4.5, `text on ${ground}`);
      for (const mark of ["outline", "alarm"]) assert.ok(contrast(theme[mark], ground) >= 3, `${mark} on ${ground}`);
    }
    assert.ok(contrast(theme.muted, theme.background) >= 4.5);
    for (const mark of ["rule", "focus"]) assert.ok(contrast(theme[mark], theme.background) >= 3, mark);
  }
  assert.equal(Math.round(contrast("#000000", "rgb(255, 255, 255)")), 21);
});

test("every marker has an outline of its own", () => {
  const paths = MARKERS.map((marker) => markerPath(marker, 6));
  assert.equal(new Set(paths).size, MARKERS.length);
  for (const path of paths) assert.doesNotMatch(path, /NaN|undefined/);
});

test("a plane's scales lead there and back, equal units are equal, and what is dragged stays inside", () => {
  const view = plane(500, 430, [-3, 4], [-2, 2], true);
  assert.ok(Math.abs(view.x.unit - view.y.unit) < 1e-9);
  assert.ok(view.x.range[0] <= -3 && view.x.range[1] >= 4 && view.y.range[0] <= -2 && view.y.range[1] >= 2);
  for (const point of [[0, 0], [1.5, -0.7]]) {
    view.data(...view.pixel(point)).forEach((v, axis) => assert.ok(Math.abs(v - point[axis]) < 1e-9));
  }
  assert.deepEqual(view.data(-100, 9999), [view.x.range[0], view.y.range[0]]);
  const free = plane(500, 430, [30, 60], [2500, 6500], false);
  assert.deepEqual([free.x.range, free.y.range], [[30, 60], [2500, 6500]]);
});

test("labels touch no mark and no other label, and stay in the box", () => {
  const box = { left: 0, top: 0, right: 400, bottom: 300 };
  const marks = Array.from({ length: 14 }, (_, i) => [30 + 27 * i, 150 + 60 * Math.sin(i * 2)]);
  const widths = marks.map(() => 36);
  const places = placeLabels(marks, widths, box).map((place) => place && [place[0] - 18, place[1] - 7.5, place[0] + 18, place[1] + 7.5]);
  const shown = places.filter(Boolean);
  assert.ok(shown.length >= 10);
  const hits = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
  shown.forEach((a, i) => {
    assert.ok(a[0] >= 0 && a[2] <= 400 && a[1] >= 0 && a[3] <= 300);
    shown.slice(i + 1).forEach((b) => assert.ok(!hits(a, b)));
    marks.forEach(([x, y]) => assert.ok(!hits(a, [x - 6, y - 6, x + 6, y + 6])));
  });
});

test("work asked for many times in a frame is done at once and once more, with the newest state", () => {
  const clock = frames();
  const seen = [];
  let value = 0;
  const run = perFrame(() => seen.push(value), clock.ask);
  for (value = 1; value <= 20; value += 1) run();
  assert.deepEqual(seen, [1]);
  clock.tick();
  assert.deepEqual(seen, [1, 21]);
  clock.tick();
  clock.tick();
  assert.deepEqual(seen, [1, 21]);
});

test("the model hears of a burst at most once a frame, and of the last value", () => {
  const clock = frames();
  const model = standIn({ w: 0, b: 0 });
  let saved = 0;
  model.save_changes = () => { saved += 1; };
  let drawn = 0;
  const { state, set } = link(model, ["w", "b"], () => { drawn += 1; }, clock.ask);
  for (let i = 1; i <= 20; i += 1) set({ w: i });
  assert.deepEqual([state.w, drawn, saved, model.get("w")], [20, 20, 1, 1]);
  clock.tick();
  assert.deepEqual([saved, model.get("w")], [2, 20]);
});

test("an echo of an older value does not pull the hand back; a cell's value is taken", () => {
  const clock = frames();
  const model = standIn({ w: 0 });
  const { state, set, dispose } = link(model, ["w"], () => {}, clock.ask);
  set({ w: 1 });
  set({ w: 2 });
  model.set("w", 1); // the kernel's echo, while 2 still waits for its frame
  assert.equal(state.w, 2);
  clock.tick();
  model.set("w", 7); // a cell
  assert.equal(state.w, 7);
  dispose();
  model.set("w", 8);
  assert.equal(state.w, 7);
});

// When the drawing pad asks the kernel, with a clock turned by hand; and how a drawing grows.

import assert from "node:assert/strict";
import { test } from "node:test";
import { asker, begun, EMPTY, goneOn, isEmpty, rounded } from "../../dlcourse/explore/ink.js";

function setUp() {
  let time = 0;
  let timers = [];
  const clock = {
    now: () => time,
    later: (work, wait) => { const timer = { work, at: time + wait }; timers.push(timer); return timer; },
    forget: (timer) => { timers = timers.filter((other) => other !== timer); },
  };
  const [sent, overs, lates] = [[], [], []];
  const asks = asker({ send: (number, over) => { sent.push([number, time]); overs.push(over); }, late: (is) => lates.push(is), clock });
  const pass = (to) => {
    for (;;) {
      const next = timers.filter(({ at }) => at <= to).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      timers = timers.filter((other) => other !== next);
      time = next.at;
      next.work();
    }
    time = to;
  };
  return { asks, sent, overs, lates, pass, timers: () => timers.length };
}

test("a quick kernel is asked at most once in 67 ms, and once more when the stroke ends", () => {
  const { asks, sent, lates, pass } = setUp();
  for (let time = 0; time <= 1000; time += 10) {
    pass(time);
    asks.want();
    asks.heard(sent.length); // it answers at once
  }
  assert.ok(sent.length <= 15, `${sent.length} in a second`);
  assert.ok(sent.length >= 13);
  for (let i = 1; i < sent.length; i += 1) assert.ok(sent[i][1] - sent[i - 1][1] >= 67);
  pass(1001);
  asks.want(true);
  assert.equal(sent.at(-1)[1], 1001, "at once");
  assert.deepEqual(lates, []);
});

test("a slow kernel is asked again when it has answered, about the newest drawing only", () => {
  const { asks, sent, pass } = setUp();
  asks.want();
  for (let time = 10; time <= 500; time += 10) { pass(time); asks.want(); }
  assert.deepEqual(sent, [[1, 0]], "the others are dropped");
  pass(510);
  asks.heard(1);
  assert.deepEqual(sent, [[1, 0], [2, 510]]);
  asks.heard(2);
  pass(5000);
  assert.equal(sent.length, 2, "nothing has changed since");
});

test("a stroke's end overtakes one answer under way, and only one", () => {
  const { asks, sent, overs, pass } = setUp();
  asks.want();
  pass(20);
  asks.want(true);
  assert.deepEqual([sent, overs], [[[1, 0], [2, 20]], [false, true]]);
  pass(30);
  asks.want(true);
  asks.heard(1);
  assert.equal(sent.length, 2, "two are under way, then still one");
  pass(40);
  asks.heard(2);
  assert.deepEqual([sent.at(-1), overs.at(-1)], [[3, 40], false], "the newest drawing, now that nothing is under way");
});

test("a silent kernel is told of after a second, once, and asked about what comes; an answer ends it", () => {
  const { asks, sent, lates, pass } = setUp();
  asks.want(true);
  pass(999);
  assert.deepEqual(lates, []);
  pass(1000);
  assert.deepEqual(lates, [true]);
  asks.want(true);
  assert.equal(sent.length, 2, "the kernel shall find the newest drawing when it is free again");
  pass(9000);
  asks.heard(1);
  assert.deepEqual(lates, [true], "an answer to an older drawing");
  asks.heard(2);
  assert.deepEqual(lates, [true, false]);
  pass(20000);
  assert.deepEqual(lates, [true, false]);
});

test("what was drawn while a silent kernel was waited for is sent when the second is over", () => {
  const { asks, sent, pass } = setUp();
  asks.want();
  pass(500);
  asks.want();
  assert.equal(sent.length, 1);
  pass(1000);
  assert.equal(sent.length, 2);
});

test("numbers go on from those of another view; nothing runs on after the end", () => {
  const { asks, sent, pass, timers } = setUp();
  asks.heard(41);
  asks.want();
  assert.equal(sent[0][0], 42);
  asks.dispose();
  assert.equal(timers(), 0);
  pass(2000);
  assert.equal(sent.length, 1);
});

test("the pen begins anew on an example, the rubber works on it, and nothing is changed in place", () => {
  const shown = Object.freeze({ example: true, strokes: Object.freeze([]) });
  assert.deepEqual(begun(shown, [0.5, 0.25], false), { example: false, strokes: [{ rub: false, points: [[0.5, 0.25]] }] });
  const rubbed = begun(shown, [0.5, 0.25], true);
  assert.equal(rubbed.example, true);
  const further = goneOn(rubbed, [[0.6, 0.25], [0.6001, 0.25], [9, -9]]);
  assert.deepEqual(further.strokes[0].points, [[0.5, 0.25], [0.6, 0.25], [1.2, -0.2]]);
  assert.equal(rubbed.strokes[0].points.length, 1);
  assert.equal(begun(further, [0, 0], true).strokes.length, 2);
  assert.ok(isEmpty(EMPTY) && !isEmpty(shown) && !isEmpty(further));
});

test("a stroke's path begins and ends where the stroke does, a dot too", () => {
  assert.deepEqual(rounded([[0.5, 0.5]], 100), [["moveTo", [50, 50]], ["lineTo", [50, 50]]]);
  const path = rounded([[0, 0], [0.5, 0], [0.5, 1], [1, 1]], 10);
  assert.deepEqual(path.map(([command]) => command), ["moveTo", "quadraticCurveTo", "quadraticCurveTo", "lineTo"]);
  assert.deepEqual(path[1][1], [5, 0, 5, 5], "half-way to the next point");
  assert.deepEqual(path.at(-1)[1], [10, 10]);
});

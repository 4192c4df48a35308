// The computation graph's boxes can be read in both themes.

import assert from "node:assert/strict";
import { test } from "node:test";

import { drawGraphNode } from "../../dlcourse/explore/graph_drawing.js";
import { contrast, THEMES } from "../../dlcourse/explore/drawing.js";

globalThis.Path2D = class { roundRect() {} };

test("every line of every box has enough contrast with what is behind it", () => {
  for (const theme of Object.values(THEMES)) {
    for (const role of ["inputs", "weights", "activations"]) {
      const behind = [];
      const said = [];
      const context = { font: "15px sans", save() {}, restore() {}, clip() {}, fill() {}, stroke() {},
        fillRect() { behind.push(this.fillStyle); }, fillText(text) { said.push([text, this.fillStyle]); } };
      drawGraphNode(context, [60, 40], [110, 70], { title: "w", value: "3", gradient: "gradient 8", role, bold: true }, theme);
      assert.deepEqual(said.map(([text]) => text), ["w", "3", "gradient 8"]);
      assert.equal(behind.length, 2);
      for (const ground of [...behind, theme.background]) for (const [, colour] of said) assert.ok(contrast(colour, ground) >= 4.5, `${role} on ${ground}`);
    }
  }
});

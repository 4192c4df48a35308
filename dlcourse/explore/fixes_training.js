// Training on demand: a button that asks Python for one epoch after the other, so that the kernel is free between two
// of them and a stop is nothing but asking no more.

import { button, make, show } from "./shared.js";
import { row } from "./controls.js";

export const strengthWords = (v) => (typeof v !== "number" ? String(v ?? "")
  : v >= 1000 ? String(v).replace(/\B(?=(\d{3})+$)/g, ",") : String(Number(v.toPrecision(6))));
export const fixWords = ({ fix, strength }) => `${fix} ${strengthWords(strength)}`.trim();

// Orders and answers go by number: what was asked before a stop is not answered twice. Returns what writes the state.
export function trainingButton(parent, model) {
  let [number, running, said] = [0, false, ""];
  const line = row(parent);
  const press = button(line, "Train it now", () => (running ? stop() : start()));
  const status = make("output", { className: "dlx-status" });
  line.append(status);
  const ask = (what) => {
    number = Math.max(number, model.get("order")?.[0] ?? 0) + 1;
    model.set("order", [number, what]);
    model.save_changes();
  };
  const write = () => {
    line.hidden = !model.get("can_train");
    press.textContent = running ? "Stop" : "Train it now";
    status.value = said;
  };
  function start() {
    [running, said] = [true, "Python was asked for the first epoch. If the kernel is busy with a cell, this waits; if it was restarted, run this cell again."];
    ask("start");
    write();
  }
  function stop() {
    running = false;
    ask("stop");
    said = "Stopped.";
    write();
  }
  const hear = () => {
    if (!running || model.get("answered") !== number) return;
    const last = model.get("trained").at(-1);
    const trouble = model.get("trouble");
    if (trouble || !last || last.done) {
      running = false;
      const metric = model.get("metric");
      said = trouble || (last ? `${fixWords(last)}, seed ${last.seed}: trained for ${last.history.loss.length} epochs. Validation ${metric} at the end: `
        + `${show(last.history[`val_${metric}`].at(-1), 3)}.` : "");
    } else {
      said = `${fixWords(last)}, seed ${last.seed}: epoch ${last.history.loss.length} is done.`;
      ask("next");
    }
    write();
  };
  model.on("change:answered", hear);
  write();
  return { write, dispose: () => { if (running) stop(); model.off("change:answered", hear); } };
}

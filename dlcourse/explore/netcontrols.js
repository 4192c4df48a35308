// Controls that the explorers of small networks share: how many hidden layers, how wide each, which activation; and
// a player that pauses when nobody can see it,
// and what the points' marks mean.

import { namedSelect, player, rangeSlider } from "./controls.js";
import { CLASSES, legend, MARKERS } from "./shared.js";

export const DEEPEST = 4;
export const WIDEST = 8;
export const SQUARES_AND_LINES = "Each square shows what a unit makes of the plane: blue above zero, red below; the output's shows "
  + "the colour of the class it answers. Lines are weights: blue and solid above zero, red and dashed below, wider where larger. ";
const WHOLE = (value) => String(value);

// Sliders for `state.hidden` and a choice for `state.activation`. Returns what writes the state into them.
export function architecture(parent, state, set) {
  const kept = [4, 4, 4, 4]; // a layer that comes back has the width it had
  const change = (hidden) => set({ hidden });
  const depth = rangeSlider(parent, { label: "hidden layers", value: state.hidden.length, low: 0, high: DEEPEST, step: 1,
    text: WHOLE, change: (count) => change(kept.slice(0, count)) });
  const widths = kept.map((_, l) => rangeSlider(parent, { label: `units in hidden layer ${l + 1}`, value: 4, low: 1,
    high: WIDEST, step: 1, text: WHOLE, change: (units) => change(state.hidden.map((old, k) => (k === l ? units : old))) }));
  const names = ["tanh", "relu", "sigmoid", "linear"].map((name) => [name, name]);
  const choice = namedSelect(parent, "activation of the hidden layers", names, state.activation, (activation) => set({ activation }));
  return () => {
    state.hidden.forEach((units, l) => { kept[l] = units; });
    depth.value(state.hidden.length);
    widths.forEach((one, l) => { one.visible(l < state.hidden.length); one.value(kept[l]); });
    choice.value(state.activation);
  };
}

// A player that also stops when the whole explorer around its element is scrolled out of sight, or its page is hidden:
// who moves a slider below the picture still trains. It never starts by itself.
export function watchedPlayer(element, tick, changed) {
  const one = player(element, tick, changed);
  const sight = new IntersectionObserver((seen) => { if (!seen.at(-1).isIntersecting) one.pause(); });
  const hide = () => { if (document.hidden) one.pause(); };
  sight.observe(element.closest(".dlx"));
  document.addEventListener("visibilitychange", hide);
  const dispose = () => { one.pause(); sight.disconnect(); document.removeEventListener("visibilitychange", hide); };
  return { ...one, dispose };
}

// What the points' marks mean, and which answer of the network goes with each.
export function classLegend(parent, names) {
  legend(parent, [[MARKERS[1], CLASSES[1], `${names[1]}: output above 0.5`], [MARKERS[0], CLASSES[0], `${names[0]}: output 0.5 or less`]]);
  parent.lastChild.classList.add("dlx-across");
}

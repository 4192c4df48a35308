// Controls for choosing: a group of radio buttons, a group of check boxes, and a piece of a line for the text beside it.

import { checkbox, make } from "./shared.js";

let groupCount = 0;
const groupPage = Math.random().toString(36).slice(2, 8); // two explorers on a page share no group

function fieldset(parent, label) {
  const box = make("fieldset", { className: "dlx-fields dlx-choices" }, make("legend", {}, label));
  parent.append(box);
  return box;
}

// One of several: `options` is a list of [value, words]. `value(v)` chooses without telling anybody; `options(list)`
// puts others in their place.
export function radioGroup(parent, label, options, value, change) {
  const box = fieldset(parent, label);
  const name = `dlx-radio-${groupPage}-${(groupCount += 1)}`;
  let inputs = [];
  const fill = (list) => {
    inputs.forEach(([, input]) => input.parentElement.remove());
    inputs = list.map(([v, words]) => {
      const input = make("input", { type: "radio", name });
      input.addEventListener("change", () => change(v));
      box.append(make("label", { className: "dlx-check" }, input, words));
      return [v, input];
    });
  };
  fill(options);
  const choose = (v) => inputs.forEach(([one, input]) => { input.checked = one === v; });
  choose(value);
  return { box, value: choose, options: fill };
}

// Any of several; `change(value, on)` hears of one. `value(list)` checks those in the list and no other, `show(list)`
// leaves no other to be seen.
export function checkGroup(parent, label, options, values, change) {
  const box = fieldset(parent, label);
  const inputs = options.map(([v, words, picture]) => {
    const input = checkbox(box, "", values.includes(v), (on) => change(v, on));
    input.after(...(picture ? [picture] : []), words);
    return [v, input];
  });
  const each = (work) => (list) => inputs.forEach(([v, input]) => work(input, list.includes(v)));
  return { box, value: each((input, on) => { input.checked = on; }), show: each((input, on) => { input.parentElement.hidden = !on; }) };
}

// A short piece of a line, as a legend shows it: colour, width, dashes as for a canvas, and a marker's path on it.
export function lineSwatch(colour, width = 2.5, dash = [], marker = null, hollow = false) {
  const inside = (tag, attributes) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const svg = inside("svg", { viewBox: "-18 -10 36 20", "aria-hidden": "true", class: "dlx-line" });
  svg.append(inside("path", { d: "M-18 0H18", stroke: colour, "stroke-width": width, "stroke-dasharray": dash.join(" ") || "none" }));
  const mark = hollow ? { stroke: colour, class: "dlx-line-hollow" } : { fill: colour, class: "dlx-line-mark" };
  if (marker) svg.append(inside("path", { d: marker, ...mark }));
  return svg;
}

export function lineLegend(parent, entries) {
  const list = entries.map(([mark, words]) => make("li", {}, mark, make("span", {}, words)));
  parent.append(make("ul", { className: "dlx-list dlx-lines" }, ...list));
  return parent.lastChild;
}

// A square to draw on with mouse, finger, pen or keys: a transparent field over the canvas, so that a finger on it
// draws and a finger beside it scrolls. It knows points (shares of its side) and keys, not what is drawn with them.

import { make } from "./shared.js";

const PEN_STEP = 0.04; // of the pad's side for each arrow key

// `hand` has begin(point), goOn(points), end(), clear(), undo() and moved() (the keyboard's pen, or it was lifted).
// Returns the field, its place on the stage, and where the keyboard's pen is.
export function drawingPad(stage, hand) {
  const field = stage.appendChild(make("div", { className: "dlx-pad", tabIndex: 0 }));
  field.setAttribute("role", "application");
  field.setAttribute("aria-roledescription", "drawing pad");
  const pen = { at: [0.5, 0.5], down: false, shown: false };
  let held = null; // the pointer that draws; a second finger is left alone
  const point = (event) => {
    const box = field.getBoundingClientRect();
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
  };
  const lift = () => {
    if (!pen.down) return;
    pen.down = false;
    hand.end();
  };
  field.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || held !== null) return;
    lift();
    held = event.pointerId;
    field.setPointerCapture(held);
    pen.shown = false;
    hand.begin(point(event));
  });
  field.addEventListener("pointermove", (event) => {
    if (event.pointerId !== held) return;
    const all = event.getCoalescedEvents?.() ?? []; // a fast hand moves several times a frame
    hand.goOn((all.length ? all : [event]).map(point));
  });
  const release = (event) => {
    if (event.pointerId !== held) return;
    held = null;
    hand.end();
  };
  for (const name of ["pointerup", "pointercancel", "lostpointercapture"]) field.addEventListener(name, release);
  for (const name of ["touchstart", "touchmove"]) { // where touch-action is not enough: no scrolling, no mouse events
    field.addEventListener(name, (event) => event.cancelable && event.preventDefault(), { passive: false });
  }
  field.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z";
    if (isUndo) { lift(); hand.undo(); }
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (way) {
      pen.at = pen.at.map((v, axis) => Math.min(1, Math.max(0, v + PEN_STEP * way[axis])));
      if (pen.down) hand.goOn([pen.at]);
    } else if (event.key === " ") {
      if (pen.down) lift();
      else { pen.down = true; hand.begin(pen.at); }
    } else if (event.key === "Escape") lift();
    else if (event.key === "Delete" || event.key === "Backspace") { lift(); hand.clear(); }
    else return;
    pen.shown = true;
    event.preventDefault();
    event.stopPropagation();
    hand.moved();
  });
  field.addEventListener("blur", () => { lift(); pen.shown = false; hand.moved(); });
  // JupyterLab looks at keys before the page does, and Ctrl+Z would undo in a cell: the field says that it is taken.
  const claim = (event) => event.target === field && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z"
    && field.setAttribute("data-lm-suppress-shortcuts", "");
  window.addEventListener("keydown", claim, true);
  const put = ({ left, top, size }) => Object.assign(field.style, { left: `${left}px`, top: `${top}px`, width: `${size}px`, height: `${size}px` });
  return { field, pen, lift, put, dispose: () => window.removeEventListener("keydown", claim, true) };
}

// The drawing pad: a digit drawn by hand, the 28 x 28 picture that the network sees, and what the learner's own model,
// asked in the kernel while the hand draws, says about it. What a drawing is and when to ask is in ink.js.

import { drawBars, drawPixels, percent } from "./bars.js";
import { row } from "./controls.js";
import { unpackPictures } from "./forward.js";
import { asker, begun, EMPTY, goneOn, isEmpty, PEN, rounded, RUBBER } from "./ink.js";
import { drawingPad } from "./pad.js";
import { button, checkbox, make, mount, ROLES } from "./shared.js";

const SEEN_SIDE = 28;
const CAPTION = 26;
const KEYS = "Draw with mouse, finger or pen. Keys: Tab to the pad, arrows move the pen, Space sets it down and lifts it, "
  + "Escape lifts it, Delete clears, Ctrl+Z takes the last stroke back.";

// Where the parts stand for a canvas's width: side by side, or the pad above the rest.
export function padLayout(width) {
  const wide = width >= 600;
  const size = Math.round(Math.min(380, wide ? 0.45 * width : width - 4));
  const cell = wide ? Math.max(4, Math.floor((0.19 * width) / SEEN_SIDE)) : 4;
  const below = wide ? CAPTION : size + 2 * CAPTION + 10;
  const left = wide ? size + 26 : 2;
  return {
    pad: { left: 2, top: CAPTION, size }, seen: { left, top: below, cell },
    bars: { left: left + SEEN_SIDE * cell + 34, right: width - 2, top: below, height: wide ? size : 230 },
    height: wide ? CAPTION + size + 4 : below + 234,
  };
}

export function render({ model, el }) {
  const app = mount({ model, el, traits: ["drawing", "answer", "example", "reading"], draw,
    shape: (width) => padLayout(width).height / width });
  const { state, set, headline, canvas, readout, panel } = app;
  let [drawing, sent, past, rubs, late] = [state.drawing, state.drawing, [], false, false];
  const unpack = (text) => (text ? unpackPictures(text, SEEN_SIDE)[0] : Array(SEEN_SIDE * SEEN_SIDE).fill(0));
  const asks = asker({
    send: (number, over) => {
      const arrived = model.get("drawing") === sent; // else it still waits for its frame, and is replaced there
      sent = { ...drawing, number };
      if (over && arrived) overtake();
      else set({ drawing: sent });
    },
    late: (is) => { late = is; app.redraw(); },
  });
  // JupyterLab holds a trait back until the kernel is done with the one before; a message goes at once.
  function overtake() {
    state.drawing = sent;
    model.set("drawing", sent);
    model.send({ drawing: sent });
  }
  const change = (next, hurry) => { drawing = next; asks.want(hurry); app.redraw(); };
  const keep = () => { past = [...past.slice(-99), drawing]; };
  const clear = () => { if (!isEmpty(drawing)) { keep(); change(EMPTY, true); } };
  const undo = () => { if (past.length) change(past.pop(), true); };
  const pad = drawingPad(canvas.parentElement, {
    begin: (point) => { keep(); change(begun(drawing, point, rubs)); },
    goOn: (points) => change(goneOn(drawing, points)),
    end: () => asks.want(true),
    clear, undo, moved: () => { where.textContent = penWords(); app.redraw(); },
  });

  canvas.tabIndex = -1; // the pad takes the keys
  canvas.before(pad.field); // so that Tab meets it before the buttons
  canvas.parentElement.parentElement.classList.add("dlx-wide");
  const buttons = row(panel);
  const undoes = button(buttons, "Undo the last stroke", undo);
  button(buttons, "Clear", clear);
  const shows = button(buttons, "Show the example", () => { keep(); change({ example: true, strokes: [] }, true); });
  const rubber = checkbox(buttons, "rub out instead of drawing", rubs, (on) => { rubs = on; });
  const told = readout.appendChild(make("div", { className: "dlx-two" }));
  readout.append(make("div", { className: "dlx-muted" }, KEYS));
  const where = buttons.appendChild(make("output", { className: "dlx-muted" }));
  shows.hidden = !state.example;
  const example = exampleCanvas(unpack(state.example));
  pad.field.setAttribute("aria-label", "Draw a digit. Arrows move the pen, Space sets it down and lifts it, Delete clears");

  function penWords() {
    if (!pad.pen.shown) return "";
    const [column, line] = pad.pen.at.map((v) => Math.round(100 * v));
    return `Pen ${pad.pen.down ? "down" : "up"}, ${column} % from the left, ${line} % from the top.`;
  }

  function draw(context, { width }, theme) {
    if (state.drawing !== sent) { [sent, drawing, past] = [state.drawing, state.drawing, []]; pad.lift(); } // a cell set it
    asks.heard(state.answer.number);
    const place = padLayout(width);
    pad.put({ ...place.pad, top: canvas.offsetTop + place.pad.top, left: canvas.offsetLeft + place.pad.left });
    const blank = isEmpty(drawing);
    const { shares, seen } = blank ? { shares: [], seen: "" } : state.answer;
    const best = shares.indexOf(Math.max(...shares));
    drawPaper(context, place.pad, theme);
    drawPixels(context, unpack(seen), place.seen, theme);
    context.fillStyle = theme.text;
    context.textBaseline = "alphabetic";
    context.textAlign = "left";
    for (const [words, { left, top }] of [[drawing.example ? "an example: draw your own" : "your drawing", place.pad], ["the network sees", place.seen], ["how sure it is", place.bars]]) {
      context.fillText(words, left, top - 9);
    }
    drawBars(context, shares.length ? shares : Array(10).fill(0), best, place.bars, theme);
    write(shares, best, blank);
  }

  function drawPaper(context, { left, top, size }, theme) {
    context.fillStyle = "#ffffff"; // paper is white in either theme, as in the figures
    context.fillRect(left, top, size, size);
    context.save();
    context.beginPath();
    context.rect(left, top, size, size);
    context.clip();
    if (drawing.example) context.drawImage(example, left, top, size, size);
    context.translate(left, top);
    context.lineCap = context.lineJoin = "round";
    for (const { rub, points } of drawing.strokes) {
      context.strokeStyle = rub ? "#ffffff" : "#000000";
      context.lineWidth = size * (rub ? RUBBER : PEN);
      context.beginPath();
      for (const [command, numbers] of rounded(points, size)) context[command](...numbers);
      context.stroke();
    }
    if (pad.pen.shown) {
      context.beginPath();
      context.arc(size * pad.pen.at[0], size * pad.pen.at[1], (size * (rubs ? RUBBER : PEN)) / 2, 0, 2 * Math.PI);
      context.strokeStyle = ROLES.validation;
      context.lineWidth = pad.pen.down ? 4 : 2;
      context.stroke();
    }
    context.restore();
    context.strokeStyle = theme.rule;
    context.lineWidth = 1;
    context.strokeRect(left - 0.5, top - 0.5, size + 1, size + 1);
  }

  function write(shares, best, blank) {
    const order = shares.map((_, digit) => digit).sort((a, b) => shares[b] - shares[a]);
    const next = order.slice(1, 3).filter((digit) => shares[digit] >= 0.005).map((digit) => `${digit} with ${percent(shares[digit])}`).join(", ")
      || "every other digit with less than 0.5 %";
    const said = shares.length ? `The network says ${best}, ${percent(shares[best])} sure` : state.answer.title;
    const waits = "The kernel has not answered yet: it is busy, or it was restarted (then run this cell again). Your drawing is kept.";
    headline.value = late ? "Waiting for the kernel" : blank ? "Draw a digit" : said;
    told.textContent = late ? waits : blank ? state.reading : `${shares.length ? `Next: ${next}. ` : state.answer.words} ${shares.length ? state.reading : ""}`;
    canvas.setAttribute("aria-label", `Your drawing, the picture of ${SEEN_SIDE} by ${SEEN_SIDE} pixels that the network sees, and a bar for each digit. ${headline.value}.`);
    undoes.disabled = !past.length;
    Object.assign(rubber, { checked: rubs });
  }

  return () => { asks.dispose(); pad.dispose(); app.dispose(); };
}

// The example as a small picture, black on white, to be drawn enlarged.
function exampleCanvas(pixels) {
  const small = make("canvas", { width: SEEN_SIDE, height: SEEN_SIDE });
  const picture = small.getContext("2d").createImageData(SEEN_SIDE, SEEN_SIDE);
  pixels.forEach((value, i) => picture.data.set([255 - value, 255 - value, 255 - value, 255], 4 * i));
  small.getContext("2d").putImageData(picture, 0, 0);
  return small;
}

export default { render };

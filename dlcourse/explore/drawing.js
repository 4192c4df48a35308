// What explorers draw with: the course's colours in light and dark, numbers for people, axes, markers, arrows, labels.
// Nothing here touches the page: a canvas context comes in, pixels go out. An explorer imports it through shared.js.

export const CLASSES = ["#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#7F7F7F"];
export const MARKERS = ["o", "s", "^", "D", "v", "P", "X", "*"];
export const ROLES = {
  inputs: "#56B4E9", weights: "#E69F00", bias: "#E69F00", activations: "#009E73", gradients: "#CC79A7",
  training: "#0072B2", validation: "#D55E00", test: "#7F7F7F",
};
// Several of the palette's colours are too pale for thin lines on white (or too dark on black), so every filled mark
// gets `outline`, and text is only ever `text` or `muted`. tests/js/shared.test.mjs holds the contrasts.
export const THEMES = {
  light: { background: "#ffffff", text: "#1a1a1a", muted: "#545454", rule: "#767676", grid: "#e4e4e4",
    outline: "#1a1a1a", alarm: "#B34E00", focus: "#0072B2", tint: 0.13 },
  dark: { background: "#111111", text: "#f2f2f2", muted: "#b8b8b8", rule: "#8f8f8f", grid: "#333333",
    outline: "#f2f2f2", alarm: "#FF8A3D", focus: "#56B4E9", tint: 0.26 },
};
export const TEXT = 15; // CSS pixels, 11.25 pt: no text of an explorer is smaller

// ---------------------------------------------------------------- colours

export function rgb(colour) {
  if (colour.startsWith("#")) return [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16));
  return colour.match(/[\d.]+/g).slice(0, 3).map(Number);
}

// Relative luminance and contrast as in WCAG 2.2.
export function luminance(colour) {
  const [r, g, b] = rgb(colour).map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrast(a, b) {
  const [low, high] = [luminance(a), luminance(b)].sort((p, q) => p - q);
  return (high + 0.05) / (low + 0.05);
}

export function tint(colour, background, amount) {
  const [from, to] = [rgb(background), rgb(colour)];
  return `rgb(${from.map((v, i) => Math.round(v + (to[i] - v) * amount)).join(", ")})`;
}

// ---------------------------------------------------------------- numbers

// The largest (or with up = true the smallest) of 1, 2, 5 times a power of ten that is not above (below) `value`.
export function nice(value, up = true) {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  const steps = [1, 2, 5, 10].map((factor) => factor * power);
  return up ? steps.find((step) => step >= value * (1 - 1e-9)) : steps.findLast((step) => step <= value * (1 + 1e-9));
}

// The nearest multiple of `step`, without the dust of binary fractions.
export function snap(value, step) {
  return Number((Math.round(value / step) * step).toFixed(decimalsOf(step)));
}

export function decimalsOf(step) {
  return Math.max(0, Math.min(8, Math.ceil(-Math.log10(step) - 1e-9)));
}

export function ticks(low, high, count) {
  const step = nice((high - low) / Math.max(1, count));
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return { step, values: Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step) };
}

// A number for people: a true minus sign, and no "−0.00".
export function show(value, decimals = 2) {
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

// ---------------------------------------------------------------- axes and marks

// Two scales on a canvas of width x height CSS pixels. With equal = true one unit is as long on both axes (one of
// the ranges grows), so that a right angle is a right angle.
export function plane(width, height, xRange, yRange, equal, left = 46) {
  const box = { left, top: 30, right: width - 14, bottom: height - 46 };
  let [xr, yr] = [xRange, yRange];
  if (equal) {
    const unit = Math.min((box.right - box.left) / (xr[1] - xr[0]), (box.bottom - box.top) / (yr[1] - yr[0]));
    const widen = ([low, high], pixels) => {
      const extra = (pixels / unit - (high - low)) / 2;
      return [low - extra, high + extra];
    };
    [xr, yr] = [widen(xr, box.right - box.left), widen(yr, box.bottom - box.top)];
  }
  const scale = ([low, high], from, to) => ({
    range: [low, high], unit: Math.abs((to - from) / (high - low)),
    to: (value) => from + ((value - low) / (high - low)) * (to - from),
    from: (pixel) => low + ((pixel - from) / (to - from)) * (high - low),
  });
  const [x, y] = [scale(xr, box.left, box.right), scale(yr, box.bottom, box.top)];
  const within = (low, value, high) => Math.min(high, Math.max(low, value));
  return {
    box, x, y,
    pixel: (point) => [x.to(point[0]), y.to(point[1])],
    data: (px, py) => [x.from(within(box.left, px, box.right)), y.from(within(box.top, py, box.bottom))], // held inside
  };
}

export function drawAxes(context, { box, x, y }, names, theme) {
  const xTicks = ticks(...x.range, (box.right - box.left) / 64);
  const yTicks = ticks(...y.range, (box.bottom - box.top) / 44);
  context.lineWidth = 1;
  context.strokeStyle = theme.rule;
  context.fillStyle = theme.muted;
  context.textBaseline = "middle";
  context.strokeRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  context.beginPath();
  context.textAlign = "center";
  for (const value of xTicks.values) {
    context.moveTo(x.to(value), box.bottom); context.lineTo(x.to(value), box.bottom + 5);
    context.fillText(show(value, decimalsOf(xTicks.step)), x.to(value), box.bottom + 15);
  }
  context.textAlign = "right";
  for (const value of yTicks.values) {
    context.moveTo(box.left, y.to(value)); context.lineTo(box.left - 5, y.to(value));
    context.fillText(show(value, decimalsOf(yTicks.step)), box.left - 8, y.to(value));
  }
  context.stroke();
  context.fillStyle = theme.text;
  context.fillText(names[0], box.right, box.bottom + 36);
  context.textAlign = "left";
  context.fillText(names[1], 4, 12);
}

const polygon = (corners) => `M${corners.map((corner) => corner.join(" ")).join("L")}Z`;
const around = (count, radius, turn = -90) => Array.from({ length: count }, (_, i) => {
  const angle = ((turn + (360 * i) / count) * Math.PI) / 180;
  const r = Array.isArray(radius) ? radius[i % radius.length] : radius;
  return [(r * Math.cos(angle)).toFixed(2), (r * Math.sin(angle)).toFixed(2)];
});
// The outline of a marker with the names that matplotlib gives them, as an SVG path; all cover about the same area.
export function markerPath(marker, r) {
  const t = r * 0.38;
  const plus = [[-t, -r], [t, -r], [t, -t], [r, -t], [r, t], [t, t], [t, r], [-t, r], [-t, t], [-r, t], [-r, -t], [-t, -t]];
  switch (marker) {
    case "s": return polygon(around(4, r * 1.25, 45));
    case "^": return polygon(around(3, r * 1.3));
    case "v": return polygon(around(3, r * 1.3, 90));
    case "D": return polygon(around(4, r * 1.25));
    case "P": return polygon(plus);
    case "X": return polygon(plus.map(([x, y]) => [(x - y) * 0.75, (x + y) * 0.75]));
    case "*": return polygon(around(10, [r * 1.4, r * 0.6]));
    default: return `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
  }
}

export function drawMarker(context, path, x, y, fill, theme) {
  context.save();
  context.translate(x, y);
  context.lineWidth = 1.25;
  context.fillStyle = fill;
  context.strokeStyle = theme.outline;
  context.fill(path);
  context.stroke(path);
  context.restore();
}

export function drawArrow(context, from, to, fill, theme) {
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const [head, half, wide] = [Math.min(16, length), 2.5, 8];
  context.save();
  context.translate(...from);
  context.rotate(angle);
  const shape = [[0, -half], [length - head, -half], [length - head, -wide], [length, 0], [length - head, wide],
    [length - head, half], [0, half]];
  const path = new Path2D(polygon(shape));
  context.fillStyle = fill;
  context.strokeStyle = theme.outline;
  context.lineWidth = 1.25;
  context.fill(path);
  context.stroke(path);
  context.restore();
}

// Text that stays readable over anything: the background's colour around it.
export function haloText(context, text, x, y, theme) {
  context.lineWidth = 4;
  context.lineJoin = "round";
  context.strokeStyle = theme.background;
  context.fillStyle = theme.text;
  context.strokeText(text, x, y);
  context.fillText(text, x, y);
}

// Where each label goes beside its mark (right, left, above, below: the first place that is free), as centres.
// A label with no free place is null: better no number than an unreadable one.
export function placeLabels(marks, widths, box, gap = 12, height = TEXT) {
  const taken = marks.map(([x, y]) => [x - gap, y - gap, x + gap, y + gap]);
  const hits = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
  return marks.map(([x, y], i) => {
    const [w, h] = [widths[i] / 2, height / 2];
    const centres = [[x + gap + w, y], [x - gap - w, y], [x, y - gap - h], [x, y + gap + h]];
    for (const [cx, cy] of centres) {
      const place = [cx - w, cy - h, cx + w, cy + h];
      const inside = place[0] >= box.left && place[2] <= box.right && place[1] >= box.top && place[3] <= box.bottom;
      if (inside && !taken.some((other) => hits(place, other))) { taken.push(place); return [cx, cy]; }
    }
    return null;
  });
}


// Answers questions about forward.js: reads [[function, arguments], ...] as JSON from standard input, prints the
// results. An argument {"layers": [...]} is a network as Python packs it.

import * as arithmetic from "../../dlcourse/explore/forward.js";

let text = "";
for await (const part of process.stdin) text += part;
const given = (value) => (value?.layers ? arithmetic.unpackLayers(value.layers) : value);
console.log(JSON.stringify(JSON.parse(text).map(([name, values]) => arithmetic[name](...values.map(given)))));

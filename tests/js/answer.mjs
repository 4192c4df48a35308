// Answers questions about an explorer's arithmetic: reads [[function, arguments], ...] as JSON from standard input,
// prints the results. An argument {"plane": [...]} is a picture with those arguments.

import * as drawing from "../../dlcourse/explore/drawing.js";
import * as linear from "../../dlcourse/explore/linear.js";

let text = "";
for await (const part of process.stdin) text += part;
const given = (value) => (value?.plane ? drawing.plane(...value.plane) : value);
console.log(JSON.stringify(JSON.parse(text).map(([name, values]) => linear[name](...values.map(given)))));

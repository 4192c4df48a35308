// The arithmetic of a computation graph, as plain functions without a page: values forwards, slopes, gradients
// backwards. A node is { operation, parents, number, name, value }, parents before children, the result last.
// tests/test_explore_graph.py holds every node against dlcourse.scratch.Value.

function graphOperation({ operation, number }, [x, y]) {
  switch (operation) {
    case "+": return x + y;
    case "-": return x - y;
    case "*": return x * y;
    case "/": return x / y;
    case "**": return x ** number;
    case "neg": return -x;
    case "tanh": return Math.tanh(x);
    case "relu": return x > 0 ? x : 0;
    case "sigmoid": return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
    case "exp": return Math.exp(x);
    case "log": return Math.log(x);
    default: throw new Error(`no operation ${operation}`);
  }
}

// The value of every node. `data` holds the inputs by name; a leaf without a name keeps its own value.
export function graphValues(nodes, data) {
  const values = [];
  for (const node of nodes) {
    const leaf = node.parents.length === 0;
    values.push(leaf ? data[node.name] ?? node.value : graphOperation(node, node.parents.map((i) => values[i])));
  }
  return values;
}

// How fast a node grows with one of its operands, the others kept: the local derivative.
export function graphSlope(nodes, values, child, operand) {
  const { operation, parents, number } = nodes[child];
  const [out, x, y] = [values[child], ...parents.map((i) => values[i])];
  switch (operation) {
    case "+": return 1;
    case "-": return operand === 0 ? 1 : -1;
    case "*": return operand === 0 ? y : x;
    case "/": return operand === 0 ? 1 / y : -out / y;
    case "**": return number === 0 ? 0 : number * x ** (number - 1);
    case "neg": return -1;
    case "tanh": return 1 - out * out;
    case "relu": return x > 0 ? 1 : 0;
    case "sigmoid": return out * (1 - out);
    case "exp": return out;
    default: return 1 / x; // log
  }
}

// Everything that happens, in order: each computed node gets its value; the result's gradient is 1; then, from the
// result back, each use of a node adds its share to that node's gradient.
export function graphSteps(nodes) {
  const computed = nodes.map((_, i) => i).filter((i) => nodes[i].parents.length);
  const uses = computed.toReversed().flatMap((child) =>
    nodes[child].parents.map((node, operand) => ({ kind: "share", node, child, operand })));
  return [...computed.map((node) => ({ kind: "value", node })), { kind: "start", node: nodes.length - 1 }, ...uses];
}

// The gradients after the first `count` steps: null where nothing has arrived; and for a share, what was there before.
export function graphGradients(nodes, values, steps, count) {
  const gradients = nodes.map(() => null);
  let before = null;
  for (const { kind, node, child, operand } of steps.slice(0, count)) {
    if (kind === "value") continue;
    before = gradients[node];
    gradients[node] = kind === "start" ? 1 : (before ?? 0) + gradients[child] * graphSlope(nodes, values, child, operand);
  }
  return { gradients, before };
}

// Which nodes' gradients still wait for a share after `count` steps.
export function graphWaiting(steps, count) {
  return new Set(steps.slice(count).filter(({ kind }) => kind !== "value").map(({ node }) => node));
}

// A stand-in for a widget's model where no kernel is: what an explorer asks of a model, and no more. The stored
// pictures are taken with it (snapshot.py); a web page can show an explorer with the same few lines.

export function standIn(first) {
  const values = { ...first };
  const ears = new Map();
  return {
    get: (name) => values[name],
    set(name, value) {
      values[name] = value;
      for (const hear of ears.get(`change:${name}`) ?? []) hear();
    },
    save_changes() {},
    send() {},
    on: (event, hear) => ears.set(event, [...(ears.get(event) ?? []), hear]),
    off: (event, hear) => ears.set(event, (ears.get(event) ?? []).filter((other) => other !== hear)),
  };
}

// Handing something to Python and hearing that it arrived: a kernel that was restarted knows nothing of the widget.

const PATIENCE = 3000; // milliseconds to wait for Python before a word about it

// `send(news)` sets traits of the model; among them goes a number that Python sends back as `answered`. `say(words)` is
// told how it goes. Call `hear(answered)` whenever that trait may have changed.
export function handOver(send, say) {
  let waiting = null; // {number, steps, timer}
  const hand = (news, steps, number) => {
    clearTimeout(waiting?.timer);
    const late = () => say("Python has not answered. If the kernel is busy, wait; if it was restarted, run this cell again. ");
    waiting = { number, steps, timer: setTimeout(late, PATIENCE) };
    send({ ...news, asked: number });
    say(`The network after ${steps} is on its way to Python. `);
  };
  const hear = (answered) => {
    if (!waiting || answered !== waiting.number) return;
    clearTimeout(waiting.timer);
    const { steps } = waiting;
    waiting = null;
    say(`Handed to Python after ${steps}: read .network, .weights and .steps there. `);
  };
  return { hand, hear, dispose: () => clearTimeout(waiting?.timer) };
}

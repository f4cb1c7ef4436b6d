/** 柿, the workplace, and 藍, the region: the two threads of the product's name. */
export const THREADS = { workplace: "#b2461e", region: "#0017c1" } as const;

/** A reef knot of two threads across the page; each lies over the other twice. */
export function knotDrawing(): string {
  const thread = (path: string, colour: string) =>
    `<path d="${path}" fill="none" stroke="#ffffff" stroke-width="15"/><path d="${path}" fill="none" stroke="${colour}" stroke-width="5"/>`;
  const loop = (x: (at: number) => number) =>
    `M${x(0)} 62 H${x(326)} C${x(372)} 62 ${x(384)} 22 ${x(432)} 22 C${x(508)} 22 ${x(508)} 138 ${x(432)} 138 C${x(384)} 138 ${x(372)} 98 ${x(326)} 98 H${x(0)}`;
  const left = loop((at) => at);
  const right = loop((at) => 800 - at);
  const over = (y: (at: number) => number) => `M370 ${y(47)} C381 ${y(38)} 389 ${y(28)} 408 ${y(24.5)}`;
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 160" width="800" height="160">',
    thread(left, THREADS.workplace),
    thread(right, THREADS.region),
    thread(
      over((at) => at),
      THREADS.workplace,
    ),
    thread(
      over((at) => 160 - at),
      THREADS.workplace,
    ),
    "</svg>",
  ].join("");
}

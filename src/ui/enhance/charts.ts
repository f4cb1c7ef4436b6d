/** How near a pointer must come to a figure to be told it. */
const REACH_PX = 48;

let tip: HTMLElement | undefined;
const FIGURES = "[data-value]";

/**
 * Lets charts tell their figures: the one nearest to the pointer or finger, and by the keyboard one after the other with the
 * arrow keys. All of them stand in the table under the chart, so that nothing is lost without script.
 */
export function startCharts(): void {
  addEventListener("pointermove", ({ target, clientX, clientY }) => {
    const chart = chartOf(target);
    if (!chart) return hide();
    const near = nearest(figuresOf(chart), clientX, clientY);
    if (near) tell(near);
    else hide();
  });
  addEventListener("focusin", ({ target }) => {
    const chart = chartOf(target);
    if (chart && chart === target) step(chart, 0);
  });
  addEventListener("focusout", hide);
  addEventListener("keydown", (event) => {
    const chart = chartOf(event.target);
    if (!chart || chart !== event.target) return;
    if (event.key === "Escape") return hide();
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    step(chart, by);
  });
  makeReachable();
  new MutationObserver(makeReachable).observe(document.documentElement, { childList: true, subtree: true });
}

/** Only a script can answer a key, so only a script makes charts stops of the keyboard. */
function makeReachable(): void {
  for (const chart of document.querySelectorAll<HTMLElement>(".chart:not([tabindex])")) {
    if (!chart.querySelector(FIGURES)) continue;
    chart.tabIndex = 0;
    chart.setAttribute("role", "group");
    chart.setAttribute("aria-label", chart.querySelector("svg > title")?.textContent ?? "");
  }
}

const chartOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(".chart") : null;
const figuresOf = (chart: HTMLElement) => [...chart.querySelectorAll<SVGElement>(FIGURES)];

function middleOf(figure: Element): readonly [number, number] {
  const { left, top, width, height } = figure.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}

function nearest(figures: readonly SVGElement[], x: number, y: number): SVGElement | undefined {
  const over = document.elementFromPoint(x, y)?.closest<SVGElement>(FIGURES);
  if (over) return over;
  let best: { figure: SVGElement; away: number } | undefined;
  for (const figure of figures) {
    const [left, top] = middleOf(figure);
    const away = Math.hypot(left - x, top - y);
    if (away <= REACH_PX && (!best || away < best.away)) best = { figure, away };
  }
  return best?.figure;
}

function step(chart: HTMLElement, by: number): void {
  const figures = figuresOf(chart);
  const at = figures.findIndex((figure) => figure.hasAttribute("data-told"));
  const next = figures[(at + by + figures.length) % figures.length] ?? figures[0];
  if (next) tell(at === -1 && by === 0 ? figures[0]! : next);
}

function tell(figure: SVGElement): void {
  if (figure.hasAttribute("data-told") && tip?.isConnected && !tip.hidden) return;
  forget();
  figure.setAttribute("data-told", "");
  tip ??= Object.assign(document.createElement("p"), { className: "chart-tip" });
  tip.setAttribute("role", "status");
  if (!tip.isConnected) document.body.append(tip);
  tip.textContent = figure.dataset.value ?? "";
  tip.hidden = false;
  const [x, y] = middleOf(figure);
  const half = tip.offsetWidth / 2;
  const left = Math.max(half + 4, Math.min(document.documentElement.clientWidth - half - 4, x));
  tip.style.left = `${left + scrollX - half}px`;
  tip.style.top = `${Math.max(scrollY, y + scrollY - tip.offsetHeight - 12)}px`;
}

function hide(): void {
  if (!tip || tip.hidden) return;
  tip.hidden = true;
  forget();
}

function forget(): void {
  for (const figure of document.querySelectorAll("[data-told]")) figure.removeAttribute("data-told");
}

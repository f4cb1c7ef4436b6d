export type BarStep = Readonly<{ key: string; label: string; note: string }>;

/** What a step says of itself to who can't see its sign. */
const SAID = { done: "済み", now: "現在", open: "これから" } as const;

/**
 * The way of a thing through its steps, as knots on a thread: those before `now` are done, those after it still to
 * come. Without `now` all are done.
 */
export function StateBar({
  label,
  steps,
  now,
}: {
  label: string;
  steps: readonly BarStep[];
  now: string | undefined;
}) {
  const at = now === undefined ? steps.length : steps.findIndex((step) => step.key === now);
  return (
    <ol aria-label={label} className="my-6 flex border-y border-solid-gray-300 py-4 print:hidden">
      {steps.map((step, index) => {
        const state = index < at ? "done" : index === at ? "now" : "open";
        return (
          <li
            key={step.key}
            aria-current={state === "now" ? "step" : undefined}
            className="relative flex flex-1 flex-col items-center px-0.5 text-center"
          >
            {index === 0 ? null : (
              <span
                aria-hidden="true"
                className={`absolute top-3.5 right-1/2 w-full border-t-2 ${index <= at ? "border-solid-gray-900" : "border-dotted border-solid-gray-536"}`}
              />
            )}
            <span aria-hidden="true" className={`${KNOT} ${LOOKS[state]}`}>
              {state === "done" ? "✓" : index + 1}
            </span>
            <span className={`max-desktop:text-dns-14N-130 ${state === "now" ? "font-bold" : ""}`}>
              {step.label}
            </span>
            <span className="sr-only">{`（${SAID[state]}）`}</span>
            <span className="text-dns-14N-130 text-solid-gray-700">{step.note}</span>
          </li>
        );
      })}
    </ol>
  );
}

const KNOT = "relative z-10 flex size-7 items-center justify-center rounded-full border-2 text-dns-14N-130";
const LOOKS = {
  done: "border-solid-gray-900 bg-white",
  now: "border-blue-900 bg-blue-900 text-white",
  open: "border-solid-gray-536 bg-white text-solid-gray-700",
} as const;

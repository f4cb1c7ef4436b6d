import { Link } from "react-router";
import { PLAN_STATE } from "../model/plan.messages.ts";
import { PLAN_STATES, type PlanState } from "../model/plan-states.schema.ts";

/** Narrows the plan down to what is in a state; states that nothing is in are left out. */
export function StateFilter({
  states,
  chosen,
}: {
  states: Readonly<Record<PlanState | "all", number>>;
  chosen: PlanState | null;
}) {
  if (states.all === 0) return null;
  const told = PLAN_STATES.filter((state) => states[state] > 0 || state === chosen);
  const chip = (state: PlanState | null, label: string, count: number) => (
    <li key={label}>
      <Link
        to={state ? `?state=${state}` : "?"}
        aria-current={state === chosen ? "page" : undefined}
        className="inline-flex min-h-11 items-center gap-2 rounded-8 border border-solid-gray-600 px-4 py-1 aria-[current]:border-2 aria-[current]:border-blue-900 aria-[current]:bg-blue-50 aria-[current]:font-bold"
      >
        {state === chosen ? "✓ " : ""}
        {label} {count}
      </Link>
    </li>
  );
  return (
    <nav aria-label="状態で絞り込む" className="no-print my-4">
      <ul className="flex flex-wrap gap-2">
        {chip(null, "すべて", states.all)}
        {told.map((state) => chip(state, PLAN_STATE[state], states[state]))}
      </ul>
    </nav>
  );
}

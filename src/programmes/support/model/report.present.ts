import type { Feedback, Report } from "./report.schema.ts";

/** A report as it is read, and corrected by who wrote it. */
export const reportOf = ({ version, heldOn, people, content, effect, questions, materials }: Report) => ({
  version,
  heldOn,
  people,
  content,
  effect,
  questions,
  materials,
});
export type ShownReport = ReturnType<typeof reportOf>;

/** What the workplace said of the visit. */
export const feedbackOf = ({ rating, useful, again }: Feedback) => ({ rating, useful, again });

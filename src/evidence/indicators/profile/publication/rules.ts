import type { PublicationForm } from "./schema.ts";

/**
 * What somebody decided on the page of publication: only what differs from what the page showed. What was left as it
 * stood, or was not on the page, is nobody's decision: another person may have changed it meanwhile, and new years of
 * a figure that is published in part stay as they are.
 */
export function decisionsOf(form: PublicationForm): ReadonlyMap<string, boolean> {
  const ticked = new Set(form.publish);
  const decisions = new Map<string, boolean>();
  for (const key of form["was-published"]) if (!ticked.has(key)) decisions.set(key, false);
  for (const key of form["was-withheld"]) if (ticked.has(key)) decisions.set(key, true);
  for (const choice of form["in-part"]) {
    const [decision, key] = [choice.slice(0, choice.indexOf(":")), choice.slice(choice.indexOf(":") + 1)];
    if (decision === "publish" || decision === "withhold") decisions.set(key, decision === "publish");
  }
  return decisions;
}

/**
 * What somebody decided on the page of publication: only what differs from what the page showed. What was left as it
 * stood, or was not on the page, is nobody's decision: another person may have changed it meanwhile, and new years of
 * a figure that is published in part stay as they are.
 *
 * `was-published` and `was-withheld` name what the page showed, `publish` what is ticked now; `in-part` holds
 * `publish:` or `withhold:` before the key, or nothing.
 */
export function decisionsOf(form: FormData): ReadonlyMap<string, boolean> {
  const all = (name: string) => form.getAll(name).map(String);
  const ticked = new Set(all("publish"));
  const decisions = new Map<string, boolean>();
  for (const key of all("was-published")) if (!ticked.has(key)) decisions.set(key, false);
  for (const key of all("was-withheld")) if (ticked.has(key)) decisions.set(key, true);
  for (const choice of all("in-part")) {
    const [decision, key] = [choice.slice(0, choice.indexOf(":")), choice.slice(choice.indexOf(":") + 1)];
    if (decision === "publish" || decision === "withhold") decisions.set(key, decision === "publish");
  }
  return decisions;
}

import type { App } from "#platform/app.ts";
import { PASSWORD_MENDS } from "./password.messages.ts";

/** The sentence that says how to mend a password; undefined where it may be used. */
export async function passwordMend(
  password: string,
  { config }: Pick<App, "config">,
  facts: { secondFactor: boolean; about: readonly string[] },
): Promise<string | undefined> {
  // Its dictionaries are large and seldom needed.
  const { passwordProblem } = await import("./password.rules.ts");
  const problem = passwordProblem(password, { ...facts, site: new URL(config.origin).hostname });
  return problem && PASSWORD_MENDS[problem];
}

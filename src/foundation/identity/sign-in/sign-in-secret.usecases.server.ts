import type { App } from "#platform/app.ts";
import { asSignIn } from "../sign-in-access.store.server.ts";
import { countSealedBySecret } from "./sign-in-secret.store.server.ts";

/** What another secret would end, in words; undefined where there is nothing. */
export async function signInOnSecret(app: App): Promise<string | undefined> {
  const { factors, sessions } = await asSignIn(app, countSealedBySecret);
  return factors + sessions === 0 ? undefined : `${factors} second factors and ${sessions} sessions`;
}

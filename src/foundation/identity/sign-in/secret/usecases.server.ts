import type { App } from "#platform/app.ts";
import { refuseLostSecret } from "#platform/sealing/secret.ts";
import { asSignIn } from "../scope.store.server.ts";
import { countSealedBySecret } from "./store.server.ts";

/** Refuses a start with another secret, or without the one of before, while something depends on it. */
export const refuseOtherSecret = (app: App): Promise<void> =>
  refuseLostSecret(app.config, app.db, async () => {
    const { factors, sessions } = await asSignIn(app, countSealedBySecret);
    if (factors + sessions === 0) return undefined;
    return `${factors} second factors and ${sessions} sessions depend on it`;
  });

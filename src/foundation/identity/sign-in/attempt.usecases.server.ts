import { z } from "zod";
import { service } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { command } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { accountPolicy } from "../access.ts";
import { alsoAsSignIn } from "../sign-in-access.store.server.ts";
import { LIMITS } from "./attempt.rules.ts";
import { deleteTriesBefore } from "./attempt.store.server.ts";
import { deleteOldHeldForms } from "./held-form.store.server.ts";
import { deleteEnded } from "./session.store.server.ts";

const LONGEST_MS = Math.max(...Object.values(LIMITS).map(({ minutes }) => minutes)) * 60_000;

const sweep = command({
  name: "attempt.sweep",
  policy: accountPolicy,
  target: z.object({}),
  subject: () => ({ type: "attempt", area: NATION }),
  async run(permit) {
    const before = new Date(permit.clock.now().getTime() - LONGEST_MS);
    await alsoAsSignIn(permit, async (access) => {
      await deleteTriesBefore(access, before);
      await deleteOldHeldForms(access);
      await deleteEnded(access);
    });
    return ok(undefined);
  },
});

/** Deletes expired sign-in attempts, held forms, sessions and challenges. */
export const sweepTries = async (app: App): Promise<void> => expectOk(await sweep(app, service("sweep"), {}));

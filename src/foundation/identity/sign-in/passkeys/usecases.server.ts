import { z } from "zod";
import type { App } from "#platform/app.ts";
import { withRows } from "#platform/db/rows.ts";
import type { Session } from "../../schema.ts";
import { IDENTITY_SCOPE } from "../../store.server.ts";
import { deleteSession } from "../session/store.server.ts";
import { authOf } from "../store.server.ts";
import { auditFailure, auditOwn, type Caller, complete, forAuth } from "../usecases.server.ts";

/**
 * What the browser may ask better-auth for by itself: the dialogue with the device that holds a passkey. All else of
 * it is called by our own use-cases, which count guesses and write the audit log.
 */
const ANYONE = new Set(["generate-authenticate-options", "verify-authentication"]);
const SIGNED_IN = new Set(["generate-register-options", "verify-registration"]);

const SignedIn = z.object({ user: z.object({ id: z.string(), email: z.string() }) });

/** Answers one step of the dialogue; `undefined` where there is no such step, or not for this session. */
export async function answerPasskeyStep(
  app: App,
  caller: Caller,
  session: Session | undefined,
  request: Request,
): Promise<Response | undefined> {
  const step = new URL(request.url).pathname.replace(/^\/api\/auth\/passkey\//, "");
  const registering = SIGNED_IN.has(step);
  if (!registering && !ANYONE.has(step)) return undefined;
  if (registering && (!session || session.state === "locked")) return undefined;
  const answer = await authOf(app).handler(new Request(request, { headers: forAuth(caller) }));
  if (step === "verify-registration" && answer.ok)
    await auditOwn(app, session!.userId, "account.passkey-add");
  if (step !== "verify-authentication") return answer;
  if (!answer.ok) {
    await auditFailure(app, undefined, "session.begin");
    return answer;
  }
  const { user } = SignedIn.parse(await answer.json());
  if (session) await withRows(app.db, IDENTITY_SCOPE, (permit) => deleteSession(permit, session.token));
  const headers = await complete(app, caller, user, answer.headers, "session.begin");
  // The session's token goes into the cookie alone, out of reach of scripts.
  return Response.json({ ok: true }, { headers });
}

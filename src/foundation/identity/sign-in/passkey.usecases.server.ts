import { z } from "zod";
import { command } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { UserId } from "#platform/kernel/ids.ts";
import { conflict, ok } from "#platform/kernel/result.ts";
import { accountPolicy } from "../access.ts";
import { PASSKEY } from "../account.messages.ts";
import type { Caller, Session } from "../session.schema.ts";
import { asSignIn } from "../sign-in-access.store.server.ts";
import { passkeyCounterOf } from "./attempt.rules.ts";
import { countTry } from "./attempt.store.server.ts";
import { findPasskeyOwner } from "./code.store.server.ts";
import { ownAccount, userId } from "./entry.usecases.server.ts";
import { deleteSession } from "./session.store.server.ts";
import { authOf, withAuth } from "./sign-in.store.server.ts";
import { complete, forAuth, recordFailureOf } from "./sign-in.usecases.server.ts";

/**
 * What the browser may ask better-auth for by itself: the dialogue with the device that holds a passkey. All else of
 * it is called by our own use-cases, which count guesses and write the audit log.
 */
const ANYONE = new Set(["generate-authenticate-options", "verify-authentication"]);
const SIGNED_IN = new Set(["generate-register-options", "verify-registration"]);

const SignedIn = z.object({ user: z.object({ id: z.string(), email: z.string() }) });

/** Adds the passkey with which the browser has answered; what it answers is the sign-in's. */
const addPasskey = command({
  name: "account.passkey-add",
  policy: accountPolicy,
  subject: ownAccount,
  target: z.object({ user: userId, request: z.custom<Request>() }),
  async run(permit, { request }, app) {
    const answer = await withAuth(app, permit, (auth) => auth.handler(request));
    return answer.ok ? ok(answer) : conflict(PASSKEY.addFailed);
  },
});

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
  if (!registering && !(await mayAsk(app, caller))) return new Response(null, { status: 429 });
  const asked = new Request(request, { headers: forAuth(caller) });
  if (session && step === "verify-registration") {
    const added = await addPasskey(app, session.owner, { user: session.userId, request: asked });
    return added.ok ? added.value : undefined;
  }
  const brought = step === "verify-authentication" ? await asked.clone().text() : "";
  const answer = await authOf(app).handler(asked);
  if (step !== "verify-authentication") return answer;
  if (!answer.ok) {
    await recordFailureOf(app, await ownerOf(app, brought), "session.begin");
    return answer;
  }
  const { user } = SignedIn.parse(await answer.json());
  if (session) await asSignIn(app, (access) => deleteSession(access, session.token));
  const headers = await complete(app, caller, user, answer.headers, "session.begin");
  // The session's token goes into the cookie alone, out of reach of scripts.
  return Response.json({ ok: true }, { headers });
}

/** A dialogue that is begun is a row until its time is over, one that fails is an entry: neither without end. */
async function mayAsk(app: App, { address }: Caller): Promise<boolean> {
  const { secret } = await authOf(app).$context;
  const counter = passkeyCounterOf(secret, address);
  return (await asSignIn(app, (access) => countTry(access, [counter], app.clock.now()))) === 0;
}

const Brought = z.object({ response: z.object({ id: z.string().max(1024) }) });

/** Whose passkey was brought, also where it was refused. */
async function ownerOf(app: App, brought: string): Promise<UserId | undefined> {
  const credential = Brought.safeParse(readJson(brought)).data?.response.id;
  return credential === undefined
    ? undefined
    : asSignIn(app, (access) => findPasskeyOwner(access, credential));
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Anybody may send anything here; what is not JSON names no passkey.
    return undefined;
  }
}

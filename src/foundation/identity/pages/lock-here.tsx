import { formOf } from "#platform/web/fields.ts";
import type { LockAnswer, Unlocked } from "#ui/lock.ts";
import { CODE, LOCK, SIGN_IN } from "../messages.ts";
import { callerOf, requestOf, sessionContext } from "../request.server.ts";
import { IDLE_MINUTES } from "../session.schema.ts";
import { signIn, verifySecondFactor } from "../sign-in/sign-in.usecases.server.ts";
import type { Route } from "./+types/lock-here";

/** Whether the session behind a page has locked. To look at it is no use of it, which would keep it open. */
export function loader({ context }: Route.LoaderArgs) {
  const session = context.get(sessionContext);
  const state = session === undefined ? "over" : session.state === "locked" ? "locked" : "open";
  const locksInMs = IDLE_MINUTES * 60_000 - (session?.idleMs ?? 0);
  return Response.json({ state, user: session?.userId ?? null, locksInMs } satisfies LockAnswer);
}

/** Unlocks in place, for pages with script: as the page of the lock does, without leading anywhere. */
export async function action(args: Route.ActionArgs) {
  const form = await formOf(args.request);
  const text = (name: string) => String(form.get(name) ?? "");
  const { app } = requestOf(args.context);
  const caller = callerOf(args);
  const session = args.context.get(sessionContext);
  const step = text("step");
  // Somebody types: that the request came keeps the session open.
  if (step === "active") return loader(args as never);
  if (step === "password") {
    // Where there is a session, nobody but its owner unlocks it.
    const email = session?.email ?? text("email");
    const way = session ? "session.unlock" : "session.begin";
    const result = await signIn(app, caller, { email, password: text("password") }, way);
    if (result.ok) return answer({ next: result.value.next }, result.value.headers);
    const { kind } = result.error;
    return answer({ refused: kind === "wrong" ? LOCK.wrong : SIGN_IN.refusals[kind] });
  }
  const kind = step === "recovery" ? "recovery" : "totp";
  const result = await verifySecondFactor(app, caller, { code: text("code"), kind });
  if (result.ok) return answer({ next: "done" }, result.value.headers);
  const why = result.error.kind;
  if (why === "expired") return answer({ refused: CODE.expired, again: true });
  return answer({ refused: why === "wrong" ? CODE[kind].wrong : SIGN_IN.refusals[why] });
}

const answer = (body: Unlocked, headers = new Headers()): Response => Response.json(body, { headers });

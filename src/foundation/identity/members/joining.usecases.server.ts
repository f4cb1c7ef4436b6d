import { z } from "zod";
import type { Actor } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import { ok, type Result } from "#platform/kernel/result.ts";
import type { Caller } from "../session.schema.ts";
import { signIn } from "../sign-in/sign-in.usecases.server.ts";
import { join } from "./invitation.usecases.server.ts";

const Typed = z.object({ password: z.string().catch("") });

/** Joins by the invitation and signs in at once; the headers carry the cookies. */
export const joining = (caller: Caller) =>
  Object.assign(
    async (app: App, actor: Actor, target: { id: string }, form?: unknown): Promise<Result<Headers>> => {
      const joined = await join(app, actor, target, form);
      if (!joined.ok) return joined;
      const { password } = Typed.parse(form);
      const step = await signIn(app, caller, { email: joined.value.email, password });
      return ok(step.ok ? step.value.headers : new Headers());
    },
    { declared: join.declared },
  );

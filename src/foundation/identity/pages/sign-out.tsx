import { redirect } from "react-router";
import { sessionContext } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { signOut } from "../account/account.usecases.server.ts";
import { ownRequest } from "../request.server.ts";
import type { Route } from "./+types/sign-out";

export function loader() {
  return redirect("/");
}

export async function action(args: Route.ActionArgs) {
  if (!args.context.get(sessionContext)) return redirect("/");
  const { app, actor, caller, user } = ownRequest(args);
  const headers = shown(await signOut(app, actor, { user, caller }));
  // The cookie by which a device is known stays: it keeps strangers' guesses from counting against it.
  headers.set("Clear-Site-Data", '"cache", "storage"');
  return redirect("/", { headers });
}

import { redirect } from "react-router";
import { addressContext, requestOf, sessionContext } from "#foundation/identity/public.ts";
import { signOut } from "../sign-in/usecases.server.ts";
import type { Route } from "./+types/sign-out";

export function loader() {
  return redirect("/");
}

export async function action({ context, request }: Route.ActionArgs) {
  const session = context.get(sessionContext);
  if (!session) return redirect("/");
  const caller = { headers: request.headers, address: context.get(addressContext) };
  return redirect("/", { headers: await signOut(requestOf(context).app, caller, session.userId) });
}

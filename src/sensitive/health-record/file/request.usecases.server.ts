import { type RouterContextProvider, redirect } from "react-router";
import { signedInRequest } from "#foundation/identity/public.ts";
import { keyOf } from "./file-cookie.usecases.server.ts";

type Args = Readonly<{ context: Readonly<RouterContextProvider>; request: Request; url: URL }>;

/** Whoever is signed in, as the owner of a file that may be closed. */
export async function ownerRequest(args: Args) {
  const { app, actor } = signedInRequest(args);
  const person = actor.kind === "person" ? (actor.userId as string) : "";
  return { app, actor, person, key: await keyOf(app, args.request, person) };
}

/** The same where the file must be open: else its owner is led to the door. */
export async function openRequest(args: Args) {
  const { key, ...owner } = await ownerRequest(args);
  if (!key) throw redirect("/health-file");
  return { ...owner, key, target: { person: owner.person, key } };
}

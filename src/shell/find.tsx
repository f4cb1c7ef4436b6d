import { redirect } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import type { Route } from "./+types/find";
import { wayFrom } from "./find.server.ts";
import { languageOf } from "./messages.ts";

const LONGEST = 100;

/** Leads from the name of a municipality or a postcode to its window, or to the health of its people. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const text = (url.searchParams.get("q") ?? "").slice(0, LONGEST).trim();
  const to = url.searchParams.get("for") === "ask" ? "ask" : "health";
  throw redirect(await wayFrom(app, { text, to, language: languageOf(url) }));
}

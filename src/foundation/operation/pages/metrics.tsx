import { createHash, timingSafeEqual } from "node:crypto";
import { service } from "#foundation/actors/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { metricsOf } from "../metrics.present.ts";
import { readOperation } from "../state.queries.server.ts";
import type { Route } from "./+types/metrics";

const hash = (text: string) => createHash("sha256").update(text).digest();

/** For Prometheus, by the token alone: no session opens it. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const { metricsToken } = app.config;
  const sent = /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
  if (metricsToken === undefined || !timingSafeEqual(hash(sent), hash(metricsToken)))
    throw new Response("Not found\n", { status: 404, headers: { "Content-Type": "text/plain" } });
  const { measures, judgements } = expectOk(await readOperation(app, service("operation"), {}));
  const { type, text } = await metricsOf(measures, judgements);
  return new Response(text, { headers: { "Content-Type": type, "Cache-Control": "no-store" } });
}

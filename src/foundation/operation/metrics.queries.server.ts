import { createHash, timingSafeEqual } from "node:crypto";
import { service } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { metricsOf } from "./metrics.present.ts";
import { readOperation } from "./state.queries.server.ts";

const hash = (text: string) => createHash("sha256").update(text).digest();

/** What Prometheus reads, for who sends the token of the setting; undefined for everybody else, whatever their session. */
export async function readMetrics(
  app: App,
  authorization: string | null,
): Promise<Readonly<{ type: string; text: string }> | undefined> {
  const { metricsToken } = app.config;
  const sent = /^Bearer (.+)$/.exec(authorization ?? "")?.[1] ?? "";
  if (metricsToken === undefined || !timingSafeEqual(hash(sent), hash(metricsToken))) return undefined;
  const { measures, judgements } = expectOk(await readOperation(app, service("operation"), {}));
  return metricsOf(measures, judgements);
}

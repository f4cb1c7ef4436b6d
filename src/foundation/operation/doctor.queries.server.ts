import { service } from "#foundation/actors/public.ts";
import { withApp } from "#platform/commands/command.ts";
import type { Finding } from "#platform/commands/doctor/finding.ts";
import type { Config } from "#platform/config/config.ts";
import { inspectDatabase } from "#platform/db/inspect.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { operationFindings } from "./doctor.present.ts";
import { readOperation } from "./state.queries.server.ts";

/** For the doctor: how a store stands that is there and migrated; nothing of one that is not. */
export async function seenRunning(config: Config): Promise<readonly Finding[]> {
  const state = await inspectDatabase(config);
  if (!state || state.pending.length > 0) return [];
  const { measures, judgements } = await withApp(async (app) =>
    expectOk(await readOperation(app, service("cli"), {})),
  );
  return operationFindings(measures, judgements);
}

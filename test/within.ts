import { z } from "zod";
import type { Actor } from "#foundation/actors/public.ts";
import { anyone, command, definePolicy, type Work } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { Result } from "#platform/kernel/result.ts";
import { areaId } from "#platform/kernel/target.ts";

const anyWork = command({
  name: "test.within",
  policy: definePolicy({ "test.within": anyone }, { quiet: ["test.within"] }),
  target: z.object({ area: areaId }),
  subject: (_find, { area }) => ({ type: "test", area }),
  input: z.object({ work: z.custom<(work: Work) => Promise<Result<unknown>>>() }),
  run: (permit, { work }) => work(permit),
});

/** Runs what modules offer to each other inside a transaction of that actor, as a use-case of another module would. */
export const within = <T>(
  app: App,
  actor: Actor,
  area: AreaId,
  work: (work: Work) => Promise<Result<T>>,
): Promise<Result<T>> => anyWork(app, actor, { area }, { work }) as Promise<Result<T>>;

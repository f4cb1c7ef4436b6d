import { z } from "zod";
import type { Actor } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { anyone, command, definePolicy, type Permit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { areaId } from "#platform/kernel/target.ts";

type AnyPermit = Permit<never, never>;

const anyWork = command({
  name: "test.work",
  policy: definePolicy({ "test.work": anyone }, { quiet: ["test.work"] }),
  target: z.object({ area: areaId }),
  subject: (_find, { area }) => ({ type: "test", area }),
  input: z.object({ work: z.custom<(permit: AnyPermit) => Promise<unknown>>() }),
  run: async (permit, { work }) => ok(await work(permit as unknown as AnyPermit)),
});

/**
 * Work in a transaction of that actor, as a use-case has it. Its permit, about an area, stands for one of any module: for
 * tests of stores, and of what modules offer to each other.
 */
export const withPermit = async <T>(
  app: App,
  actor: Actor,
  work: (permit: AnyPermit) => Promise<T>,
  area: AreaId = NATION,
): Promise<T> => expectOk(await anyWork(app, actor, { area }, { work })) as T;

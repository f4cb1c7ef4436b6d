import type { Actor } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { makeEdition } from "./materials.testing.ts";
import { moveStock } from "./stock/movement.commands.server.ts";

export { examples, pages } from "./system/example.testing.ts";

/** An edition with so many copies, for tests of other modules. */
export const makeMaterial = async (app: App, by: Actor, area: AreaId, copies: number): Promise<string> =>
  (await makeEdition(app, { by, area, copies })).edition;

/** So many copies of it are handed over. */
export async function sendCopies(
  app: App,
  by: Actor,
  area: AreaId,
  id: string,
  copies: number,
): Promise<void> {
  const movement = { kind: "send", amount: String(copies), holder: "窓口" };
  expectOk(await moveStock(app, by, { area, id }, movement));
}

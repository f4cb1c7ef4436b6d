import { areasAs } from "#foundation/actors/public.ts";
import { getAreas, ofToday } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { addDays } from "#platform/kernel/plain-date.ts";
import { ok } from "#platform/kernel/result.ts";
import { materialPolicy } from "../access.ts";
import { countPromised } from "../orders/order.store.server.ts";
import { selectLow } from "../stock/movement.store.server.ts";
import { lowItem, ordersItem, staleItem } from "./material-today.rules.ts";
import { selectEnding } from "./material-today.store.server.ts";

const SOON_DAYS = 30;

/** What materials ask of the secretariat today: orders to send, stock to fill up, editions to replace. */
export const materialsToday = query({
  name: "material.read-today",
  ...ofToday(materialPolicy),
  async run(permit) {
    const areas = areasAs(permit.actor, "coordinator");
    const named = await getAreas(permit, areas);
    const today = permit.clock.today();
    const home = (area: string) => `/areas/${named.get(area as never)?.slug ?? area}`;
    const low = (await selectLow(permit, areas)).filter(({ available, lowAt }) => available <= lowAt!);
    return ok([
      ...(await countPromised(permit, areas)).map((one) => ordersItem(one, home(one.areaId), today)),
      ...low.map((one) => lowItem(one, home(one.areaId))),
      ...(await selectEnding(permit, areas, addDays(today, SOON_DAYS))).map((one) =>
        staleItem(one, home(one.areaId), today),
      ),
    ]);
  },
});

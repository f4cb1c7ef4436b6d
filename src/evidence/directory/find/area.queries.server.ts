import { VISITOR } from "#foundation/actors/public.ts";
import { getArea, inArea } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { ok } from "#platform/kernel/result.ts";
import { directoryPolicy } from "../access.ts";

const readArea = query({
  name: "resource.find-area",
  ...inArea(directoryPolicy, "resource"),
  async run(permit) {
    const { id, slug, name } = await getArea(permit, permit.subject.area);
    return ok({ id, slug, name });
  },
});

/** The area that an address names by its word. */
export const areaOfPath = (app: App, area: string) => readArea(app, VISITOR, { area });

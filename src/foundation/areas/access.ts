import { anyone, definePolicy, services } from "#foundation/authority/public.ts";
import { NATION } from "./schema.ts";

/** Areas are a code list: anyone reads it, and only the loading of the shipped files writes it. */
export const areaPolicy = definePolicy(
  {
    "area.find": anyone,
    "area.search": anyone,
    "area.browse": anyone,
    "area.read": anyone,
    "area.find-edition": services("areas"),
    "area.load": services("areas"),
    "town.load": services("cli"),
  },
  { quiet: ["area.find", "area.search", "area.browse", "area.read", "area.find-edition"] },
);

export type AreaAction = keyof typeof areaPolicy.rights;

/** The whole list, which belongs to no area. */
export const theList = () => ({ type: "area", area: NATION });

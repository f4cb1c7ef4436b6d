import { z } from "zod";
import type { Actor } from "#foundation/actors/public.ts";
import { type Area, lookUpArea } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { cursorOf } from "#platform/lists/cursor.ts";
import { SECTORS, SORTS } from "../schema.ts";
import type { OrganisationFilter } from "../store.server.ts";

const PLACE = cursorOf(z.tuple([z.string(), z.string(), z.uuid()]));

/** What the address of a list says, for page and file alike. */
export type ListWish = Readonly<{
  filter: Omit<OrganisationFilter, "areas" | "activeOn" | "limit"> & {
    area?: Area["id"] | undefined;
    ended: boolean;
  };
  /** The words as they were typed. */
  typed: Readonly<{ text: string; area: string; sector: string; sort: string }>;
  area: Pick<Area, "id" | "name" | "slug"> | undefined;
  /** An area was typed that no single area is named by. */
  unknownArea: boolean;
}>;

/** Reads the address of a list. What it does not understand it leaves out, so that an old link still shows a list. */
export async function filterOf(app: App, actor: Actor, query: URLSearchParams): Promise<ListWish> {
  const typed = {
    text: (query.get("q") ?? "").slice(0, 100),
    area: (query.get("area") ?? "").slice(0, 100),
    sector: query.get("sector") ?? "",
    sort: query.get("sort") ?? "name",
  };
  const area =
    typed.area.trim() === "" ? undefined : expectOk(await lookUpArea(app, actor, { text: typed.area }));
  const nation = area?.kind === "nation";
  return {
    // Who came by a link reads the area's name, not the word of its address.
    typed: area && typed.area === area.slug && area.slug !== area.id ? { ...typed, area: area.name } : typed,
    area: area && { id: area.id, name: area.name, slug: area.slug },
    unknownArea: typed.area.trim() !== "" && !area,
    filter: {
      text: typed.text.trim() || undefined,
      area: nation ? undefined : area?.id,
      sector: SECTORS.find((sector) => sector === typed.sector),
      sort: SORTS.find((sort) => sort === typed.sort.replace(/^-/, "")) ?? "name",
      descending: typed.sort.startsWith("-"),
      after: PLACE.parse(query.get("after")),
      ended: query.get("ended") === "1",
    },
  };
}

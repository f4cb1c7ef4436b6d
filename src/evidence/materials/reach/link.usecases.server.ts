import { randomBytes } from "node:crypto";
import { z } from "zod";
import { getArea, inArea } from "#foundation/areas/public.ts";
import { command, reachAlso } from "#foundation/authority/public.ts";
import { conflict, notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { type MaterialPermit, materialPolicy } from "../access.ts";
import { findEdition } from "../catalogue/material.store.server.ts";
import { LinkInput } from "../model/material.schema.ts";
import type { Way } from "../model/material-kinds.schema.ts";
import { isLinkCode, linkCode } from "./link.rules.ts";
import { countOpen, findLink, insertLink, selectLinksOf } from "./reach.store.server.ts";

const MOST_TRIES = 5;

/** A short address of an edition for one way by which it goes out. There is one for each way. */
export const addMaterialLink = command({
  name: "material-link.add",
  ...inArea(materialPolicy, "material-edition", { id: rowId() }),
  input: LinkInput,
  async run(permit, { id, way }) {
    if (!(await findEdition(permit, id))) return notFound("edition");
    const code = await linkFor(permit, id, way);
    return code ? ok({ code }) : conflict("短縮URLを作成できませんでした。もう一度お試しください。");
  },
});

/** The code of the link of that way; a new one where there is none yet. */
export async function linkFor(
  permit: MaterialPermit,
  edition: string,
  way: Way,
): Promise<string | undefined> {
  const known = (await selectLinksOf(permit, edition)).find((one) => one.way === way);
  if (known) return known.code;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const code = linkCode(randomBytes(5));
    if (await insertLink(permit, { editionId: edition, code, way })) return code;
  }
  return undefined;
}

/** Somebody opens a short address: it is counted, without a cookie or an address, and leads to the edition. */
export const openMaterialLink = command({
  name: "material-link.open",
  ...inArea(materialPolicy, "material-link", { code: z.string().refine(isLinkCode) }),
  async run(permit, { code }) {
    const link = await findLink(permit, code);
    const edition = link && (await findEdition(permit, link.editionId));
    if (!link || !edition?.published) return notFound("link");
    await reachAlso(permit, permit.subject.area);
    await countOpen(permit, link.id);
    const { slug } = await getArea(permit, permit.subject.area);
    return ok({ address: `/areas/${slug}/material-editions/${edition.id}` });
  },
});

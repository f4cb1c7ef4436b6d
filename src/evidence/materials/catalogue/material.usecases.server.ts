import { z } from "zod";
import { inArea } from "#foundation/areas/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import { deletions } from "#foundation/deletions/public.ts";
import { formShowing } from "#platform/kernel/form-values.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { listTarget, pageOf } from "#platform/lists/list.ts";
import { type MaterialPermit, materialPolicy } from "../access.ts";
import { LANGUAGE_NAMES, type Spoken } from "../model/material.messages.ts";
import { MaterialInput } from "../model/material.schema.ts";
import { availableOf } from "../model/stock.rules.ts";
import { selectCopies } from "../stock/movement.store.server.ts";
import { editionsNow } from "./edition-state.queries.server.ts";
import { editionFacts, MATERIAL_LIST, materialFacts, materialValues } from "./material.present.ts";
import {
  findMaterial,
  lockMaterial,
  MATERIAL_ROWS,
  selectEditions,
  selectMaterials,
  upsertMaterial,
} from "./material.store.server.ts";
import { placeOf } from "./place.queries.server.ts";

const spoken = z.enum(["ja", "en"]).default("ja");

/** Whether the actor sees drafts and stock in this area. */
export const isStaff = ({ actor, subject }: MaterialPermit): boolean =>
  materialPolicy.may(actor, "material-stock.read", subject) !== undefined;
const isSecretariat = ({ actor, subject }: MaterialPermit): boolean =>
  materialPolicy.may(actor, "material.save", subject) !== undefined;

/** What there is in an area. */
export const listMaterials = query({
  name: "material.list",
  ...inArea(materialPolicy, "material", { list: listTarget(MATERIAL_LIST) }),
  async run(permit, { list }) {
    const staff = isStaff(permit);
    const found = await selectMaterials(permit, list, { drafts: staff });
    const editions = await selectEditions(
      permit,
      found.map(({ id }) => id),
    );
    const shown = editions.filter((one) => staff || one.published);
    const now = await editionsNow(permit, shown);
    const copies = staff
      ? await selectCopies(
          permit,
          shown.map(({ id }) => id),
        )
      : new Map();
    const rows = found.map((material) => {
      const own = shown.filter(({ materialId }) => materialId === material.id);
      const current = own.filter(({ id }) => now(id).state === "current");
      return {
        ...material,
        languages: [...new Set(own.map(({ language }) => LANGUAGE_NAMES[language].ja))],
        states: [...new Set(own.map(({ id }) => now(id).state))],
        available: staff
          ? current.reduce((sum, { id }) => sum + (copies.has(id) ? availableOf(copies.get(id)!) : 0), 0)
          : null,
      };
    });
    return ok({
      page: pageOf(MATERIAL_LIST, list, rows),
      area: await placeOf(permit),
      staff,
      writes: isSecretariat(permit),
    });
  },
});

/** A material with its editions, those of its draft for the staff. */
export const readMaterial = query({
  name: "material.read",
  ...inArea(materialPolicy, "material", { id: rowId(), language: spoken }),
  async run(permit, { id, language }) {
    const material = await findMaterial(permit, id);
    const staff = isStaff(permit);
    if (!material || !(staff || material.published)) return notFound("material");
    const editions = (await selectEditions(permit, [id])).filter((one) => staff || one.published);
    const now = await editionsNow(permit, editions);
    const copies = staff
      ? await selectCopies(
          permit,
          editions.map((one) => one.id),
        )
      : undefined;
    return ok({
      material: materialFacts(material, language),
      editions: editions.map((one) => ({
        ...editionFacts(one, now(one.id).state, language as Spoken),
        ...(copies ? { copies: copies.get(one.id) ?? { stock: 0, promised: 0 } } : {}),
      })),
      area: await placeOf(permit),
      staff,
      writes: isSecretariat(permit),
    });
  },
});

/** What the form of a material shows; of a new one nothing. */
export const readMaterialForm = query({
  name: "material.form",
  ...inArea(materialPolicy, "material", { id: rowId() }),
  async run(permit, { id }) {
    const material = await findMaterial(permit, id);
    return ok({ ...formShowing(materialValues(material)), isNew: material === undefined });
  },
});

export const saveMaterial = command({
  name: "material.save",
  ...inArea(materialPolicy, "material", { id: rowId() }),
  input: MaterialInput,
  once: true,
  seen: async (permit, { id }) => materialValues(await lockMaterial(permit, id)),
  async run(permit, { area: _, id, ...material }) {
    await upsertMaterial(permit, id, material);
    return ok({ id });
  },
});

/** Deleting a material or an edition, and bringing it back. */
export const materialDeletions = deletions({
  policy: materialPolicy,
  kinds: ["material", "edition"],
  rows: MATERIAL_ROWS,
  names: {
    restore: "material.restore",
    list: "material.list-deleted",
    readRestored: "material.read-restored",
  },
  pages: { material: (id) => id, edition: (id) => `../material-editions/${id}` },
});
export const { restore: restoreMaterial, listDeleted, readRestored } = materialDeletions;
export const removeMaterial = materialDeletions.removingOnly("material.delete", "material");
export const removeEdition = materialDeletions.removingOnly("material-edition.delete", "edition");

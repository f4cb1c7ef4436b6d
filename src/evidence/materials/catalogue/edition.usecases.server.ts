import { z } from "zod";
import { inArea } from "#foundation/areas/public.ts";
import { keepFile } from "#foundation/attachments/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import { formShowing } from "#platform/kernel/form-values.ts";
import { invalid, notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { materialPolicy } from "../access.ts";
import { factName } from "../facts/fact.messages.ts";
import { EditionInput } from "../model/material.schema.ts";
import { reachOfEdition } from "../reach/reach.queries.server.ts";
import { holdersOf } from "../stock/holder.queries.server.ts";
import { selectCopies, selectMovements } from "../stock/movement.store.server.ts";
import { editionsNow } from "./edition-state.queries.server.ts";
import { editionFacts, editionValues } from "./material.present.ts";
import {
  findEdition,
  findMaterial,
  insertEdition,
  lockEditions,
  selectEditions,
  updateEdition,
} from "./material.store.server.ts";
import { isStaff } from "./material.usecases.server.ts";
import { placeOf } from "./place.queries.server.ts";

const MOST_MOVEMENTS = 100;
const spoken = z.enum(["ja", "en"]).default("ja");
const ofEdition = inArea(materialPolicy, "material-edition", { id: rowId() });

/** An edition: what it prints for anybody; stock, holders and reach for the staff. */
export const readEdition = query({
  name: "material-edition.read",
  ...inArea(materialPolicy, "material-edition", { id: rowId(), language: spoken }),
  async run(permit, { id, language }) {
    const edition = await findEdition(permit, id);
    const material = edition && (await findMaterial(permit, edition.materialId));
    const staff = isStaff(permit);
    if (!material || !(staff || (edition.published && material.published))) return notFound("edition");
    const now = (await editionsNow(permit, [edition]))(id);
    return ok({
      title: material.title,
      ...editionFacts(edition, now.state, language),
      leaflet: edition.leaflet,
      facts: now.facts.map(({ id: fact, label, field, printed, source, sourceId }) => {
        const changed = now.changed.find((one) => one.id === fact);
        return {
          id: fact,
          label,
          field,
          printed,
          source,
          sourceId,
          ...(changed ? { now: changed.now } : {}),
        };
      }),
      changed: now.changed.map(factName),
      area: await placeOf(permit),
      writes: materialPolicy.may(permit.actor, "material.save", permit.subject) !== undefined,
      ...(staff
        ? {
            kept: {
              place: edition.place,
              lowAt: edition.lowAt,
              copies: (await selectCopies(permit, [id])).get(id)!,
              movements: await selectMovements(permit, id, MOST_MOVEMENTS),
              holders: (await holdersOf(permit, id)).map(({ holder, orderId, copies, email }) => ({
                ...{ holder, orderId, copies, byMail: email !== "" },
              })),
              reach: await reachOfEdition(permit, id),
              others: (await selectEditions(permit, [edition.materialId]))
                .filter((one) => one.id !== id)
                .map((one) => ({ value: one.id, label: one.label })),
            },
          }
        : {}),
    });
  },
});

/** What the form of an edition shows; of a new one what is usual. */
export const readEditionForm = query({
  name: "material-edition.form",
  ...ofEdition,
  async run(permit, { id }) {
    const edition = await findEdition(permit, id);
    const values = edition
      ? editionValues(edition)
      : { ...editionValues(), language: "ja", mostAnOrder: "100" };
    return ok({ ...formShowing(values), isNew: edition === undefined });
  },
});

/** Adds an edition to a material, or changes it. A file that comes with it takes the place of the one before. */
export const saveEdition = command({
  name: "material-edition.save",
  ...inArea(materialPolicy, "material-edition", { id: rowId(), material: rowId().optional() }),
  takesFiles: true,
  input: EditionInput,
  once: true,
  async seen(permit, { id }) {
    const [edition] = await lockEditions(permit, [id]);
    return edition ? editionValues(edition) : {};
  },
  async run(permit, { area: _, id, material, files: [file], ...edition }) {
    const held = await findEdition(permit, id);
    const materialId = held?.materialId ?? material;
    if (!materialId || !(await findMaterial(permit, materialId))) return notFound("material");
    const kept = file && (await keepFile(permit, file));
    if (kept && !kept.ok)
      return kept.error.kind === "invalid" ? invalid({ files: kept.error.fields.file ?? [] }) : kept;
    const columns = { ...edition, ...(kept ? { fileId: kept.value.id } : {}) };
    if (held) await updateEdition(permit, id, columns);
    else await insertEdition(permit, id, { ...columns, materialId });
    return ok({ id, material: materialId });
  },
});

/** Says which edition has taken the place of this one: it is handed out no more. */
export const replaceEdition = command({
  name: "material-edition.replace",
  ...ofEdition,
  input: z.object({ by: rowId() }),
  async run(permit, { id, by }) {
    const editions = await lockEditions(permit, [id, by]);
    const [old, next] = [id, by].map((one) => editions.find((edition) => edition.id === one));
    if (!old || !next || old.materialId !== next.materialId) return notFound("edition");
    if (next.replacedBy || id === by)
      return invalid({ by: ["差し替え済みの版は選択できません。ほかの版を選択してください。"] });
    await updateEdition(permit, id, { replacedBy: by });
    return ok({ id });
  },
});

import { z } from "zod";
import { getArea, inArea } from "#foundation/areas/public.ts";
import { readAttachment } from "#foundation/attachments/public.ts";
import { query, reachAlso } from "#foundation/authority/public.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { renderedOnce } from "#platform/pdf/render-once.ts";
import { materialPolicy } from "../access.ts";
import { factName } from "../facts/fact.messages.ts";
import { leafletPdf } from "../leaflets/leaflet-pdf.queries.server.ts";
import { isOver } from "../model/edition.rules.ts";
import { editionsNow } from "./edition-state.queries.server.ts";
import { findEdition, findMaterial } from "./material.store.server.ts";
import { isStaff } from "./material.usecases.server.ts";
import { REPLACED, replacedContent } from "./replaced.present.ts";

/**
 * The file of an edition as it is handed out. In place of one that is out of date comes a page that says so, what changed,
 * and where the new one is: what was printed once must not be spread further. The staff may still look at the old one.
 */
export const readEditionFile = query({
  name: "material-edition.file",
  ...inArea(materialPolicy, "material-edition", {
    id: rowId(),
    old: z.boolean().default(false),
    bleed: z.boolean().default(false),
  }),
  async run(permit, { id, old, bleed }, app) {
    const edition = await findEdition(permit, id);
    const material = edition && (await findMaterial(permit, edition.materialId));
    const staff = isStaff(permit);
    if (!material || !(staff || (edition.published && material.published))) return notFound("edition");
    const area = await getArea(permit, permit.subject.area);
    const { state, changed, facts } = (await editionsNow(permit, [edition]))(id);
    if (isOver(state) && !(old && staff)) {
      const next = edition.replacedBy
        ? `material-editions/${edition.replacedBy}`
        : `materials/${material.id}`;
      const content = renderedOnce(
        REPLACED,
        await replacedContent({
          ...{ title: material.title, label: edition.label, state },
          changed: changed.length > 0 ? changed.map(factName) : edition.staleFacts,
          address: `${app.config.origin}/areas/${area.slug}/${next}`,
          day: showDateJa(permit.clock.today()),
        }),
      );
      return ok({ name: `差し替え_${material.title}.pdf`, mediaType: "application/pdf", content });
    }
    if (edition.leaflet) {
      const content = await leafletPdf(permit, { app, area, edition, facts, bleed });
      return ok({ name: `${material.title}_${edition.label}.pdf`, mediaType: "application/pdf", content });
    }
    // The file belongs to the area: anybody may have what the area hands out.
    await reachAlso(permit, permit.subject.area);
    return readAttachment(permit, edition.fileId);
  },
});

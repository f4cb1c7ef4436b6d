import { service } from "#foundation/actors/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import { namedId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import sample from "../../../../reference/demonstration/materials.json" with { type: "json" };
import { saveEdition } from "../catalogue/edition.usecases.server.ts";
import { listMaterials, saveMaterial } from "../catalogue/material.usecases.server.ts";
import { TEMPLATE_TEXTS } from "../leaflets/leaflet.messages.ts";
import { saveLeaflet } from "../leaflets/leaflet.usecases.server.ts";
import type { Template } from "../model/material-kinds.schema.ts";
import { addMaterialLink } from "../reach/link.usecases.server.ts";
import { moveStock } from "../stock/movement.commands.server.ts";

const ACTOR = service("demonstration");
const AREA = "hamada";

/** Loads the leaflets of Hamada, each with an edition that can be ordered; what stands already stays as it is. */
export async function loadDemonstrationMaterials(app: App): Promise<void> {
  const organisations = await loadDemonstrationOrganisations(app);
  const { page, area } = expectOk(await listMaterials(app, ACTOR, { area: AREA }));
  for (const { key, template, contacts, hotlines, copies, place, ...material } of sample.materials) {
    const id = namedId("material", area.id, key) as string;
    if (page.rows.some((row) => row.id === id)) continue;
    const edition = namedId("material-edition", area.id, key) as string;
    const of = { area: AREA, id: edition };
    expectOk(await saveMaterial(app, ACTOR, { area: AREA, id }, { ...material, published: "true" }));
    const texts = {
      ...{ template, label: "第1版", language: "ja", foot: material.owner },
      ...TEMPLATE_TEXTS[template as Template],
      contacts: [
        ...contacts.map((name) => `organisation:${organisations.get(name)!.id}`),
        ...hotlines.map((hotline) => `hotline:${hotline}`),
      ],
    };
    expectOk(await saveLeaflet(app, ACTOR, { ...of, material: id }, texts));
    const told = {
      ...{ label: "第1版", language: "ja", format: "A4", place },
      lowAt: "50",
      mostAnOrder: "100",
    };
    expectOk(await saveEdition(app, ACTOR, of, { ...told, published: "true" }));
    expectOk(await moveStock(app, ACTOR, of, { kind: "receive", amount: String(copies), reason: "印刷" }));
    expectOk(await addMaterialLink(app, ACTOR, of, { way: "poster" }));
  }
}

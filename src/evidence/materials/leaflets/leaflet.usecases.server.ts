import { inArea } from "#foundation/areas/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import { HOTLINES, HOTLINES_AS_OF } from "#foundation/hotlines/public.ts";
import { formShowing } from "#platform/kernel/form-values.ts";
import { conflict, invalid, notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { materialPolicy } from "../access.ts";
import {
  findEdition,
  findMaterial,
  insertEdition,
  lockEditions,
  updateEdition,
} from "../catalogue/material.store.server.ts";
import { choiceName } from "../facts/fact.messages.ts";
import { FIELDS } from "../facts/fact.schema.ts";
import { deleteFacts, selectFacts, upsertFacts } from "../facts/fact.store.server.ts";
import { printable, standingOf } from "../facts/standing.queries.server.ts";
import { linkFor } from "../reach/link.usecases.server.ts";
import { LeafletInput } from "./leaflet.schema.ts";

const sourceOf = ({ source, sourceId }: Readonly<{ source: string; sourceId: string }>) =>
  `${source}:${sourceId}`;

/** What the form of a leaflet shows, and whose telephone numbers there are to choose from. */
export const readLeaflet = query({
  name: "leaflet.read",
  ...inArea(materialPolicy, "material-edition", { id: rowId() }),
  async run(permit, { id }) {
    const edition = await findEdition(permit, id);
    const chosen = await selectFacts(permit, [id]);
    const choices = await printable(permit, permit.subject.area);
    const { template = "", title = "", lead = "", body = "", foot = "" } = edition?.leaflet ?? {};
    return ok({
      ...formShowing({
        ...{ template, title, lead, body, foot },
        label: edition?.label ?? "",
        language: edition?.language ?? "ja",
        contacts: [...new Set(chosen.map(sourceOf))].join(" "),
      }),
      contacts: choices.map((one) => ({ value: sourceOf(one), label: choiceName(one) })),
      unchecked: HOTLINES.filter(({ checked }) => !checked).map(({ name }) => name),
      asOf: HOTLINES_AS_OF,
    });
  },
});

/** What a leaflet prints of each contact, where it is known. */
const PRINTED = ["name", "phone", "address", "hours"];

/**
 * A leaflet of our own as an edition: its texts, and as facts the contacts as they stand now. What is handed out already is
 * not written over: it gets a new edition.
 */
export const saveLeaflet = command({
  name: "leaflet.save",
  ...inArea(materialPolicy, "material-edition", { id: rowId(), material: rowId().optional() }),
  input: LeafletInput,
  once: true,
  async run(permit, { id, material, label, language, contacts, ...texts }) {
    await lockEditions(permit, [id]);
    const held = await findEdition(permit, id);
    if (held?.published) return conflict("公開している版は変更できません。新しい版を作成してください。");
    if (held && !held.leaflet)
      return conflict("ファイルを登録した版は、この画面では編集できません。新しい版を作成してください。");
    const materialId = material ?? held?.materialId;
    if (!materialId || (held && held.materialId !== materialId) || !(await findMaterial(permit, materialId)))
      return notFound("material");
    const standing = await standingOf(
      permit,
      contacts.map((one) => ({ ...one, areaId: permit.subject.area })),
    );
    if (standing.length < contacts.length || standing.some(({ fields }) => !fields.name))
      return invalid({
        contacts: ["掲載する機関・相談先のうち、終了または非公開のものがあります。外してください。"],
      });
    if (!held) await insertEdition(permit, id, { materialId, label, language, published: false });
    await updateEdition(permit, id, { label, language, leaflet: { ...texts, asOf: permit.clock.today() } });
    await deleteFacts(permit, id);
    await upsertFacts(
      permit,
      id,
      standing.flatMap(({ source, sourceId, label: of, fields }) =>
        FIELDS[source]
          .filter((field) => PRINTED.includes(field) && fields[field])
          .map((field) => ({ source, sourceId, field, label: of, printed: fields[field]! })),
      ),
    );
    // The code that is printed on it.
    await linkFor(permit, id, "leaflet");
    return ok({ id });
  },
});

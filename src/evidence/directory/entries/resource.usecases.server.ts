import { z } from "zod";
import { getArea, inArea, municipalitiesOf } from "#foundation/areas/public.ts";
import { command, type Permit, query } from "#foundation/authority/public.ts";
import { foldedName, listOrganisations } from "#foundation/organisations/public.ts";
import { formShowing } from "#platform/kernel/form-values.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { conflict, notFound, ok } from "#platform/kernel/result.ts";
import { areaId, rowId } from "#platform/kernel/target.ts";
import { listTarget, pageOf } from "#platform/lists/list.ts";
import { type DirectoryPermit, directoryPolicy } from "../access.ts";
import { indexResources } from "../find/index.commands.server.ts";
import { SAYS } from "../model/form.messages.ts";
import { checkedBy, checkedOn } from "../model/intake.rules.ts";
import { isPushed } from "../model/resource.rules.ts";
import {
  type Resource,
  type ResourceDraft,
  type ResourceId,
  ResourceInput,
} from "../model/resource.schema.ts";
import { FIELD_GROUPS } from "../model/resource-lists.schema.ts";
import { selectReports } from "../owners/report.store.server.ts";
import { placeAt } from "./point.store.server.ts";
import {
  findResource,
  findResourceSubject,
  insertResource,
  lockResources,
  selectListed,
  updateResource,
} from "./resource.store.server.ts";
import { detailOf } from "./resource-detail.present.ts";
import { resourceValues, rowsShown } from "./resource-form.present.ts";
import { lineOf, RESOURCE_LIST } from "./resource-list.present.ts";

/** One row, by its area and id. */
export const onResource = {
  policy: directoryPolicy,
  target: z.object({ area: areaId, id: rowId<ResourceId>() }),
  subject: findResourceSubject,
} as const;

const MOST_ORGANISATIONS = 10_000;
const MOST_CHOICES = 500;

export const listResources = query({
  name: "resource.list",
  ...inArea(directoryPolicy, "resource", { list: listTarget(RESOURCE_LIST) }),
  async run(permit, { list }) {
    const rows = (await selectListed(permit, permit.subject.area, list)).map(lineOf);
    const area = await getArea(permit, permit.subject.area);
    const mayEdit = directoryPolicy.may(permit.actor, "resource.add", permit.subject) !== undefined;
    return ok({
      ...pageOf(RESOURCE_LIST, list, rows),
      area: { id: area.id, slug: area.slug, name: area.name },
      mayEdit,
    });
  },
});

/** What the form lets choose: the area's municipalities, and who may run it. */
async function choicesOf(permit: Permit, area: AreaId) {
  const towns = await municipalitiesOf(permit, area);
  const organisations = await listOrganisations(permit, { area, limit: MOST_CHOICES });
  return {
    towns: towns.map(({ id, name }) => ({ value: id as string, label: name })),
    organisations: organisations.map(({ id, name }) => ({ value: id as string, label: name })),
  };
}

export const readNewResource = query({
  name: "resource.choices",
  ...inArea(directoryPolicy, "resource"),
  run: async (permit) =>
    ok({
      ...(await choicesOf(permit, permit.subject.area)),
      form: formShowing(resourceValues()),
      rows: rowsShown(),
      area: await getArea(permit, permit.subject.area),
    }),
});

export const readResourceToEdit = query({
  name: "resource.read-to-edit",
  ...onResource,
  async run(permit, { area, id }) {
    const one = await findResource(permit, area, id);
    if (!one) return notFound("resource");
    return ok({
      ...(await choicesOf(permit, area)),
      ...detailOf(one, permit.clock.today()),
      reports: await selectReports(permit, area, id),
      form: formShowing(resourceValues(one)),
      rows: rowsShown(one),
      area: await getArea(permit, area),
      mayAsk: directoryPolicy.may(permit.actor, "resource.ask-owner", permit.subject) !== undefined,
    });
  },
});

/** The row that a form makes; its place is filled from the operator's towns, its organisation by its name. */
async function rowOf(permit: DirectoryPermit, area: AreaId, draft: ResourceDraft, stored?: Resource) {
  const { rows, closedOnHolidays, exceptions, hoursNote, listed, checked, ...fields } = draft;
  const checks = checked
    ? checkedBy(stored?.checks ?? {}, FIELD_GROUPS, { on: permit.clock.today(), by: nameOf(permit) })
    : (stored?.checks ?? {});
  const known = fields.latitude === null ? await placeAt(permit, fields) : undefined;
  const all = await listOrganisations(permit, { area, limit: MOST_ORGANISATIONS });
  const provider = all.find(({ name }) => foldedName(name) === foldedName(fields.provider));
  return {
    ...fields,
    ...known,
    ...{
      hours: { rows, closedOnHolidays, exceptions, note: hoursNote },
      checks,
      checkedOn: checkedOn(checks),
    },
    organisationId: fields.organisationId ?? (fields.provider ? (provider?.id ?? null) : null),
    state: listed ? ("listed" as const) : ("draft" as const),
  };
}

export const nameOf = ({ actor }: Pick<Permit, "actor">): string =>
  actor.kind === "person" ? actor.name : actor.kind === "holder" ? "掲載機関" : "Yui";

export const addResource = command({
  name: "resource.add",
  ...inArea(directoryPolicy, "resource"),
  input: ResourceInput,
  once: true,
  async run(permit, { area: _, ...draft }) {
    const { area } = permit.subject;
    const id = newId<ResourceId>();
    const row = await rowOf(permit, area, draft);
    await insertResource(permit, { areaId: area, id, serviceId: id, source: "hand", ...row });
    await indexResources(permit, [(await findResource(permit, area, id))!]);
    return ok(id);
  },
});

export const saveResource = command({
  name: "resource.save",
  ...onResource,
  input: ResourceInput,
  once: true,
  async seen(permit, { area, id }) {
    const [one] = await lockResources(permit, area, [id]);
    return one && resourceValues(one);
  },
  async run(permit, { area, id, ...draft }) {
    const one = (await findResource(permit, area, id))!;
    if (isPushed(one)) return conflict(SAYS.notYours);
    if (one.state !== "draft" && one.state !== "listed") return conflict(SAYS.gone);
    await updateResource(permit, one, await rowOf(permit, area, draft, one));
    await indexResources(permit, [(await findResource(permit, area, id))!]);
    return ok(id);
  },
});

import { z } from "zod";
import { getArea, municipalitiesOf, shapesOf } from "#foundation/areas/public.ts";
import { alsoDo, command, query } from "#foundation/authority/public.ts";
import { HOTLINES } from "#foundation/hotlines/public.ts";
import { getOrganisations, listOrganisations } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import { choice, count, day } from "#platform/kernel/form-fields.ts";
import { formShowing, formTexts } from "#platform/kernel/form-values.ts";
import { isUuid, type OrganisationId } from "#platform/kernel/ids.ts";
import { invalid, notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { readList } from "#platform/lists/list.ts";
import { EVENT_LIST, listEvents } from "#programmes/events/public.ts";
import { type PreventionPermit, policy } from "../access.ts";
import { TRAINED_KINDS, WISHES } from "../model/prevention-kinds.schema.ts";
import { hereIn } from "../target.usecases.server.ts";
import { byDistrict, refreshDue } from "./gatekeeper.rules.ts";
import { isCheckDue } from "./hotline.rules.ts";
import {
  type BereavedGroup,
  deleteTrained,
  insertTrained,
  selectGroups,
  selectHotlineChecks,
  selectTrained,
  upsertGroup,
  upsertHotlineCheck,
} from "./support.store.server.ts";

const CHOOSE_EVENT = "研修会を選択してください。";
const CHOOSE_TOWN = "市町村を選択してください。";
const TRAININGS = new Set(["training", "welfare_training", "staff_training"]);

async function eventsOf(permit: PreventionPermit, app: App, filter: Readonly<Record<string, string>>) {
  const list = readList(EVENT_LIST, new URLSearchParams(filter));
  const found = await alsoDo(permit, listEvents, { area: permit.subject.area, list }, undefined, app);
  return found.ok ? found.value.page.rows : [];
}

/** The numbers of the list with the day on which somebody of this area called them last. */
export async function checkedHotlines(permit: PreventionPermit) {
  const checks = await selectHotlineChecks(permit, [permit.subject.area]);
  const today = permit.clock.today();
  return HOTLINES.map((line) => {
    const checkedOn = checks.find(({ hotline }) => hotline === line.key)?.checkedOn ?? null;
    return { ...line, checkedOn, due: isCheckDue(checkedOn, today) };
  });
}

/** Groups that want to be named, with their dates where they want that too. */
export async function namedGroups(permit: PreventionPermit, app: App) {
  const groups = (await selectGroups(permit)).filter(({ wish }) => wish !== "silent");
  const known = await getOrganisations(
    permit,
    groups.map(({ organisationId }) => organisationId as OrganisationId),
  );
  const coming = groups.length === 0 ? [] : await eventsOf(permit, app, { kind: "bereaved", when: "coming" });
  return groups.flatMap(({ organisationId, wish }) => {
    const group = known.get(organisationId as OrganisationId);
    if (!group) return [];
    const own = coming.filter(({ state, hosts }) => state === "published" && hosts[0]?.name === group.name);
    const dates = wish === "dates" ? own.map(({ id, firstDay }) => ({ id, day: firstDay })) : [];
    return [{ name: group.name, phone: group.phone, dates }];
  });
}

/** Hotlines, groups on their way, and who is trained where: the secretariat's page. */
export const readSupport = query({
  name: "prevention.read-support",
  ...hereIn(),
  async run(permit, _, app) {
    const area = await getArea(permit, permit.subject.area);
    const towns = await municipalitiesOf(permit, area.id);
    const trained = await selectTrained(permit);
    const organisations = await listOrganisations(permit, { area: area.id, sector: "bereaved_group" });
    const groups = await selectGroups(permit);
    const events = await eventsOf(permit, app, { theme: "suicide_prevention" });
    const names = new Map(towns.map(({ id, name }) => [id as string, name]));
    return ok({
      area: { slug: area.slug, name: area.name },
      mayEdit: policy.may(permit.actor, "prevention-group.save", permit.subject) !== undefined,
      hotlines: await checkedHotlines(permit),
      groups: organisations.map(({ id, name }) => ({
        ...{ id, name },
        held: groups.find((one) => one.organisationId === id) ?? null,
        form: formShowing(groupValues(groups.find((one) => one.organisationId === id))),
      })),
      towns: towns.map(({ id, name }) => ({ value: id as string, label: name })),
      shapes: await shapesOf(permit, app, towns),
      districts: byDistrict(
        towns.map(({ id }) => id),
        trained,
        permit.clock.today(),
      ).map((one) => ({ ...one, name: names.get(one.id)! })),
      events: events
        .filter(({ kind }) => TRAININGS.has(kind))
        .map(({ id, title, firstDay }) => ({ value: id, label: `${firstDay}　${title}` })),
      trained: trained.map(({ id, district, kind, heldOn, minutes, persons }) => ({
        ...{ id, kind, heldOn, minutes, persons, town: names.get(district) ?? "" },
        refreshOn: refreshDue(heldOn),
      })),
    });
  },
});

export const checkHotline = command({
  name: "prevention-hotline.check",
  ...hereIn(),
  input: z.object({ hotline: z.enum(HOTLINES.map(({ key }) => key) as [string, ...string[]]) }),
  async run(permit, { hotline }) {
    await upsertHotlineCheck(permit, hotline);
    return ok(undefined);
  },
});

const optional = { optional: true } as const;
const groupValues = (group: BereavedGroup | undefined) =>
  formTexts(group, "wish", "facilitators", "placeOn", "moneyOn", "firstOn", "ownOn");

/** A group on its way to itself: what it wishes, and the days of the steps. */
export const saveGroup = command({
  name: "prevention-group.save",
  ...hereIn({ group: rowId<OrganisationId>() }),
  input: z.object({
    wish: choice("公開の希望", WISHES),
    facilitators: count("研修を受けた進行役", { most: 99, unit: "人" }),
    placeOn: day("会場が決まった日", optional),
    moneyOn: day("費用のめどが立った日", optional),
    firstOn: day("初回を開いた日", optional),
    ownOn: day("会の運営に移った日", optional),
  }),
  once: true,
  seen: async (permit, { group }) =>
    groupValues((await selectGroups(permit)).find((one) => one.organisationId === group)),
  async run(permit, { area: _, group, ...told }) {
    const known = await listOrganisations(permit, { area: permit.subject.area, sector: "bereaved_group" });
    if (!known.some(({ id }) => id === group)) return notFound("group");
    if (told.ownOn !== null && (told.firstOn === null || told.ownOn < told.firstOn))
      return invalid({ ownOn: ["会の運営に移るのは、初回を開いた後です。日付をご確認ください。"] });
    await upsertGroup(permit, { organisationId: group, ...told });
    return ok(undefined);
  },
});

/** How many of a district were trained at an event. */
export const addTrained = command({
  name: "prevention-trained.add",
  ...hereIn({ trained: rowId() }),
  input: z.object({
    event: z.string({ error: CHOOSE_EVENT }).refine(isUuid, { error: CHOOSE_EVENT }),
    district: z.string({ error: CHOOSE_TOWN }).regex(/^[a-z0-9-]{1,40}$/, { error: CHOOSE_TOWN }),
    kind: choice("対象", TRAINED_KINDS),
    minutes: count("研修時間", { least: 1, most: 100_000, unit: "分" }),
    persons: count("修了者", { least: 1, most: 100_000, unit: "人" }),
  }),
  once: true,
  async run(permit, { area: _, trained: id, event, ...told }, app) {
    const found = (await eventsOf(permit, app, { theme: "suicide_prevention" })).find(
      (one) => one.id === event && TRAININGS.has(one.kind),
    );
    if (!found) return invalid({ event: [CHOOSE_EVENT] });
    if (found.firstDay > permit.clock.today()) return invalid({ event: ["まだ開催していない研修会です。"] });
    const towns = await municipalitiesOf(permit, permit.subject.area);
    if (!towns.some(({ id: town }) => town === told.district)) return invalid({ district: [CHOOSE_TOWN] });
    await insertTrained(permit, { ...told, id, eventId: event, heldOn: found.firstDay });
    return ok({ id });
  },
});

export const removeTrained = command({
  name: "prevention-trained.remove",
  ...hereIn({ trained: rowId() }),
  async run(permit, { trained }) {
    const done = await deleteTrained(permit, trained);
    return done.numDeletedRows > 0n ? ok(undefined) : notFound("trained");
  },
});

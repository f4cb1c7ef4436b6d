import { z } from "zod";
import {
  findArea,
  getAreas,
  lookUpArea,
  lookUpAreas,
  NATION,
  searchAreas,
} from "#foundation/areas/public.ts";
import { chosenInForm, command, query, type Work } from "#foundation/authority/public.ts";
import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import { type AreaId, newId, type OrganisationId } from "#platform/kernel/ids.ts";
import { invalid, ok, type Result } from "#platform/kernel/result.ts";
import { areaId } from "#platform/kernel/target.ts";
import { listIn, organisationPolicy, subjectOf, writableAreas } from "../access.ts";
import { IMPORT } from "../import/messages.ts";
import { areaWordsOf } from "../import/rules.ts";
import { ERRORS, PAGE } from "../messages.ts";
import { readDraft } from "../rules.ts";
import type { Draft, Organisation, Sector } from "../schema.ts";
import { lockOrganisation } from "../store.server.ts";
import {
  addDraft,
  changeDraft,
  getOrganisation,
  ofOrganisation,
  organisationSubject,
} from "../usecases.server.ts";
import { OrganisationForm, type OrganisationValues, TEXT_FIELDS } from "./schema.ts";

/** The form of an organisation as it stands, for who may change it. */
export const readToEdit = query({
  name: "organisation.read-to-edit",
  policy: organisationPolicy,
  target: ofOrganisation,
  subject: organisationSubject,
  async run(permit, { id }) {
    const organisation = await getOrganisation(permit, id);
    const values = await valuesOf(permit, organisation);
    const home = (await getAreas(permit, [organisation.areaId])).get(organisation.areaId);
    return ok({ values, seen: fingerprintOf(values), homeName: home?.name ?? "" });
  },
});

/** The areas under which the actor may register; undefined for who may choose any. */
export const listHomes = query({
  name: "organisation.list-homes",
  policy: organisationPolicy,
  target: z.object({}),
  subject: () => listIn(),
  async run(permit) {
    const writable = writableAreas(permit.actor);
    if (writable === "all") return ok(undefined);
    const areas = await getAreas(permit, writable);
    return ok(
      writable.flatMap((id) => areas.get(id) ?? []).map(({ id, name }) => ({ value: id, label: name })),
    );
  },
});

export const changeOrganisation = command({
  name: "organisation.change",
  policy: organisationPolicy,
  target: ofOrganisation,
  subject: organisationSubject,
  input: OrganisationForm,
  async seen(permit, { id }) {
    await lockOrganisation(permit, permit.subject.area, id);
    return valuesOf(permit, await getOrganisation(permit, id));
  },
  async run(permit, { id, ...values }) {
    const draft = await readForm(permit, values, permit.subject.area);
    return draft.ok ? changeDraft(permit, await getOrganisation(permit, id), draft.value) : draft;
  },
});

export const addOrganisation = command({
  name: "organisation.add",
  policy: organisationPolicy,
  target: z.object({ area: areaId }),
  subject: (_find, { area }) => subjectOf({ areaId: area, published: false }),
  input: OrganisationForm,
  once: true,
  async run(permit, { area, ...values }): Promise<Result<{ id: OrganisationId }>> {
    const draft = await readForm(permit, values, area);
    if (!draft.ok) return draft;
    const id = newId<OrganisationId>();
    const added = await addDraft(permit, id, draft.value, "form");
    return added.ok ? ok({ id }) : added;
  },
});

/** Adds the organisation of a form in the home area that its words name. */
export const addByForm = chosenInForm(addOrganisation, {
  async choose(form, { app, actor }) {
    const text = Home.parse(form).areaId.trim();
    if (text === "") return invalid({ areaId: [ERRORS.area] }, PAGE.invalid);
    const home = await lookUpArea(app, actor, { text });
    if (!home.ok) return home;
    if (home.value) return ok({ area: home.value.id });
    const near = await lookUpAreas(app, actor, { text, limit: MOST_NEAR });
    return near.ok ? invalid({ areaId: [whichArea(text, near.value)] }, PAGE.invalid) : near;
  },
  own({ actor }) {
    const areas = writableAreas(actor);
    return subjectOf({ areaId: areas === "all" ? NATION : (areas[0] ?? NATION), published: false });
  },
  elsewhere: { "not-found": { areaId: [ERRORS.area] }, forbidden: { areaId: [ERRORS.foreignArea] } },
  message: PAGE.invalid,
});

const Home = z.object({ areaId: z.string().catch("") });

/** An organisation as its form shows it. A name that leads to several areas is shown as the id, so that saving comes back to the same one. */
async function valuesOf(permit: Work, organisation: Organisation): Promise<OrganisationValues> {
  const areas = await getAreas(permit, organisation.servedAreas);
  const words: string[] = [];
  for (const id of organisation.servedAreas) {
    const name = areas.get(id)?.name ?? id;
    words.push((await findArea(permit, name))?.id === id ? name : id);
  }
  const texts = Object.fromEntries(TEXT_FIELDS.map((field) => [field, organisation[field] ?? ""]));
  return {
    ...(texts as Record<(typeof TEXT_FIELDS)[number], string>),
    servedAreas: words.join("、"),
    published: organisation.published ? "yes" : "",
  };
}

async function readForm(permit: Work, values: OrganisationValues, home: AreaId): Promise<Result<Draft>> {
  const served: AreaId[] = [];
  const unknown: string[] = [];
  for (const word of areaWordsOf(values.servedAreas)) {
    const area = await findArea(permit, word);
    if (area) served.push(area.id);
    else unknown.push(whichArea(word, await searchAreas(permit, word, { limit: MOST_NEAR })));
  }
  const { draft, errors = {} } = readDraft({
    ...values,
    sector: values.sector as Sector,
    areaId: home,
    servedAreas: served,
    published: values.published === "yes",
  });
  if (draft && unknown.length === 0) return ok(draft);
  return invalid({ ...errors, ...(unknown.length > 0 ? { servedAreas: unknown } : {}) }, PAGE.invalid);
}

const MOST_NEAR = 4;

/** The sentence for words that name no single area, with those that they may mean. */
const whichArea = (
  word: string,
  near: readonly Readonly<{ name: string; code: string | null; slug: string }>[],
): string =>
  near.length > 0
    ? IMPORT.whichArea(
        word,
        near.map((area) => `${area.name}（${area.code ?? area.slug}）`),
      )
    : IMPORT.unknownArea(word);

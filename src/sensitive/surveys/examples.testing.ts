import type { Actor } from "#foundation/actors/public.ts";
import { type Example, type ExamplePlace, type Examples, standing } from "#foundation/authority/testing.ts";
import type { App } from "#platform/app.ts";
import { newId, type OrganisationId, type UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { readList } from "#platform/lists/list.ts";
import { closeSurvey, createSurvey, openSurvey, saveSurvey } from "./design/survey.commands.server.ts";
import { readSurvey } from "./design/survey.queries.server.ts";
import { addToFrame, drawSample, listFrame } from "./frame/frame.commands.server.ts";
import { UNITS } from "./frame/frame.present.ts";

type At = Readonly<{ organisation: OrganisationId; survey: string }>;

/** Who runs the surveys of an office. */
export const clerkOf = (
  { area, app }: Pick<ExamplePlace, "area" | "app">,
  organisationId: OrganisationId,
): Actor => ({
  ...{ kind: "person", userId: `example-clerk-${organisationId}` as UserId, name: "clerk" },
  memberships: [{ organisationId, role: "coordinator", areas: [area] }],
  ...{ reach: [area], provenAt: app.clock.now() },
});

/** The units of a survey, in the order of their numbers. */
export const unitsOf = async (app: App, clerk: Actor, at: At) =>
  expectOk(
    await listFrame(app, clerk, { ...at, list: { ...readList(UNITS, new URLSearchParams()), limit: 5000 } }),
  ).rows;

export type Stage = "drafted" | "open" | "closed";

/** A survey of an office: with workplaces in its frame, and as far as it is wanted. */
export async function surveyAt(
  place: Pick<ExamplePlace, "area" | "app" | "organisation">,
  stage: Stage,
  {
    kind = "workplace",
    shared = "",
    frame = 3,
  }: Readonly<{ kind?: string; shared?: string; frame?: number }> = {},
): Promise<At> {
  const { app, organisation } = place;
  const clerk = clerkOf(place, organisation);
  const at = { organisation, survey: newId() as string };
  const base = kind === "hearing" ? "workplace" : kind;
  expectOk(
    await createSurvey(app, clerk, at, {
      title: "見本の調査",
      kind,
      fiscalYear: "2026",
      base,
      partner: "",
    }),
  );
  const { form: shown } = expectOk(await readSurvey(app, clerk, at));
  if (shared) expectOk(await saveSurvey(app, clerk, at, { ...shown.values, shared, seen: shown.seen }));
  const lines = Array.from(
    { length: frame },
    (_, n) => `見本の事業所${n + 1},${n * 8 + 3},製造業,見本市`,
  ).join("\n");
  expectOk(await addToFrame(app, clerk, at, { from: "typed", lines }));
  expectOk(await drawSample(app, clerk, at, { way: "all", seed: "1", sure: true }));
  if (stage !== "drafted") expectOk(await openSurvey(app, clerk, at));
  if (stage === "closed") expectOk(await closeSurvey(app, clerk, at));
  return at;
}

export const surveyIn = (
  stage: Stage,
  input?: unknown,
  more: (place: ExamplePlace, at: At) => Promise<object> | object = () => ({}),
  kind: Readonly<{ kind?: string; shared?: string }> = {},
): Examples[string] =>
  standing(async (place): Promise<Example> => {
    const at = await surveyAt(place, stage, kind);
    return { target: { ...at, ...(await more(place, at)) }, input };
  });

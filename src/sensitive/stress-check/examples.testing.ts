import type { Actor, Role } from "#foundation/actors/public.ts";
import type { ExamplePlace } from "#foundation/authority/testing.ts";
import type { App } from "#platform/app.ts";
import { type AreaId, newId, type OrganisationId, type UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { submitAnswer } from "./answering/answer.usecases.server.ts";
import { workerDoor } from "./answering/door.usecases.server.ts";
import { askForInterview } from "./interviews/interview.usecases.server.ts";
import { joinRun, nameWorkers } from "./runs/own.commands.server.ts";
import { addWorkplaces, closeRun, createRun, giveCodes, openRun } from "./runs/run.commands.server.ts";
import { readRun } from "./runs/run.queries.server.ts";

type Place = Pick<ExamplePlace, "app" | "area" | "organisation">;

/** Somebody with that role at an office. */
export const staffOf = (
  { app, area }: Pick<Place, "app" | "area">,
  organisationId: OrganisationId,
  role: Role,
): Actor => ({
  ...{ kind: "person", userId: `example-${role}-${organisationId}` as UserId, name: role },
  memberships: [{ organisationId, role, areas: [area] }],
  ...{ reach: [area], provenAt: app.clock.now() },
});
export const employerOf = (area: AreaId, subject: string): Actor => ({
  ...{ kind: "holder", purpose: "stress-workplace", area, subject, detail: {} },
});

export const TOLD = {
  ...{ title: "見本のストレスチェック", fiscalYear: "2026", method: "totals", closesOn: "" },
  contact: "見本の窓口　電話 0855-00-0000",
};
export const JOIN = {
  ...{ heardOn: "2026-11-01", heard: "朝礼で説明し、意見はなかった", contact: "総務担当" },
  ...{ personnel: "none", joint: "yes" },
};
const REVERSED = new Set([1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 15, 18, 19, 20]);
/** A whole sheet: of the most stress, or of little. */
export const sheet = (high: boolean, sex = "female"): Record<string, string> => ({
  sex,
  ...Object.fromEntries(
    Array.from({ length: 57 }, (_, at) => [`q${at + 1}`, REVERSED.has(at + 1) === high ? "1" : "4"]),
  ),
});

/** What a workplace does to be there: it joins and names who works there; the implementer gives codes. */
export async function joined(
  app: App,
  staff: Actor,
  at: Readonly<{ organisation: OrganisationId; run: string; area: AreaId }>,
  workplace: string,
  names: readonly string[],
  join: object = {},
): Promise<string[]> {
  const held = { held: workplace };
  const employer = employerOf(at.area, workplace);
  expectOk(await joinRun(app, employer, held, { ...JOIN, ...join }));
  expectOk(await nameWorkers(app, employer, held, { lines: names.join("\n") }));
  const target = { organisation: at.organisation, run: at.run, workplace };
  return expectOk(await giveCodes(app, staff, target, {})).slips.map(({ code }) => code);
}

export type Stage = "draft" | "open" | "answered" | "asked" | "closed";

/** A run of one workplace with ten people, as far as it is wanted. */
export async function runAt(
  { app, area, organisation }: Place,
  stage: Stage,
  { heardOn = JOIN.heardOn, fiscalYear = TOLD.fiscalYear, answers = 10, lines = "見本製作所,12" } = {},
) {
  const staff = staffOf({ app, area }, organisation, "implementer");
  const at = { organisation, run: newId() as string };
  expectOk(
    await createRun(app, staff, at, { ...TOLD, fiscalYear, kind: "single", interviewOffice: organisation }),
  );
  const { earlier } = expectOk(await readRun(app, staff, at));
  const again = lines === "" ? earlier.slice(0, 1).map(({ value }) => value) : [];
  expectOk(await addWorkplaces(app, staff, at, { lines, earlier: again }));
  const workplace = expectOk(await readRun(app, staff, at)).workplaces[0]!.id;
  if (stage === "draft") return { at, workplace, staff, codes: [] as string[] };
  const names = Array.from({ length: 10 }, (_, n) => `見本の従業員${n + 1}`);
  const codes = await joined(app, staff, { ...at, area }, workplace, names, { heardOn });
  expectOk(await openRun(app, staff, at));
  const answer = async (code: string, high: boolean) => {
    const { holder, held } = workerDoor(code);
    expectOk(await submitAnswer(app, holder, { held }, sheet(high)));
  };
  if (stage !== "open") await answer(codes[0]!, true);
  if (stage === "asked" || stage === "closed") {
    const { holder, held } = workerDoor(codes[0]!);
    expectOk(await askForInterview(app, holder, { held }, { told: "yes" }));
  }
  if (stage === "closed") {
    for (const code of codes.slice(1, answers)) await answer(code, false);
    expectOk(await closeRun(app, staff, at));
  }
  return { at, workplace, staff, codes };
}

import type { Updateable } from "kysely";
import { tables } from "#platform/db/rows.ts";
import type { CamelTables } from "#platform/db/tables.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { ERASED } from "#platform/sealing/data-keys.ts";
import { open, sealOf, sealsOf } from "#platform/sealing/seal.ts";
import type { StressPermit } from "../access.ts";
import type { Worker } from "../answering/worker.store.server.ts";
import type { Opinion, Request, Run, ShownRequest } from "../model/run.schema.ts";
import type { Score } from "../model/score.rules.ts";

const person = (id: string) => ({ kind: "person" as const, id });
const NAME = "sensitive.stress_request.name";
const OPINION = "sensitive.stress_request.opinion";
const SCORE = "sensitive.stress_release.score";
const REPORT = "sensitive.stress_release.report";
async function opened(permit: StressPermit, rows: readonly Request[]): Promise<ShownRequest[]> {
  const seals = await sealsOf(
    permit,
    rows.map(({ workerId }) => person(workerId)),
  );
  return rows.map(({ name, opinion, ...row }) => {
    const key = seals(person(row.workerId));
    const told = key.open(NAME, row.id, name);
    const said = opinion && key.open(OPINION, row.id, opinion);
    return {
      ...row,
      name: told === ERASED ? "（消去済み）" : told,
      opinion: said === null || said === ERASED ? null : (JSON.parse(said) as Opinion),
    };
  });
}

/** The request, and what it releases: the points for the office of the interview, the name alone for the employer. */
export async function insertRequest(
  permit: StressPermit,
  run: Run,
  { id: workerId, name, workplaceId, organisationId }: Worker,
  score: Score,
): Promise<void> {
  const id = crypto.randomUUID() as string;
  const key = await sealOf(permit, person(workerId));
  const { interviewOfficeId } = run;
  await tables(permit)
    .insertInto("sensitive.stressRequest")
    .values({
      ...{ id, workerId, workplaceId, organisationId, interviewOfficeId, told: true },
      ...{ name: key.seal(NAME, id, name), askedOn: permit.clock.today() },
    })
    .execute();
  await tables(permit)
    .insertInto("sensitive.stressRelease")
    .values({
      ...{ requestId: id, workerId, organisationId, interviewOfficeId },
      score: key.seal(SCORE, id, JSON.stringify(score)),
    })
    .execute();
}

export async function selectRequests(
  permit: StressPermit,
  column: "workplaceId" | "interviewOfficeId" | "workerId",
  id: string,
): Promise<ShownRequest[]> {
  const rows = await tables(permit)
    .selectFrom("sensitive.stressRequest")
    .selectAll()
    .where(column, "=", id)
    .orderBy("askedOn")
    .orderBy("id")
    .execute();
  return opened(permit, rows);
}

/** Requests of an office's runs that are not done yet: days and workplaces, nobody's name. */
export const selectOpenRequests = (permit: StressPermit, office: OrganisationId) =>
  tables(permit)
    .selectFrom("sensitive.stressRequest as request")
    .innerJoin("sensitive.stressWorkplace as place", "place.id", "request.workplaceId")
    .select(["place.runId", "request.workplaceId", "place.name as workplace", "request.askedOn"])
    .select(["request.interviewOn", "request.opinionOn", "request.measureOn"])
    .select(["request.reviewOn", "request.reviewedOn"])
    .where("request.organisationId", "=", office)
    .where("request.reviewedOn", "is", null)
    .orderBy("request.askedOn")
    .execute();

/** One request in reach, held until the work is done. */
export async function findRequest(permit: StressPermit, id: string): Promise<ShownRequest | undefined> {
  const row = await tables(permit)
    .selectFrom("sensitive.stressRequest")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row && (await opened(permit, [row]))[0];
}

export const updateRequest = (
  permit: StressPermit,
  id: string,
  values: Updateable<CamelTables["sensitive.stressRequest"]>,
) => tables(permit).updateTable("sensitive.stressRequest").set(values).where("id", "=", id).execute();

export async function findReleased(permit: StressPermit, { id, workerId }: ShownRequest) {
  const row = await tables(permit)
    .selectFrom("sensitive.stressRelease")
    .select(["score", "report"])
    .where("requestId", "=", id)
    .executeTakeFirst();
  if (!row) return undefined;
  const score = await open(permit, person(workerId), SCORE, id, row.score);
  const report = row.report && (await open(permit, person(workerId), REPORT, id, row.report));
  if (score === ERASED || report === ERASED) return undefined;
  return { score: JSON.parse(score) as Score, report: report ?? "" };
}

/** The report stays with the doctor's office and the implementer; the opinion goes to the employer. */
export async function saveInterview(
  permit: StressPermit,
  { id, workerId }: ShownRequest,
  { interviewOn, report, opinion }: Readonly<{ interviewOn: PlainDate; report: string; opinion: Opinion }>,
): Promise<void> {
  const key = await sealOf(permit, person(workerId));
  await tables(permit)
    .updateTable("sensitive.stressRelease")
    .set({ report: key.seal(REPORT, id, report) })
    .where("requestId", "=", id)
    .execute();
  await updateRequest(permit, id, {
    ...{ interviewOn, opinionOn: permit.clock.today() },
    opinion: key.seal(OPINION, id, JSON.stringify(opinion)),
  });
}

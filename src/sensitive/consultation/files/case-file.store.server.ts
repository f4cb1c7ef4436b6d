import { type RowOf, tables } from "#platform/db/rows.ts";
import { newId } from "#platform/kernel/ids.ts";
import { ERASED } from "#platform/sealing/data-keys.ts";
import { sealOf } from "#platform/sealing/seal.ts";
import type { ConsultationPermit } from "../access.ts";
import type { CaseRow } from "../model/case.schema.ts";
import type { Ending } from "./case-file.schema.ts";

const NAME = "sensitive.case_file.name";
const CONTENT = "sensitive.case_file.content";

type FileRow = RowOf<"sensitive.caseFile", { ending: Ending }>;
type OfCase = Pick<CaseRow, "id" | "organisationId" | "personId">;

export async function insertCaseFile(
  permit: ConsultationPermit,
  of: OfCase,
  file: Pick<FileRow, "consentId" | "ending" | "madeBy"> & Readonly<{ name: string; content: Uint8Array }>,
): Promise<string> {
  const id = newId() as string;
  const { seal } = await sealOf(permit, { kind: "person", id: of.personId });
  await tables(permit)
    .insertInto("sensitive.caseFile")
    .values({
      ...{ id, organisationId: of.organisationId, caseId: of.id, personId: of.personId },
      ...{ consentId: file.consentId, ending: file.ending, bytes: file.content.length },
      ...{ name: seal(NAME, id, file.name), content: seal(CONTENT, id, file.content) },
      ...{ madeBy: file.madeBy, madeAt: permit.clock.now() },
    })
    .execute();
  return id;
}

/** The papers of a case with their names, the first ones first; no content. */
export async function selectCaseFiles(permit: ConsultationPermit, of: Pick<OfCase, "id" | "personId">) {
  const rows = await tables(permit)
    .selectFrom("sensitive.caseFile")
    .select(["id", "consentId", "ending", "bytes", "name", "madeBy", "madeAt"])
    .where("caseId", "=", of.id)
    .orderBy("madeAt")
    .orderBy("id")
    .execute();
  if (rows.length === 0) return [];
  const { open } = await sealOf(permit, { kind: "person", id: of.personId });
  return rows.map((row) => {
    const name = open(NAME, row.id, row.name);
    return { ...row, name: name === ERASED ? "" : name };
  });
}

/** What a paper of that case holds; undefined where it is none of its, or was erased. */
export async function findCaseFile(permit: ConsultationPermit, of: Pick<OfCase, "id">, id: string) {
  const row = (await tables(permit)
    .selectFrom("sensitive.caseFile")
    .select(["personId", "ending", "content"])
    .where("id", "=", id)
    .where("caseId", "=", of.id)
    .executeTakeFirst()) as Pick<FileRow, "personId" | "ending" | "content"> | undefined;
  if (!row) return undefined;
  const { openBytes } = await sealOf(permit, { kind: "person", id: row.personId });
  const content = openBytes(CONTENT, id, row.content);
  return content === ERASED ? undefined : { ending: row.ending, content };
}

export const deleteCaseFile = (permit: ConsultationPermit, of: Pick<OfCase, "id">, id: string) =>
  tables(permit)
    .deleteFrom("sensitive.caseFile")
    .where("id", "=", id)
    .where("caseId", "=", of.id)
    .executeTakeFirst();

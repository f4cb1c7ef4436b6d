import { type Row, rowsOf } from "#platform/db/area-rows.ts";
import { tables } from "#platform/db/rows.ts";
import type { CouncilPermit } from "../access.ts";

type RoundAnswer = Row<
  "councilMinutesAnswer",
  "memberId" | "revision" | "answer" | "text" | "answeredAt" | "enteredBy"
>;
/** The draft that went round last, with what each member said of it; approved once its version is. */
export type Round = Row<
  "councilMinutesRound",
  "version" | "revision" | "answerBy" | "sentAt" | "sentByName"
> &
  Readonly<{ body: string; approved: boolean; answers: readonly RoundAnswer[] }>;

export async function selectRound(permit: CouncilPermit, meeting: string): Promise<Round | undefined> {
  const round = await rowsOf(permit, "councilMinutesRound")
    .innerJoin("councilMinutes as minutes", (join) =>
      join
        .onRef("minutes.areaId", "=", "councilMinutesRound.areaId")
        .onRef("minutes.meetingId", "=", "councilMinutesRound.meetingId")
        .onRef("minutes.version", "=", "councilMinutesRound.version")
        .onRef("minutes.revision", "=", "councilMinutesRound.revision"),
    )
    .leftJoin("councilMinutesApproval as approval", (join) =>
      join
        .onRef("approval.areaId", "=", "councilMinutesRound.areaId")
        .onRef("approval.meetingId", "=", "councilMinutesRound.meetingId")
        .onRef("approval.version", "=", "councilMinutesRound.version"),
    )
    .select([
      "councilMinutesRound.version",
      "councilMinutesRound.revision",
      "answerBy",
      "sentAt",
      "sentByName",
    ])
    .select(["minutes.body", "approval.approvedAt"])
    .where("councilMinutesRound.meetingId", "=", meeting)
    .orderBy("councilMinutesRound.version", "desc")
    .orderBy("councilMinutesRound.revision", "desc")
    .executeTakeFirst();
  if (!round) return undefined;
  const { approvedAt, ...rest } = round;
  return { ...rest, approved: approvedAt !== null, answers: await selectAnswersOf(permit, meeting, round) };
}

type Draft = Pick<Round, "version" | "revision">;

const selectAnswersOf = (permit: CouncilPermit, meeting: string, { version, revision }: Draft) =>
  rowsOf(permit, "councilMinutesAnswer")
    .select(["memberId", "revision", "answer", "text", "answeredAt", "enteredBy"])
    .where("meetingId", "=", meeting)
    .where("version", "=", version)
    .where("revision", "=", revision)
    .orderBy("answeredAt")
    .execute();

/** Sends a draft round; the same one a second time is there already. */
export async function insertRound(
  permit: CouncilPermit,
  meetingId: string,
  { version, revision, ...round }: Draft & Pick<Round, "answerBy" | "sentByName">,
): Promise<void> {
  await tables(permit)
    .insertInto("councilMinutesRound")
    .values({
      areaId: permit.subject.area,
      meetingId,
      version,
      revision,
      ...round,
      sentAt: permit.clock.now(),
    })
    .onConflict((held) => held.columns(["areaId", "meetingId", "version", "revision"]).doNothing())
    .execute();
}

export async function insertAnswer(
  permit: CouncilPermit,
  meetingId: string,
  { version, revision }: Draft,
  { memberId, ...given }: Pick<RoundAnswer, "memberId" | "answer" | "text" | "enteredBy">,
): Promise<void> {
  const answer = { ...given, answeredAt: permit.clock.now() };
  await tables(permit)
    .insertInto("councilMinutesAnswer")
    .values({ areaId: permit.subject.area, meetingId, version, revision, memberId, ...answer })
    .onConflict((held) =>
      held.columns(["areaId", "meetingId", "version", "revision", "memberId"]).doUpdateSet(answer),
    )
    .execute();
}

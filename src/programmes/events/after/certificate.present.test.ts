import { expect, it } from "vitest";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { paperOf } from "./certificate.present.ts";

it("certifies that a course was completed, by days without their weekday", () => {
  const one = {
    ...{
      number: "2026-0007-K7Q",
      name: "見本 一郎",
      title: "衛生管理者研修会",
      issuer: "見本保健所長 見本 花子",
    },
    ...{ fromDay: plainDate("2026-12-10"), untilDay: plainDate("2026-12-17") },
    ...{ sessions: 2, minutes: 240, issuedOn: plainDate("2026-12-18") },
  };
  expect(paperOf(one as never, "")).toMatchObject({
    to: "見本 一郎 様",
    text: "あなたは、2026年12月10日から2026年12月17日までに開催した「衛生管理者研修会」（出席 2回・240分）を修了したことを証します。",
    day: "2026年12月18日",
    issuer: "見本保健所長 見本 花子",
  });
});

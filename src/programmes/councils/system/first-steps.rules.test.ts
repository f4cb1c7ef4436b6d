import { expect, it } from "vitest";
import { firstSteps } from "./first-steps.rules.ts";

const council = { home: "/c", bodies: 1, members: 18, withMail: 18, meetings: 1 };
const empty = { home: "/d", bodies: 0, members: 0, withMail: 0, meetings: 0 };
const titles = (...councils: (typeof council)[]) => firstSteps(councils).map(({ title }) => title);

it("leads a council to its first meeting step by step, and is silent once it has met", () => {
  expect(titles(empty)).toEqual(["協議会と委員を登録する", "会議を登録する"]);
  expect(titles({ ...council, withMail: 3, meetings: 0 })).toEqual([
    "委員のメールアドレスを登録する",
    "会議を登録する",
  ]);
  expect(titles(council)).toEqual([]);
});

it("asks an office of several districts to begin in one of them alone", () => {
  expect(titles(council, empty)).toEqual([]);
  expect(firstSteps([empty, { ...empty, home: "/e" }]).map(({ action }) => action.to)).toEqual(["/d", "/d"]);
});

import { expect, it } from "vitest";
import { COMMENT, stepsOn, threadsOf } from "./comment.rules.ts";

const said = (id: string, replyTo: string | null = null, hidden = false) => ({
  about: "",
  ...{ id, replyTo, hidden, settled: false, text: id, author: "商工会" },
  writtenAt: new Date("2026-11-22T00:00:00Z"),
});
const ids = (mayModerate: boolean, ...comments: ReturnType<typeof said>[]) =>
  threadsOf(comments, mayModerate).map((one) => one.id);

it("puts an answer under what it answers, however late it came", () => {
  expect(ids(false, said("a"), said("b"), said("a1", "a"), said("a2", "a"))).toEqual(["a", "a1", "a2", "b"]);
});

it("keeps what was hidden, and what answers it, for those who may show it again", () => {
  const all = [said("a", null, true), said("a1", "a"), said("b"), said("b1", "b", true)];
  expect(ids(false, ...all)).toEqual(["b"]);
  expect(ids(true, ...all)).toEqual(["a", "a1", "b", "b1"]);
});

it("offers what the table of its state allows: an answer to who writes, the marks to who moderates", () => {
  const [one, answer, hidden] = [said("a"), said("a1", "a"), said("b", null, true)];
  const [writer, moderator] = [
    { mayWrite: true, mayModerate: false },
    { mayWrite: true, mayModerate: true },
  ];
  expect(stepsOn(one, writer)).toEqual(["answer"]);
  expect(stepsOn(answer, writer)).toEqual([]);
  expect(stepsOn(one, moderator)).toEqual(COMMENT.open);
  expect(stepsOn({ ...answer, settled: true }, moderator)).toEqual(["reopen", "hide"]);
  expect(stepsOn(hidden, moderator)).toEqual(["show"]);
});

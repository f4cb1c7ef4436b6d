import { describe, expect, it } from "vitest";
import type { FormAnswer } from "#platform/kernel/form-answer.ts";
import { invalid, ok, type Result, refuse } from "#platform/kernel/result.ts";
import { doneBefore, doneHeaders } from "./done.ts";
import { answerForm, type FormCommand } from "./form-answer.ts";

const formOf = (fields: readonly (readonly [string, string])[]): FormData => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
};
function save(result: Result<unknown>, to = "/there", check?: FormCommand["check"]): FormCommand {
  const then = () => to;
  return { name: "note.save", run: async () => result, then, ...(check ? { check } : {}) };
}

async function answerTo(fields: readonly (readonly [string, string])[], command: FormCommand) {
  const answer = (await answerForm(formOf([["do", "note.save"], ...fields]), [command])) as unknown as {
    data: FormAnswer;
    init: ResponseInit;
  };
  return { ...answer.data, status: answer.init?.status ?? 200 };
}

describe("a refused form", () => {
  it("tells its errors in the order of the page, also of boxes of which none is ticked", async () => {
    const errors = { email: ["c"], nowhere: ["d"], topics: ["b"], slots: ["b2"], title: ["a"] };
    const sent = [
      ["title", ""],
      ["asked", "topics"],
      ["slots.0.day", ""],
      ["email", "x"],
    ] as const;
    const { errors: told, choices } = await answerTo(sent, save(invalid(errors)));
    expect(Object.keys(told)).toEqual(["title", "topics", "slots", "email", "nowhere"]);
    expect(choices).toMatchObject({ title: [""], topics: [] });
  });

  it("asks what is odd, and holds what the answer is sent with", async () => {
    const asked = refuse({
      kind: "question",
      fields: { people: ["本当に60,000人ですか"] },
      sure: "x1",
    } as const);
    expect(await answerTo([["people", "60000"]], save(asked))).toMatchObject({
      status: 409,
      question: { fields: { people: ["本当に60,000人ですか"] }, sure: "x1" },
      values: { people: "60000" },
    });
  });
});

it("does nothing for a name that the page does not offer, nor for none where it offers several", async () => {
  const done: string[] = [];
  const offered = ["note.save", "note.end"].map(
    (name): FormCommand => ({ ...save(ok(undefined)), name, run: async () => ok(done.push(name)) }),
  );
  for (const sent of [
    [["do", "note.delete"]],
    [["do", ""]],
    [["title", "x"]],
    [["do", "toString"]],
  ] as const) {
    const answer = (await answerForm(formOf(sent), offered)) as unknown as {
      data: FormAnswer;
      init: ResponseInit;
    };
    expect(answer.data.message).toMatch(/^この操作はできません。.*何も変わっていません。$/);
    expect(answer.init.status).toBeGreaterThanOrEqual(400);
  }
  expect(done).toEqual([]);
});

describe("the buttons of rows without script", () => {
  const rows = [
    ["slots.rows", "2"],
    ["slots.0.day", "2027-01-11"],
    ["slots.1.day", "2027-01-12"],
  ] as const;
  const never = save(invalid({ title: ["it was run"] }));
  it("add one, and nothing is done", async () => {
    const answer = await answerTo([...rows, ["rows", "slots+"]], never);
    expect(answer).toMatchObject({ status: 200, errors: {}, values: { "slots.rows": "3" } });
    expect(answer.values).toMatchObject({ "slots.0.day": "2027-01-11", "slots.1.day": "2027-01-12" });
  });
  it("take one away, and the rows after it move up", async () => {
    const { values } = await answerTo([...rows, ["rows", "slots-0"]], never);
    expect(values).toMatchObject({ "slots.rows": "1", "slots.0.day": "2027-01-12" });
    expect(values).not.toHaveProperty("slots.1.day");
  });
});

describe("a step of a form", () => {
  const check = () => ({ title: ["入力してください"], later: ["まだ"] });
  const at = (step: string, here: string) =>
    [
      ["title", ""],
      ["step", step],
      ["step.at", here],
      ["step.fields", "title"],
    ] as const;
  const never = save(ok(undefined), "/it-was-run", check);
  it("is left forward only where what it asks for can be read", async () => {
    expect(await answerTo(at("1", "0"), never)).toMatchObject({
      status: 422,
      step: "0",
      errors: { title: ["入力してください"] },
    });
    expect((await answerTo(at("1", "0"), never)).errors).not.toHaveProperty("later");
  });
  it("is left back with whatever stands in it", async () => {
    expect(await answerTo(at("0", "1"), never)).toMatchObject({ status: 200, step: "0", errors: {} });
  });
  it("leads to the page with all answers", async () => {
    const right = save(ok(undefined), "/it-was-run", () => ({}));
    expect(await answerTo(at("check", "1"), right)).toMatchObject({ status: 200, step: "check" });
  });
});

describe("what was done", () => {
  const cookieAfter = async (to: string) => {
    const left = await answerTo([], save(ok(undefined), to)).catch((thrown: Response) => thrown);
    return (left as Response).headers.get("set-cookie");
  };
  it("is told to the page that the form leads to", async () => {
    const cookie = (await cookieAfter("/there"))!.split(";")[0]!;
    expect(doneBefore(new Request("http://localhost/there", { headers: { cookie } }))).toBe("note.save");
  });
  it("is left to a page that says it by itself", async () =>
    expect(await cookieAfter("/there?saved=1")).toBe(null));
  it("is left to the page of an import, which says how much was taken in", () => {
    for (const command of ["import.take", "activity-import.take"])
      expect(doneHeaders("/there", command)).toEqual({});
    for (const command of ["import.check", "waiting.take"])
      expect(doneHeaders("/there", command)).toHaveProperty("Set-Cookie");
  });
});

import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { forbidden, ok, type Result } from "#platform/kernel/result.ts";
import { fieldText, OF_SEVERAL_LINES } from "./field-text.ts";
import { answerForm } from "./form-answer.ts";
import { forgetLeftForms, readForm } from "./sent-form.ts";

const ADDRESS = "https://yui.example/areas/a";
const LONG = "内容".repeat(500_000);

const sent = (form: FormData | string, headers: Record<string, string> = {}) =>
  new Request(ADDRESS, { method: "POST", body: form, headers });

function upload(): FormData {
  const form = new FormData();
  form.append("title", "春の\r\n便り");
  form.append("text", "一行目\r\n二行目");
  form.append("file", new File([LONG], "便り.txt", { type: "text/plain" }));
  form.append("none", new File([], ""));
  return form;
}

const underWay = () => readdirSync(tmpdir()).filter((name) => name.startsWith("yui-form-"));

it("removes the files that a killed process left, and none of a form that is under way", async () => {
  const others = underWay();
  const { forget } = await readForm(sent(upload()));
  const own = underWay().filter((name) => !others.includes(name));
  const left = mkdtempSync(join(tmpdir(), "yui-form-"));
  writeFileSync(join(left, "0"), "内容");
  // By the clock of the disk, which a test on another day does not turn.
  const now = statSync(left).mtimeMs;
  utimesSync(left, now / 1000 - 2 * 3600, now / 1000 - 2 * 3600);
  await forgetLeftForms(now);
  expect(existsSync(left)).toBe(false);
  expect(own.length).toBeGreaterThan(0);
  expect(underWay()).toEqual(expect.arrayContaining(own));
  await forget();
});

const statusOf = (work: Promise<unknown>) =>
  work.then(
    () => 200,
    (thrown: unknown) => (thrown as Response).status,
  );

describe("readForm", () => {
  it("gives texts and files, and forgets the files when told so", async () => {
    const before = underWay();
    const { form, forget } = await readForm(sent(upload()));
    expect([...form.keys()]).toEqual(["title", "text", "file", "none"]);
    expect(form.get("title")).toBe("春の便り");
    expect(form.get("text")).toBe("一行目\r\n二行目");
    const file = form.get("file") as File;
    expect([file.name, file.type, file.size]).toEqual(["便り.txt", "text/plain", Buffer.byteLength(LONG)]);
    expect(await file.text()).toBe(LONG);
    expect((form.get("none") as File).size).toBe(0);
    await forget();
    expect(underWay()).toEqual(before);
  });

  it.each([
    ["without a boundary", "a", "multipart/form-data"],
    [
      "that is torn",
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb',
      "multipart/form-data; boundary=x",
    ],
    [
      "that is torn within a file",
      '--x\r\nContent-Disposition: form-data; name="a"; filename="a.pdf"\r\n\r\nb',
      "multipart/form-data; boundary=x",
    ],
    ["of nonsense", "nonsense", "multipart/form-data; boundary=x"],
    ["that says not what it is", "a=b", ""],
    ["of another kind", "{}", "application/json"],
  ])("answers a form %s with 400, and keeps nothing of it", async (_what, body, type) => {
    const before = underWay();
    expect(await statusOf(readForm(sent(body, { "content-type": type })))).toBe(400);
    expect(underWay()).toEqual(before);
  });
});

describe("a long form", () => {
  const command = (asked: Result<undefined>) => ({
    name: "file.add",
    asks: async () => asked,
    takesFiles: true,
    run: async (input: object) => ok(input),
    // biome-ignore lint/suspicious/noThenProperty: it is the word of FormCommand
    then: () => "/done",
  });

  it("is taken off the line and not kept where its command may not be done", async () => {
    const request = sent(upload(), { "content-length": "9000000" });
    expect(await statusOf(answerForm(request, [command(forbidden("file.add"))]))).toBe(403);
    expect(request.bodyUsed).toBe(true);
  });

  it("is read where it may", async () => {
    const request = sent(upload(), { "content-length": "9000000" });
    expect(await statusOf(answerForm(request, [command(ok(undefined))]))).toBe(302);
  });
});

describe("fieldText", () => {
  it("keeps no line end of what is typed into one line", () => {
    expect(fieldText("name", "a\r\nBcc: b\u2028c\u0085")).toBe("aBcc: bc");
    expect(fieldText("body", "a\r\nb\u0000")).toBe("a\r\nb");
    expect(fieldText("items.0.text", "a\r\nb")).toBe("a\r\nb");
  });

  it("keeps nothing that turns around the words after it, and the marks that Arabic and Hebrew are written with", () => {
    expect(fieldText("name", "a\u202egnp.exe\u2066b\u2069")).toBe("agnp.exeb");
    expect(fieldText("name", "\u200fשלום\u200e👨‍👩‍👧")).toBe("\u200fשלום\u200e👨‍👩‍👧");
  });

  it("gives no field a name that the form itself needs: its command would never be asked", () => {
    const root = join(dirname(import.meta.dirname), "..");
    const taken = readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".tsx") && !file.startsWith("ui/"))
      .flatMap((file) =>
        [
          ...readFileSync(join(root, file), "utf8").matchAll(
            /<(?!RowsField|ChoiceField label=\{BOOKLET)\w*(?:Field|TextArea)\b[^>]*?\bname="(step|do|form|once|seen|sure|rows)"/g,
          ),
        ].map((match) => `${file}: ${match[1]}`),
      );
    expect(taken).toEqual([]);
  });

  it("knows the fields of several lines, which are those that a page writes so", () => {
    const root = join(dirname(import.meta.dirname), "..");
    const written = readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".tsx") && !file.startsWith("ui/"))
      .flatMap((file) => [
        ...readFileSync(join(root, file), "utf8").matchAll(
          /<TextArea\b[^>]*?(?:name|optional|field|at)(?:="|\(")(\w+)"/g,
        ),
      ])
      .map((match) => match[1]!);
    expect([...OF_SEVERAL_LINES].sort()).toEqual([...new Set(written)].sort());
  });
});

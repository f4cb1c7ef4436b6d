import { describe, expect, it } from "vitest";
import { expectOk } from "#platform/kernel/result.ts";
import { MOST_ROWS, readTable } from "./table-file.rules.ts";

const TEXT = "年度,種類,回数\n2009,研修会,1\n";

describe("a table", () => {
  it("is divided by commas or tabs", () => {
    const cells = [["2009", "研修会", "1"]];
    for (const text of [TEXT, TEXT.replaceAll(",", "\t"), TEXT.replaceAll("\n", "\r\n")])
      expect(expectOk(readTable(text)).rows.map((row) => row.cells)).toEqual(cells);
  });

  it.each([
    ["nothing", " \n", "空です"],
    ["heads alone", "年度,種類,回数\n", "見出しのほかに行がありません"],
    ["a quote left open", `${TEXT}2010,"研修会,1\n2011,研修会,1\n`, "引用符"],
    ["too many rows", `年度\n${"2009\n".repeat(MOST_ROWS + 1)}`, "50,001行あります"],
  ])("is refused with %s", (_what, text, sentence) => {
    expect(readTable(text)).toMatchObject({
      error: { kind: "invalid", fields: { file: [expect.stringContaining(sentence)] } },
    });
  });
});

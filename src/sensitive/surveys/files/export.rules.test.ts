import { describe, expect, it } from "vitest";
import { withQuestion } from "../model/questionnaire.rules.ts";
import type { Question } from "../model/questionnaire.schema.ts";
import { ddiCodebook, type ExportRow, fieldsOf, fileColumns, tableSchema } from "./export.rules.ts";

const choice = (id: string, ja: string) => ({ id, label: { ja } });
const single: Question = {
  ...{ id: "does", kind: "single", block: "", text: { ja: "取り組んでいますか" }, rows: [] },
  choices: [choice("c1", "はい"), choice("c2", "計画中"), choice("c3", "いいえ")],
};
const several: Question = {
  ...{ id: "what", kind: "multiple", block: "", text: { ja: "何を" }, rows: [] },
  choices: [choice("c1", "体操"), choice("c2", "減塩"), { ...choice("c3", "なし"), none: true }],
  only: { question: "does", choices: ["c1"] },
};
const FORM = { questions: [single, several] };
const row = (answers: ExportRow["answers"]): ExportRow => ({
  ...{ number: 1, source: "web", state: "complete", counted: true },
  answers,
});
const line = (form: typeof FORM, one: ExportRow, as: "code" | "label" = "code") =>
  Object.fromEntries(fileColumns(form, as).map(({ head, cell }) => [head, cell(one)]));

describe("an export", () => {
  it("keeps the columns and codes of a choice that was taken out after forty answered", () => {
    const without = (of: Question) => withQuestion(FORM, { ...of, choices: of.choices.toSpliced(1, 1) });
    const names = fieldsOf(FORM).map(({ name }) => name);
    expect(fieldsOf(without(several)).map(({ name }) => name)).toEqual(names);
    const one = row({ does: "c3", what: ["c2"] });
    expect(line(without(single), one)).toMatchObject({ does: 3 });
    expect(line(without(single), row({ does: "c2" }), "label")).toMatchObject({
      取り組んでいますか: "計画中",
    });
  });

  it("shows a renamed choice under its new name everywhere", () => {
    const renamed = withQuestion(FORM, {
      ...single,
      choices: single.choices.with(0, choice("c1", "している")),
    });
    expect(line(renamed, row({ does: "c1" }), "label")).toMatchObject({ 取り組んでいますか: "している" });
    expect(JSON.stringify(tableSchema(renamed))).not.toContain("はい");
    expect(ddiCodebook(renamed, STUDY)).toContain("<labl>している</labl>");
  });

  it("tells blank and not asked apart, and a box that was not ticked from a question that was left out", () => {
    expect(line(FORM, row({ does: "c1", what: ["c1"] }))).toMatchObject({ "what--c1": 1, "what--c2": 0 });
    expect(line(FORM, row({ does: "c1" }))).toMatchObject({ "what--c1": "", "what--c2": "" });
    expect(line(FORM, row({ does: "c3" }))).toMatchObject({ "what--c1": -8, "what--c2": -8 });
  });

  it("has a codebook in which each column, code and kind of nothing is named, whatever signs a title has", () => {
    const { fields, missingValues } = tableSchema(FORM);
    expect(fields.find(({ name }) => name === "does")).toMatchObject({
      type: "integer",
      categories: [{ value: 1, label: "はい" }, { value: 2 }, { value: 3 }],
    });
    expect(missingValues.map(({ value }) => value)).toEqual(["", "-8"]);
    const xml = ddiCodebook(FORM, STUDY);
    expect(xml).toContain("<titl>&quot;A&quot; &amp; &lt;B&gt;</titl>");
    expect(xml.match(/<var /g)).toHaveLength(fieldsOf(FORM).length);
  });
});
const STUDY = {
  ...{ id: "s", title: '"A" & <B>', fiscalYear: 2026, cases: 40 },
  ...{ sampling: "全数", way: "Web・紙" },
};

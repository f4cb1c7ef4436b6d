import { type CsvColumn, csvLine } from "#platform/files/csv-writer.ts";
import { answerInWords } from "../model/answer.rules.ts";
import { labelOf, otherName, type Variable, variablesOf } from "../model/questionnaire.rules.ts";
import type { Answers, Questionnaire } from "../model/questionnaire.schema.ts";
import { NOT_ASKED_WORD, stateOf } from "./answer-state.rules.ts";

export type ExportRow = Readonly<{
  number: number | null;
  source: string;
  state: string;
  counted: boolean;
  answers: Answers;
}>;

/** A column of the export: every question and choice that ever was has one, in an order that never changes. */
export type Field = Readonly<{
  name: string;
  title: string;
  type: "integer" | "number" | "string";
  /** Codes and what they mean. */
  codes: readonly Readonly<{ code: string; label: string }>[];
  code(row: ExportRow, form: Questionnaire): string | number;
  label(row: ExportRow, form: Questionnaire): string | number;
}>;

export function fieldsOf(form: Questionnaire): Field[] {
  return [
    ...OWN,
    ...variablesOf(form).flatMap((variable) =>
      variable.question.kind === "multiple" ? several(variable) : [single(variable), ...others(variable)],
    ),
  ];
}

const OWN: readonly Field[] = [
  own("number", "整理番号（匿名の調査では空）", "integer", (row) => row.number ?? ""),
  own("source", "回答の方法", "string", (row) => row.source),
  own("state", "完全・一部", "string", (row) => row.state),
  own("counted", "集計に使う", "integer", (row) => (row.counted ? 1 : 0)),
];
function own(
  name: string,
  title: string,
  type: Field["type"],
  of: (row: ExportRow) => string | number,
): Field {
  return { name, title, type, codes: [], code: of, label: of };
}

/** The printed number of a choice is its code, also of one that was taken out. */
const codesOf = ({ question }: Variable) =>
  question.choices.map(({ label }, at) => ({ code: String(at + 1), label: label.ja }));

function single(variable: Variable): Field {
  const { name, question } = variable;
  const hasCodes = question.choices.length > 0;
  const codeOf = (id: string) => question.choices.findIndex((one) => one.id === id) + 1;
  return {
    ...{ name, title: labelOf(variable) },
    type: hasCodes ? "integer" : question.kind === "number" ? "number" : "string",
    codes: hasCodes ? codesOf(variable) : [],
    code: ({ answers }, form) => {
      const answer = answers[name];
      if (answer === undefined) return stateOf(question, form, answers) === "not-asked" ? NOT_ASKED_CODE : "";
      return hasCodes ? codeOf(String(answer)) : typeof answer === "number" ? answer : String(answer);
    },
    label: ({ answers }, form) =>
      answers[name] === undefined
        ? stateOf(question, form, answers) === "not-asked"
          ? NOT_ASKED_WORD
          : ""
        : typeof answers[name] === "number"
          ? (answers[name] as number)
          : answerInWords(question, answers[name]),
  };
}
const NOT_ASKED_CODE = -8;

/** A multiple choice is a column for each choice: 1 ticked, 0 not, empty where the whole question was left blank. */
function several(variable: Variable): Field[] {
  const { name, question } = variable;
  const ticked = (id: string) => (row: ExportRow, form: Questionnaire) => {
    const answer = row.answers[name];
    if (answer === undefined)
      return stateOf(question, form, row.answers) === "not-asked" ? NOT_ASKED_CODE : "";
    return [answer].flat().includes(id) ? 1 : 0;
  };
  return [
    ...question.choices.map(
      ({ id, label }): Field => ({
        ...{ name: `${name}--${id}`, title: `${labelOf(variable)}：${label.ja}`, type: "integer" },
        codes: [
          { code: "0", label: "選択しない" },
          { code: "1", label: label.ja },
        ],
        code: ticked(id),
        label: (row, form) => {
          const code = ticked(id)(row, form);
          return code === 1 ? label.ja : code === NOT_ASKED_CODE ? NOT_ASKED_WORD : "";
        },
      }),
    ),
    ...others(variable),
  ];
}

const others = ({ name, question }: Variable): Field[] =>
  question.choices.some(({ other }) => other)
    ? [
        own(otherName(name), `${question.text.ja}：その他の内容`, "string", ({ answers }) =>
          String(answers[otherName(name)] ?? ""),
        ),
      ]
    : [];

/** The columns of a file, with codes or with labels. */
export const fileColumns = (form: Questionnaire, as: "code" | "label"): CsvColumn<ExportRow>[] =>
  fieldsOf(form).map((field) => ({
    head: as === "code" ? field.name : field.title,
    cell: (row) => field[as](row, form),
  }));

/** A Frictionless Table Schema of the file with codes. */
export const tableSchema = (form: Questionnaire) => ({
  $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
  fields: fieldsOf(form).map(({ name, title, type, codes }) => ({
    ...{ name, title, type },
    ...(codes.length > 0 && type === "integer"
      ? { categories: codes.map(({ code, label }) => ({ value: Number(code), label })) }
      : {}),
  })),
  missingValues: [
    { value: "", label: "無回答" },
    { value: String(NOT_ASKED_CODE), label: NOT_ASKED_WORD },
  ],
});

const xml = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]!);

export type Study = Readonly<{
  id: string;
  title: string;
  fiscalYear: number;
  cases: number;
  sampling: string;
  way: string;
}>;

/** A codebook as DDI Codebook 2.5. */
export function ddiCodebook(form: Questionnaire, study: Study): string {
  const fields = fieldsOf(form);
  const variable = ({ name, title, type, codes }: Field, at: number) =>
    [
      `    <var ID="V${at + 1}" name="${xml(name)}" intrvl="discrete">`,
      `      <labl>${xml(title)}</labl>`,
      ...codes.map(
        ({ code, label }) =>
          `      <catgry><catValu>${xml(code)}</catValu><labl>${xml(label)}</labl></catgry>`,
      ),
      ...(codes.length > 0
        ? [
            `      <catgry missing="Y"><catValu>${NOT_ASKED_CODE}</catValu><labl>${NOT_ASKED_WORD}</labl></catgry>`,
          ]
        : []),
      `      <varFormat type="${type === "string" ? "character" : "numeric"}"/>`,
      "    </var>",
    ].join("\n");
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<codeBook xmlns="ddi:codebook:2_5" version="2.5" xml:lang="ja">',
    "  <stdyDscr>",
    `    <citation><titlStmt><titl>${xml(study.title)}</titl><IDNo>${xml(study.id)}</IDNo></titlStmt></citation>`,
    "    <stdyInfo>",
    `      <sumDscr><timePrd>${study.fiscalYear}</timePrd></sumDscr>`,
    "    </stdyInfo>",
    "    <method>",
    "      <dataColl>",
    `        <sampProc>${xml(study.sampling)}</sampProc>`,
    `        <collMode>${xml(study.way)}</collMode>`,
    "      </dataColl>",
    "    </method>",
    "  </stdyDscr>",
    "  <fileDscr>",
    `    <fileTxt><dimensns><caseQnty>${study.cases}</caseQnty><varQnty>${fields.length}</varQnty></dimensns></fileTxt>`,
    "  </fileDscr>",
    "  <dataDscr>",
    ...fields.map(variable),
    "  </dataDscr>",
    "</codeBook>",
    "",
  ].join("\n");
}

/** A book's second sheet: what every code means. */
export const codeLines = (form: Questionnaire): string[][] =>
  fieldsOf(form).flatMap(({ name, title, codes }) =>
    codes.length === 0 ? [[name, title, "", ""]] : codes.map(({ code, label }) => [name, title, code, label]),
  );
export const codeFile = (form: Questionnaire): string =>
  [["列", "質問", "コード", "意味"], ...codeLines(form)].map((line) => csvLine(line)).join("");

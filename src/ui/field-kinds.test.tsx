import { renderToStaticMarkup } from "react-dom/server";
import { createMemoryRouter, RouterProvider } from "react-router";
import { describe, expect, it } from "vitest";
import type { FormAnswer } from "#platform/kernel/form-answer.ts";
import { ChoiceField, TextField } from "./field.tsx";
import { CountField, DayField, DecimalField, YesNoField } from "./field-kinds.tsx";
import { RowsField } from "./field-rows.tsx";
import { CommandForm } from "./form.tsx";
import { SteppedForm } from "./form-steps.tsx";

const render = (page: React.ReactNode): string =>
  renderToStaticMarkup(<RouterProvider router={createMemoryRouter([{ path: "*", element: page }])} />);

const answered = (part: Partial<FormAnswer>): FormAnswer => ({
  command: "note.save",
  errors: {},
  message: null,
  overtaken: null,
  values: {},
  choices: {},
  ...part,
});

const form = (answer?: FormAnswer) =>
  render(
    <CommandForm command="note.save" answer={answer} submit="保存する" values={{ day: "R9.1.11" }}>
      <DayField label="日" name="day" />
      <CountField label="人数" name="people" />
      <DecimalField label="割合" unit="％" name="rate" />
      <YesNoField label="公開" name="open" />
      <ChoiceField
        label="種類"
        name="kinds"
        type="checkbox"
        options={[
          { value: "a", label: "A" },
          { value: "none", label: "該当なし", none: true },
        ]}
        chosen={["a"]}
      />
      <RowsField name="slots" label="候補" first={2}>
        {(at) => <TextField label="時" name={at("hour")} />}
      </RowsField>
    </CommandForm>,
  );

describe("a form", () => {
  it("shows how a typed day is understood, and its kinds of fields", () => {
    const html = form();
    expect(html).toContain("2027年1月11日（月）・令和9年");
    expect(html).toContain("割合（％）");
    expect(html).toContain('value="yes"');
    expect(html).toContain("data-none");
    expect(html).toContain('name="slots.1.hour"');
    expect(html).toContain('value="slots-1"');
  });

  it("keeps what was typed in all of them, also that nothing was ticked", () => {
    const html = form(
      answered({
        errors: { people: ["数で入力してください。"] },
        values: { day: "令和9", people: "many", "slots.rows": "3", "slots.2.hour": "10:00" },
        choices: { kinds: [], open: ["no"], "slots.rows": ["3"] },
      }),
    );
    expect(html).toContain('value="令和9"');
    expect(html).toContain('value="many"');
    expect(html).toMatch(/value="no"[^>]*checked|checked=""[^>]*value="no"/);
    expect(html).not.toMatch(/checked=""[^>]*value="a"|value="a"[^>]*checked/);
    expect(html).toMatch(/name="slots.2.hour"[^>]*value="10:00"|value="10:00"[^>]*name="slots.2.hour"/);
    expect(html).toMatch(/href="#[^"]*-people"/);
  });

  it.each(["1.5", "-3", "1e9", "Infinity", "x"])("shows rows also where their number is %s", (typed) => {
    const html = form(answered({ values: { "slots.rows": typed } }));
    expect(html.match(/name="slots\.\d+\.hour"/g)?.length).toBeLessThanOrEqual(20);
  });

  it("asks in the form what is odd, and says beside the button that nothing arrived", () => {
    const asked = form(answered({ question: { fields: { people: ["本当に60,000人ですか"] }, sure: "x1" } }));
    expect(asked).toMatch(/name="sure"[^>]*value="x1"|value="x1"[^>]*name="sure"/);
    expect(form(answered({ message: "いまはできません", told: true }))).not.toContain("いまはできません");
    const lost = form(answered({ unsent: "lost", values: { people: "12" } }));
    expect(lost).toContain("つながらないため");
    expect(lost).not.toContain("data-refused");
  });
});

const stepped = (answer?: FormAnswer) =>
  render(
    <SteppedForm
      command="note.save"
      answer={answer}
      submit="送る"
      once="k"
      labels={{ title: "題", day: "日" }}
      steps={[
        { title: "何を", fields: ["title"], part: <TextField label="題" name="title" /> },
        { title: "いつ", fields: ["day", "slots"], part: <DayField label="日" name="day" /> },
      ]}
    />,
  );

describe("the summary of a refused form", () => {
  it("names each field once, by the sentence or before it", () => {
    const errors = { title: ["「題」を入力してください。"], day: ["過ぎた日です。"] };
    const html = stepped(answered({ errors }));
    expect(html).toContain(">「題」を入力してください。<");
    expect(html).toContain(">日: 過ぎた日です。<");
  });
});

describe("a form in steps", () => {
  const choices = { title: ["減塩"], day: ["R9.1.11"], "slots.0.hour": ["10:00"], "slots.rows": ["1"] };
  const values = { title: "減塩", day: "R9.1.11" };
  it("begins with the first and carries the answers of the others along", () => {
    expect(stepped()).toContain("次へ");
    const second = stepped(answered({ step: "1", choices, values }));
    expect(second).toContain('<input type="hidden" name="title" value="減塩"/>');
    expect(second).toContain('value="R9.1.11"');
    expect(second).toContain("前に戻る");
  });

  it("shows all answers before it is sent, each with a way back to it", () => {
    const last = stepped(answered({ step: "check", choices, values }));
    expect(last).toContain("入力内容の確認");
    expect(last).toContain("2027年1月11日（月）・令和9年");
    expect(last).toContain("10:00");
    expect(last).toContain('<input type="hidden" name="day" value="R9.1.11"/>');
    expect(last.match(/変更する/g)).toHaveLength(2);
    expect(last).not.toContain("次へ");
    expect(last).toContain("送る");
  });

  it("goes back to the step with something to mend", () => {
    const refused = stepped(answered({ errors: { day: ["過ぎた日です。"] }, choices, values }));
    expect(refused).toContain("過ぎた日です。");
    expect(refused).toContain("次へ");
    expect(refused).toContain('<input type="hidden" name="title" value="減塩"/>');
  });
});

import { data } from "react-router";
import type { FormAnswer } from "#platform/kernel/form-answer.ts";
import { choicesOf } from "./fields.ts";

/**
 * Answers the buttons that add a row to a form and take one away where no script does: the same form with all that was
 * typed. `asked` is `slots+` or `slots-2`; the number of rows stands in the field `slots.rows`.
 */
export function rowsChanged(form: FormData, asked: string) {
  const [, list = "", sign, at] = /^([\w-]+)([+-])(\d*)$/.exec(asked) ?? [];
  const sent = choicesOf(form);
  const rows = Number(sent[`${list}.rows`]?.[0] ?? 0);
  const choices: Record<string, string[]> = {};
  for (const [name, value] of Object.entries(sent)) {
    const place = rowOf(name, list);
    if (place === undefined || sign === "+" || place.row < Number(at)) choices[name] = value;
    else if (place.row > Number(at)) choices[`${list}.${place.row - 1}.${place.part}`] = value;
  }
  choices[`${list}.rows`] = [String(sign === "+" ? rows + 1 : Math.max(0, rows - 1))];
  const values = Object.fromEntries(Object.entries(choices).map(([name, all]) => [name, all.join(" ")]));
  const command = sent.do?.[0] ?? "";
  return data<FormAnswer>({
    command,
    errors: {},
    message: null,
    overtaken: null,
    values,
    choices,
    step: sent["step.at"]?.[0] ?? "",
  });
}

function rowOf(name: string, list: string) {
  const [, of, row, part] = /^([\w-]+)\.(\d+)\.(.+)$/.exec(name) ?? [];
  return of === list && part ? { row: Number(row), part } : undefined;
}

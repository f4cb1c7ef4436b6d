import { ChoiceField } from "#ui/field.tsx";
import { SteppedForm } from "#ui/form-steps.tsx";
import type { StressForm } from "../model/questionnaire.usecases.server.ts";
import { WORKER } from "../model/stress.messages.ts";
import { SEXES } from "./paper-form.tsx";

const A_PAGE = 15;
type Item = Readonly<{ name: string; text: string; stem: string; theme: string; choices: readonly string[] }>;

/** Items by pages that fit a phone, each page of one area. */
function pagesOf({ groups }: StressForm): Item[][] {
  const pages: Item[][] = [];
  let number = 0;
  for (const { domain: _, items, ...told } of groups)
    for (const text of items) {
      const item = { name: `q${++number}`, text, ...told };
      const last = pages.at(-1);
      if (last && last.length < A_PAGE && last[0]!.theme === told.theme) last.push(item);
      else pages.push([item]);
    }
  return pages;
}

const optionsOf = ({ choices }: Item) => choices.map((label, at) => ({ value: String(at + 1), label }));

/** The 57 items in the published wording, some a page; it needs no script, and can be kept half done. */
export function StressFormPages({
  form,
  answer,
  values,
  once,
}: {
  form: StressForm;
  answer: unknown;
  values: Readonly<Record<string, string>>;
  once: string;
}) {
  const pages = pagesOf(form);
  const all = pages.flat();
  return (
    <SteppedForm
      command="stress-answer.submit"
      {...{ answer, values, once }}
      labels={{ sex: WORKER.sex, ...Object.fromEntries(all.map(({ name, text }) => [name, text])) }}
      options={{ sex: SEXES, ...Object.fromEntries(all.map((one) => [one.name, optionsOf(one)])) }}
      steps={[
        {
          title: WORKER.sex,
          fields: ["sex"],
          part: <ChoiceField label={WORKER.sex} name="sex" type="radio" options={SEXES} chips />,
        },
        ...pages.map((items, at) => ({
          title: `質問 ${at + 1}`,
          fields: items.map(({ name }) => name),
          part: (
            <>
              <p className="my-3">{items[0]!.theme}</p>
              {items.map((item) => (
                <ChoiceField
                  key={item.name}
                  label={`${item.name.slice(1)}. ${item.stem ? `${item.stem} ` : ""}${item.text}`}
                  name={item.name}
                  type="radio"
                  options={optionsOf(item)}
                  chips
                />
              ))}
            </>
          ),
        })),
      ]}
      submit="送信する"
    />
  );
}

import { useEffect, useRef } from "react";
import type { FormAnswer } from "#platform/kernel/form-answer.ts";
import { TEXTS as SENDING } from "./enhance/messages.ts";
import type { FormTexts } from "./form.messages.ts";
import { fieldId } from "./form-field.ts";
import { Facts } from "./page.tsx";

type Shown = Readonly<Record<string, string>>;
type Words = readonly Readonly<{ value: string; label: string }>[];

/** Why a form was not done: what is to be mended, each a link to its field; what is asked; what others have saved. */
export function Refused({
  refused,
  formId,
  labels,
  options,
  texts,
}: {
  refused: FormAnswer;
  formId: string;
  labels: Shown;
  options: Readonly<Record<string, Words>>;
  texts: FormTexts;
}) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  const { overtaken, question } = refused;
  const errors = Object.entries(question?.fields ?? refused.errors).flatMap(([field, sentences]) =>
    sentences.map((sentence) => ({ field, sentence })),
  );
  const title = overtaken
    ? texts.overtaken
    : question
      ? texts.question
      : (refused.message ?? (errors.length > 0 ? texts.mend : texts.notDone));
  return (
    <div
      ref={place}
      data-refused
      role="alert"
      tabIndex={-1}
      className="my-6 border-l-8 border-error-1 bg-solid-gray-50 px-4 py-3"
    >
      <p className="text-std-16B-170">{title}</p>
      {errors.length > 0 ? (
        <ul className="mt-2 list-disc pl-6 text-std-16N-170">
          {errors.map(({ field, sentence }) => (
            <li key={`${field} ${sentence}`}>
              <a className="text-blue-1000 underline underline-offset-4" href={`#${fieldId(formId, field)}`}>
                {named(sentence, labels[field])}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {overtaken ? (
        <>
          <p className="mt-3 text-std-16B-170">{texts.now}</p>
          <Facts
            items={differing(refused.choices, overtaken.now).map(([field, value]) => ({
              name: labels[field] ?? field,
              value: <span className="whitespace-pre-line">{inWords(value, options[field], texts)}</span>,
            }))}
          />
        </>
      ) : null}
    </div>
  );
}

export function inWords(value: string, words: Words | undefined, texts: FormTexts): string {
  if (value === "") return texts.blank;
  if (!words) return value === "on" ? texts.yes : value;
  return value
    .split(" ")
    .map((chosen) => words.find((one) => one.value === chosen)?.label ?? texts.gone)
    .join("、");
}

const plain = (text = "") => text.replaceAll("\r\n", "\n").trim();

/** The fields of what stands now that differ from what was typed; several that were chosen stand in one text. */
const differing = (typed: FormAnswer["choices"], now: Shown): [string, string][] =>
  Object.entries(now).filter(([field, value]) => plain(value) !== plain(typed[field]?.join(" ")));

/** What is asked once: the form goes through when it is sent again with the box ticked. */
export function Question({
  id,
  question,
  texts,
}: {
  id: string;
  question: NonNullable<FormAnswer["question"]>;
  texts: FormTexts;
}) {
  return (
    <div className="my-5 max-w-xl border-l-8 border-warning-yellow-2 bg-solid-gray-50 px-4 py-3">
      <ul id={`${id}-question`}>
        {Object.values(question.fields)
          .flat()
          .map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
      </ul>
      <label className="flex min-h-11 cursor-pointer items-center gap-2 text-std-16B-170">
        <input
          type="checkbox"
          name="sure"
          value={question.sure}
          aria-describedby={`${id}-question`}
          className="size-5 shrink-0 accent-blue-900"
        />
        {texts.sure}
      </label>
      <p className="text-dns-14N-130">{texts.sureNext}</p>
    </div>
  );
}

/** Said beside the button: no answer came, and what was typed is still in the form. */
export const NotSent = ({
  unsent,
  language,
}: {
  unsent: NonNullable<FormAnswer["unsent"]>;
  language: "ja" | "en";
}) => (
  <p role="alert" className="my-4 max-w-xl border-l-8 border-error-1 bg-solid-gray-50 px-4 py-3">
    {SENDING[language][unsent]}
  </p>
);

/** A sentence that does not name its field by itself is told with the field's name. */
const named = (sentence: string, label: string | undefined): string =>
  !label || sentence.includes(`「${label}」`) || sentence.includes(`“${label}”`)
    ? sentence
    : `${label}: ${sentence}`;

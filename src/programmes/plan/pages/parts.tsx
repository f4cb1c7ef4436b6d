import type { ComponentProps } from "react";
import { Comments } from "#ui/comments.tsx";
import { FieldErrors } from "#ui/field.tsx";
import { CommandForm, useFormField } from "#ui/form.tsx";
import type { PlanPart } from "../model/plan.schema.ts";

/** What a page says of a form whose fields stand in a part of their own. */
export type FormProps = Omit<ComponentProps<typeof CommandForm>, "labels" | "options" | "children" | "busy">;

/** Deletes a part of the plan. */
export function RemoveForm({ kind, id, submit }: { kind: PlanPart; id: string; submit: string }) {
  return (
    <CommandForm command="plan-part.remove" submit={submit} kind="danger" busy="消しています…">
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="id" value={id} />
    </CommandForm>
  );
}

/** Where figures were asked about: the form is sent once more, and means them. */
export function Confirmed() {
  const field = useFormField("confirmed");
  if (!field?.errors) return null;
  return (
    <>
      <FieldErrors id={field.id} errors={field.errors} />
      <input type="hidden" name="confirmed" value="1" />
    </>
  );
}

/** Words by what they stand for, as options. */
export const wordsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** What members say of a part of the plan. */
export const PartComments = ({
  said,
  once,
  answer,
}: {
  said: ComponentProps<typeof Comments>["view"];
  once: string;
  answer: unknown;
}) => (
  <Comments
    command="plan-comment"
    view={said}
    once={once}
    answer={answer}
    lead="計画を読める人だけに見えます。公開する計画には出ません。"
    hint="所属の名前と日時が付きます。"
  />
);

import type { ComponentProps } from "react";
import { Comments } from "#ui/comments.tsx";
import type { CommandForm } from "#ui/form.tsx";
import { Removal } from "#ui/removal.tsx";
import type { PlanPart } from "../model/plan.schema.ts";

/** What a page says of a form whose fields stand in a part of their own. */
export type FormProps = Omit<ComponentProps<typeof CommandForm>, "labels" | "options" | "children" | "busy">;

/** Deletes a part of the plan, once it was asked by its name. */
export function RemoveForm({
  kind,
  id,
  open,
  named,
}: {
  kind: PlanPart;
  id: string;
  open: string;
  named: string;
}) {
  return (
    <Removal
      {...{ open, named }}
      command="plan-part.remove"
      goes="30日以内は「削除した項目」のページから戻せます。"
    >
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="id" value={id} />
    </Removal>
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
    lead="計画の閲覧権限がある人にのみ表示されます。公開版には表示されません。"
    hint="所属の名前と日時が付きます。"
  />
);

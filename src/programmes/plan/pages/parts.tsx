import type { ComponentProps, ReactNode } from "react";
import { ButtonLink } from "#ui/button.tsx";
import { Comments } from "#ui/comments.tsx";
import { Done } from "#ui/done.tsx";
import type { CommandForm } from "#ui/form.tsx";
import { PageHead } from "#ui/page.tsx";
import { Removal } from "#ui/removal.tsx";
import type { PlanPart } from "../model/plan.schema.ts";

/** What a page says of a form whose fields stand in a part of their own. */
export type FormProps = Omit<ComponentProps<typeof CommandForm>, "labels" | "options" | "children" | "busy">;

/** The head of the page of a part of the plan, with the way to edit it where somebody may. */
export const PartHead = ({
  edit,
  base,
  children,
  ...head
}: Readonly<{ title: string; lead: string; edit: string | false; base: string; children?: ReactNode }>) => (
  <>
    <PageHead
      {...head}
      actions={
        <>
          {edit ? <ButtonLink to={edit}>編集する</ButtonLink> : null}
          {children}
          <ButtonLink to={base}>計画に戻る</ButtonLink>
        </>
      }
    />
    <Done />
  </>
);

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

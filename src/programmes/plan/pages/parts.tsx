import type { ComponentProps } from "react";
import type { CommandForm } from "#ui/form.tsx";
import { Removal } from "#ui/removal.tsx";
import type { Thing } from "../model/plan.schema.ts";

/** What a page says of a form whose fields stand in a part of their own. */
export type FormProps = Omit<ComponentProps<typeof CommandForm>, "labels" | "options" | "children" | "busy">;

/** Deletes a thing of the plan, once it was asked by its name. */
export function RemoveForm({
  thing,
  id,
  open,
  named,
}: {
  thing: Thing;
  id: string;
  open: string;
  named: string;
}) {
  return (
    <Removal
      {...{ open, named }}
      command="plan-part.remove"
      goes="30日のあいだは「消したものを戻す」のページから戻せます。"
    >
      <input type="hidden" name="thing" value={thing} />
      <input type="hidden" name="id" value={id} />
    </Removal>
  );
}

/** Words by what they stand for, as options. */
export const wordsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

import type { ReactNode } from "react";
import { answerFor, CommandForm, type CommandFormProps } from "./form.tsx";

/**
 * Deleting asks once, without script too: behind the first press stands what goes, and there the button that deletes
 * it. `named` is the thing itself, `goes` what goes with it and whether it can be brought back. What ends without being
 * deleted asks by a sentence of its own, `asks`. It stands open where it was refused, so that the reason is seen.
 */
export function Removal({
  open,
  named,
  goes,
  asks = `「${named}」を削除します。${goes}`,
  className,
  submit = "削除する",
  busy = "削除しています…",
  kind = "danger",
  ...form
}: Omit<CommandFormProps, "submit"> & {
  open: ReactNode;
  named?: string;
  goes?: string;
  asks?: string;
  submit?: string;
}) {
  return (
    <details
      className={`no-print ${className ?? ""}`}
      open={answerFor(form.answer, form.command) !== undefined}
    >
      <summary
        className={`inline-flex min-h-11 cursor-pointer items-center underline underline-offset-4 ${kind === "danger" ? "text-error-2" : "text-blue-1000"}`}
      >
        {open}
      </summary>
      <p className="my-2 max-w-3xl break-words">{asks}</p>
      <CommandForm {...form} submit={submit} kind={kind} busy={busy} />
    </details>
  );
}

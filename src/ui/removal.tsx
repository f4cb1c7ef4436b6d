import type { ReactNode } from "react";
import { CommandForm, type CommandFormProps } from "./form.tsx";

/**
 * Deleting asks once, without script too: behind the first press stands what goes, and there the button that deletes
 * it. `named` is the thing itself, `goes` what goes with it and whether it can be brought back.
 */
export function Removal({
  open,
  named,
  goes,
  className,
  submit = "削除する",
  ...form
}: Omit<CommandFormProps, "kind" | "submit"> & {
  open: ReactNode;
  named: string;
  goes: string;
  submit?: string;
}) {
  return (
    <details className={`no-print ${className ?? ""}`}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-error-2 underline underline-offset-4">
        {open}
      </summary>
      <p className="my-2 max-w-3xl break-words">{`「${named}」を削除します。${goes}`}</p>
      <CommandForm {...form} submit={submit} kind="danger" busy="削除しています…" />
    </details>
  );
}

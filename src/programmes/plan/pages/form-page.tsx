import type { ReactNode } from "react";
import { ButtonLink } from "#ui/button.tsx";
import { Done } from "#ui/done.tsx";
import { PageHead } from "#ui/page.tsx";
import type { PlanPart } from "../model/plan.schema.ts";
import { RemoveForm } from "./parts.tsx";

/** The page around the form of a part of the plan: a new one, or one that is edited and may be deleted. */
export function FormPage({
  title,
  lead,
  edited,
  children,
}: {
  title: string;
  lead: string;
  edited:
    | Readonly<{ kind: PlanPart; id: string; back: string; named: string; remove: string }>
    | ""
    | undefined;
  children: ReactNode;
}) {
  return (
    <>
      <PageHead
        title={title}
        lead={lead}
        actions={edited ? <ButtonLink to={edited.back}>変更せずに戻る</ButtonLink> : null}
      />
      <Done />
      {children}
      {edited ? (
        <div className="mt-10">
          <RemoveForm kind={edited.kind} id={edited.id} named={edited.named} open={edited.remove} />
        </div>
      ) : null}
    </>
  );
}

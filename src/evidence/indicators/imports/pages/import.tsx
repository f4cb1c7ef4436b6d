import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { ImportPage, WithdrawImport } from "#ui/imports/import-page.tsx";
import { PAGE } from "../messages.ts";
import { presentFigures } from "../present.ts";
import {
  cancelImport,
  checkImport,
  readImport,
  rematchImport,
  takeImport,
  withdrawImport,
} from "../usecases.server.ts";
import type { Route } from "./+types/import";
import { FigureChanges } from "./changes.tsx";
import { wholeFile } from "./columns.tsx";

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const after = Number(url.searchParams.get("after") ?? 0) || 0;
  return presentFigures(shown(await readImport(app, actor, { id: params.import, after })));
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const on = onTarget(app, actor, { id: params.import });
  const here = () => `/imports/${params.import}`;
  return answerForm(request, [
    on(checkImport, here),
    on(rematchImport, here),
    on(takeImport, here),
    on(cancelImport, here),
    on(withdrawImport, here),
  ]);
}

export default function Import({ loaderData, actionData }: Route.ComponentProps) {
  const { one, choices, home } = loaderData;
  return (
    <ImportPage
      one={one}
      prefix="import"
      here={`/imports/${one.id}`}
      back={{ to: "/imports", label: PAGE.backToList }}
      answer={actionData}
      whole={wholeFile(loaderData)}
      changes={<FigureChanges {...loaderData} />}
      done={
        <>
          <p>{choices.published ? PAGE.published : PAGE.unpublished}</p>
          {home ? (
            <p className="mt-2 flex flex-wrap gap-x-6">
              <TextLink to={`/areas/${home}`}>{PAGE.profile}</TextLink>
              <TextLink to={`/areas/${home}/publication`}>{PAGE.publication}</TextLink>
            </p>
          ) : null}
        </>
      }
      withdrawal={
        one.state === "done" ? (
          <WithdrawImport
            one={one}
            published={choices.published}
            prefix="import"
            lead={PAGE.withdrawLead}
            answer={actionData}
          />
        ) : null
      }
    />
  );
}

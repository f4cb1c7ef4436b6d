import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { unmergeResource } from "../duplicates/duplicate.usecases.server.ts";
import { readResourceToEdit, saveResource } from "../entries/resource.usecases.server.ts";
import { DIRECTORY } from "../entries/resource-page.messages.ts";
import { areaOfPath } from "../find/area.queries.server.ts";
import {
  askOwner,
  confirmResource,
  relistResource,
  setResourceIntake,
  settleMistake,
  unlistResource,
  withdrawResource,
} from "../owners/owner.usecases.server.ts";
import { LABELS, ResourceFields } from "../parts/resource-fields.tsx";
import { Reports, ResourceSteps } from "../parts/resource-steps.tsx";
import type { Route } from "./+types/edit";

export const handle = { japaneseOnly: true };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const { id: area } = shown(await areaOfPath(app, params.area));
  return shown(await readResourceToEdit(app, actor, { area, id: params.resource }));
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const { id: area } = shown(await areaOfPath(app, params.area));
  const on = onTarget(app, actor, { area: area as string, id: params.resource });
  const here = () => `/areas/${params.area}/directory/${params.resource}/edit`;
  return answerForm(request, [
    on(saveResource, here),
    on(setResourceIntake, here),
    on(confirmResource, here),
    on(withdrawResource, here),
    on(unlistResource, here),
    on(relistResource, here),
    on(unmergeResource, here),
    on(settleMistake, here),
    on(askOwner, here),
  ]);
}

export default function EditResource({ loaderData, actionData }: Route.ComponentProps) {
  const { form, towns, organisations, rows, area, one, intake, steps, reports, mayAsk } = loaderData;
  const base = `/areas/${area.slug}/directory`;
  const editable = !one.pushed && (one.state === "draft" || one.state === "listed");
  return (
    <>
      <PageHead
        title={`${DIRECTORY.editTitle}　${one.name}`}
        actions={
          one.state === "listed" ? <ButtonLink to={`${base}/${one.id}`}>{DIRECTORY.public}</ButtonLink> : null
        }
      />
      {one.pushed ? <Notice title={DIRECTORY.pushed} /> : null}
      {reports.length > 0 ? <Reports reports={reports} answer={actionData} /> : null}
      {editable ? (
        <CommandForm
          {...form}
          command="resource.save"
          answer={actionData}
          submit={DIRECTORY.save}
          labels={LABELS}
        >
          <ResourceFields {...{ towns, organisations, rows }} />
        </CommandForm>
      ) : null}
      <ResourceSteps {...{ one, intake, steps, mayAsk }} answer={actionData} />
      <p className="my-8">
        <TextLink to={`${base}/manage`}>{DIRECTORY.back}</TextLink>
      </p>
    </>
  );
}

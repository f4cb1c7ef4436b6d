import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead } from "#ui/page.tsx";
import { addResource, readNewResource } from "../entries/resource.usecases.server.ts";
import { DIRECTORY } from "../entries/resource-page.messages.ts";
import { LABELS, ResourceFields } from "../parts/resource-fields.tsx";
import type { Route } from "./+types/new";

export const handle = { japaneseOnly: true };

export async function loader({ context, params: { area } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  return shown(await readNewResource(app, actor, { area }));
}

export async function action({ context, params: { area }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const on = onTarget(app, actor, { area });
  return answerForm(request, [on(addResource, (id) => `/areas/${area}/directory/${id}/edit`)]);
}

export default function NewResource({ loaderData, actionData }: Route.ComponentProps) {
  const { form, towns, organisations, rows, area } = loaderData;
  return (
    <>
      <PageHead title={`${DIRECTORY.addTitle}　${area.name}`} />
      <CommandForm
        {...form}
        command="resource.add"
        answer={actionData}
        submit={DIRECTORY.add}
        labels={LABELS}
      >
        <ResourceFields {...{ towns, organisations, rows }} />
      </CommandForm>
      <p className="my-8">
        <TextLink to={`/areas/${area.slug}/directory/manage`}>{DIRECTORY.back}</TextLink>
      </p>
    </>
  );
}

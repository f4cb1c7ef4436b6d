import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextField } from "#ui/field.tsx";
import { ChangedRows } from "#ui/imports/findings.tsx";
import { ImportPage, WithdrawImport } from "#ui/imports/import-page.tsx";
import { areaOfPath } from "../find/area.queries.server.ts";
import { RESOURCE_HEADS, RESOURCE_IMPORT } from "../imports/resource-import.messages.ts";
import { presentResourceImport } from "../imports/resource-import.present.ts";
import {
  cancelResourceImport,
  checkResourceImport,
  readResourceImport,
  rematchResourceImport,
  takeResourceImport,
  withdrawResourceImport,
} from "../imports/resource-import.usecases.server.ts";
import type { Route } from "./+types/import-one";

export const handle = { japaneseOnly: true };

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const area = shown(await areaOfPath(app, params.area));
  const after = Number(url.searchParams.get("after") ?? 0) || 0;
  const target = { area: area.id, id: params.import, after };
  return {
    list: `/areas/${area.slug}/directory/import`,
    ...presentResourceImport(shown(await readResourceImport(app, actor, target))),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const area = shown(await areaOfPath(app, params.area));
  const on = onTarget(app, actor, { area: area.id as string, id: params.import });
  const here = () => `/areas/${area.slug}/directory/import/${params.import}`;
  return answerForm(request, [
    on(checkResourceImport, here),
    on(rematchResourceImport, here),
    on(takeResourceImport, here),
    on(cancelResourceImport, here),
    on(withdrawResourceImport, here),
  ]);
}

export default function ResourceImport({
  loaderData: { list, one, forAll, whole, rows },
  actionData,
}: Route.ComponentProps) {
  return (
    <ImportPage
      one={one}
      prefix="resource-import"
      here={`${list}/${one.id}`}
      back={{ to: list, label: RESOURCE_IMPORT.back }}
      answer={actionData}
      whole={{
        values: forAll,
        labels: Object.fromEntries(whole.map(({ name, label }) => [name, label])),
        fields: whole.map((field) => <TextField key={field.name} {...field} required={false} />),
      }}
      changes={<ChangedRows heads={RESOURCE_HEADS} rows={rows} all={one.counts.added + one.counts.changed} />}
      withdrawal={
        one.state === "done" ? (
          <WithdrawImport
            one={one}
            prefix="resource-import"
            lead={RESOURCE_IMPORT.withdrawLead}
            answer={actionData}
          />
        ) : null
      }
    />
  );
}

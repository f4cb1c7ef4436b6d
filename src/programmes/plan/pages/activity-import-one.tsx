import { DAYS_TO_RESTORE } from "#foundation/deletions/public.ts";
import { isRestorable } from "#foundation/tables/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextField } from "#ui/field.tsx";
import { ChangedRows } from "#ui/imports/findings.tsx";
import { ImportPage } from "#ui/imports/import-page.tsx";
import { HEADS, HOST_HINT } from "../import/activity-import.messages.ts";
import { presentActivityImport } from "../import/activity-import.present.ts";
import {
  cancelActivityImport,
  checkActivityImport,
  getActivityImport,
  rematchActivityImport,
  restoreActivityImport,
  takeActivityImport,
  withdrawActivityImport,
} from "../import/activity-import.usecases.server.ts";
import type { Route } from "./+types/activity-import-one";
import { Withdrawal } from "./activity-import-withdrawal.tsx";
import { editorsPlace, staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, url } = await editorsPlace(args);
  const after = Number(url.searchParams.get("after") ?? 0) || 0;
  const view = shown(await getActivityImport(app, actor, { area: area.id, id: args.params.import, after }));
  const restorable = isRestorable(view.batch, app.clock.now(), DAYS_TO_RESTORE);
  const restored = url.searchParams.has("restored");
  const days = DAYS_TO_RESTORE;
  return { list: `${base}/activities/import`, days, restored, ...presentActivityImport(view, restorable) };
}

export async function action(args: Route.ActionArgs) {
  const { onRow, base } = await staffPlace(args);
  const on = onRow(args.params.import);
  const here = () => `${base}/activities/import/${args.params.import}`;
  return answerForm(args.request, [
    on(checkActivityImport, here),
    on(rematchActivityImport, here),
    on(takeActivityImport, here),
    on(cancelActivityImport, here),
    on(withdrawActivityImport, here),
    on(restoreActivityImport, () => `${here()}?restored`),
  ]);
}

/** Whoever was too late sees what the other did. */
export const shouldRevalidate = () => true;

export default function ActivityImport({ loaderData, actionData }: Route.ComponentProps) {
  const { one, list, host, rows } = loaderData;
  return (
    <ImportPage
      one={one}
      prefix="activity-import"
      here={`${list}/${one.id}`}
      back={{ to: list, label: "取り込みのページに戻る" }}
      answer={actionData}
      whole={{
        values: { host },
        labels: { host: "主催機関" },
        fields: <TextField label="主催機関" hint={HOST_HINT} name="host" required={false} />,
      }}
      changes={<ChangedRows heads={HEADS} rows={rows} all={one.counts.added + one.counts.changed} />}
      done={loaderData.restored ? "取り込みを戻しました。" : loaderData.years}
      withdrawal={<Withdrawal shown={loaderData} answer={actionData} days={loaderData.days} />}
    />
  );
}

import { idOf } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { DeletedThings } from "#ui/deleted.tsx";
import { answerFor } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { pageOf, titleOf } from "../deleting/deleted-row.present.ts";
import { listDeleted, readRestored, restoreThing } from "../deleting/deleted-row.usecases.server.ts";
import { WITHDRAWAL } from "../import/activity-import.messages.ts";
import { THING } from "../model/plan.messages.ts";
import { THINGS } from "../model/plan.schema.ts";
import type { Route } from "./+types/deleted";
import { staffPlace } from "./place.tsx";

const DAY = new Intl.DateTimeFormat("ja-JP", { timeZone: "Asia/Tokyo", dateStyle: "long" });

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, url } = await staffPlace(args);
  const things = shown(await listDeleted(app, actor, { area: area.id }));
  const thing = THINGS.find((one) => one === url.searchParams.get("restored"));
  const id = idOf(url.searchParams.get("id"));
  const found = thing && id ? shown(await readRestored(app, actor, { area: area.id, thing, id })) : undefined;
  return {
    base,
    things: things.map(({ deletedAt, ...thing }) => ({ ...thing, day: DAY.format(deletedAt) })),
    restored: found && {
      thing: found.thing,
      title: titleOf(found),
      to: pageOf(base, found),
      gone: found.gone,
    },
  };
}

export async function action(args: Route.ActionArgs) {
  const { onChosen, base } = await staffPlace(args);
  return answerForm(args.request, [
    onChosen(restoreThing, (_, { thing, id }) => `${base}/deleted?restored=${thing}&id=${id}`),
  ]);
}

export default function Deleted({ loaderData, actionData }: Route.ComponentProps) {
  const { base, things, restored } = loaderData;
  const refused = answerFor(actionData, "plan-part.restore")?.message;
  return (
    <>
      <PageHead
        title="消したものを戻す"
        lead="消してから30日のあいだは戻せます。"
        actions={<ButtonLink to={base}>計画にもどる</ButtonLink>}
      />
      {refused ? <Notice kind="error" title={refused} /> : null}
      <DeletedThings words={THING} things={things} restored={restored} />
      <p className="mt-6">
        <TextLink to={`${base}/activities/import`}>{WITHDRAWAL.elsewhere}</TextLink>
      </p>
    </>
  );
}

import { idOf } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { DeletedThings } from "#ui/deleted.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { THING } from "../messages.ts";
import { COUNCIL_THINGS, type CouncilThing } from "../model/body.schema.ts";
import { pageOf } from "../secretariat/deletion.present.ts";
import { listDeleted, readRestored, restoreThing } from "../secretariat/deletion.usecases.server.ts";
import type { Route } from "./+types/deleted";
import { councilPlace, onChosen } from "./place.tsx";

const DAY = new Intl.DateTimeFormat("ja-JP", { timeZone: "Asia/Tokyo", dateStyle: "long" });

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, url } = await councilPlace(args);
  const things = shown(await listDeleted(app, actor, { area: area.id }));
  const thing = COUNCIL_THINGS.find((one) => one === url.searchParams.get("restored"));
  const id = idOf(url.searchParams.get("id"));
  const found = thing && id ? shown(await readRestored(app, actor, { area: area.id, thing, id })) : undefined;
  return {
    base,
    things: things.map(({ deletedAt, ...thing }) => ({ ...thing, day: DAY.format(deletedAt) })),
    restored: found ? { ...found, to: pageOf(base, found) } : undefined,
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await councilPlace(args);
  const on = onChosen(app, actor, ({ thing, id }) => ({
    area: area.id,
    thing: thing as CouncilThing,
    id: String(id),
  }));
  return answerForm<never>(args.request, [
    on(restoreThing, (_, { thing, id }) => `${base}/deleted?restored=${thing}&id=${id}`),
  ]);
}

export default function Deleted({ loaderData, actionData }: Route.ComponentProps) {
  const { base, things, restored } = loaderData;
  return (
    <>
      <PageHead
        title="消したものを戻す"
        lead="消してから30日のあいだは戻せます。"
        actions={<ButtonLink to={base}>協議会にもどる</ButtonLink>}
      />
      {actionData?.message ? <Notice kind="error" title={actionData.message} /> : null}
      <DeletedThings words={THING} things={things} restored={restored} />
    </>
  );
}

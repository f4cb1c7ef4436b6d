import { redirect } from "react-router";
import { idOf } from "#platform/kernel/ids.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { DeletedThings } from "#ui/deleted.tsx";
import { PageHead } from "#ui/page.tsx";
import { pageOf, titleOf } from "../deleting/present.ts";
import { WITHDRAWAL } from "../import/messages.ts";
import { THING } from "../messages.ts";
import { THINGS } from "../schema.ts";
import { listDeleted, readRestored, restoreThing } from "../usecases.server.ts";
import type { Route } from "./+types/deleted";
import { chosenId, fieldsOf, staffPlace } from "./place.tsx";

const DAY = new Intl.DateTimeFormat("ja-JP", { timeZone: "Asia/Tokyo", dateStyle: "long" });

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, url } = await staffPlace(args);
  const things = shown(await listDeleted(app, actor, area.id));
  const thing = THINGS.find((one) => one === url.searchParams.get("restored"));
  const id = idOf(url.searchParams.get("id"));
  const found = thing && id ? shown(await readRestored(app, actor, area.id, thing, id)) : undefined;
  return {
    base,
    things: things.map(({ deletedAt, ...thing }) => ({ ...thing, day: DAY.format(deletedAt) })),
    restored: found ? { ...found, title: titleOf(found), to: pageOf(base, found) } : undefined,
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await staffPlace(args);
  const values = await fieldsOf(args.request);
  const thing = THINGS.find((one) => one === values.thing);
  if (!thing) throw redirect(`${base}/deleted`);
  const id = chosenId(values);
  shown(await restoreThing(app, actor, area.id, thing, id));
  throw redirect(`${base}/deleted?restored=${thing}&id=${id}`);
}

export default function Deleted({ loaderData }: Route.ComponentProps) {
  const { base, things, restored } = loaderData;
  return (
    <>
      <PageHead
        title="消したものを戻す"
        lead="消してから30日のあいだは戻せます。"
        actions={<ButtonLink to={base}>計画にもどる</ButtonLink>}
      />
      <DeletedThings words={THING} things={things} restored={restored} />
      <p className="mt-6">
        <TextLink to={`${base}/activities/import`}>{WITHDRAWAL.elsewhere}</TextLink>
      </p>
    </>
  );
}

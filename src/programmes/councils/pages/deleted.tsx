import { redirect } from "react-router";
import { idOf } from "#platform/kernel/ids.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { DeletedThings } from "#ui/deleted.tsx";
import { PageHead } from "#ui/page.tsx";
import { pageOf } from "../deleting/present.ts";
import {
  listDeletedOfCouncil,
  readRestoredToCouncil,
  restoreToCouncil,
} from "../deleting/usecases.server.ts";
import { THING } from "../messages.ts";
import { COUNCIL_THINGS } from "../schema.ts";
import type { Route } from "./+types/deleted";
import { chosenId, councilPlace, fieldsOf } from "./place.tsx";

const DAY = new Intl.DateTimeFormat("ja-JP", { timeZone: "Asia/Tokyo", dateStyle: "long" });

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, url } = await councilPlace(args);
  const things = shown(await listDeletedOfCouncil(app, actor, area.id));
  const thing = COUNCIL_THINGS.find((one) => one === url.searchParams.get("restored"));
  const id = idOf(url.searchParams.get("id"));
  const found = thing && id ? shown(await readRestoredToCouncil(app, actor, area.id, thing, id)) : undefined;
  return {
    base,
    things: things.map(({ deletedAt, ...thing }) => ({ ...thing, day: DAY.format(deletedAt) })),
    restored: found ? { ...found, to: pageOf(base, found) } : undefined,
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await councilPlace(args);
  const values = await fieldsOf(args.request);
  const thing = COUNCIL_THINGS.find((one) => one === values.thing);
  if (!thing) throw redirect(`${base}/deleted`);
  const id = chosenId(values);
  shown(await restoreToCouncil(app, actor, area.id, thing, id));
  throw redirect(`${base}/deleted?restored=${thing}&id=${id}`);
}

export default function Deleted({ loaderData }: Route.ComponentProps) {
  const { base, things, restored } = loaderData;
  return (
    <>
      <PageHead
        title="消したものを戻す"
        lead="消してから30日のあいだは戻せます。"
        actions={<ButtonLink to={base}>協議会にもどる</ButtonLink>}
      />
      <DeletedThings words={THING} things={things} restored={restored} />
    </>
  );
}

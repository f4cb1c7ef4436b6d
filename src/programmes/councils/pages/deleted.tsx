import { redirect } from "react-router";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Empty } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead } from "#ui/page.tsx";
import { listDeletedOfCouncil, restoreToCouncil } from "../deleting/usecases.server.ts";
import { THING } from "../messages.ts";
import { COUNCIL_THINGS } from "../schema.ts";
import type { Route } from "./+types/deleted";
import { chosenId, councilPlace, fieldsOf } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base } = await councilPlace(args);
  const things = shown(await listDeletedOfCouncil(app, actor, area.id));
  return { base, things: things.map(({ thing, id, title }) => ({ thing, id, title })) };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await councilPlace(args);
  const values = await fieldsOf(args.request);
  const thing = COUNCIL_THINGS.find((one) => one === values.thing);
  if (thing) shown(await restoreToCouncil(app, actor, area.id, thing, chosenId(values)));
  throw redirect(`${base}/deleted`);
}

export default function Deleted({ loaderData }: Route.ComponentProps) {
  const { base, things } = loaderData;
  return (
    <>
      <PageHead
        title="消したものを戻す"
        lead="消してから30日のあいだは戻せます。"
        actions={<ButtonLink to={base}>協議会にもどる</ButtonLink>}
      />
      {things.length === 0 ? <Empty title="この30日に消したものはありません" /> : null}
      <ul className="border-t border-solid-gray-300">
        {things.map((one) => (
          <li
            key={one.id}
            className="flex flex-wrap items-center justify-between gap-4 border-b border-solid-gray-300 py-3"
          >
            <p>
              <span className="mr-3 text-std-16B-170">{THING[one.thing]}</span>
              {one.title}
            </p>
            <OnceForm submit="戻す" kind="secondary" busy="戻しています…">
              <input type="hidden" name="thing" value={one.thing} />
              <input type="hidden" name="id" value={one.id} />
            </OnceForm>
          </li>
        ))}
      </ul>
    </>
  );
}

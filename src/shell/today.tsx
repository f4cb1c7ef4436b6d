import { redirect } from "react-router";
import { roleAnywhere } from "#foundation/actors/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { expectOk } from "#platform/kernel/result.ts";
import type { TodayItem } from "#platform/web/today.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import type { Route } from "./+types/today";
import { COMING } from "./messages.ts";
import { menuFor } from "./navigation.ts";
import { placesOf } from "./places.server.ts";
import { readToday } from "./today.server.ts";

export async function loader({ context }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  if (actor.kind !== "person") throw redirect("/sign-in");
  const places = await placesOf(app, actor);
  const items = expectOk(await readToday(app, actor, {}));
  const menu = menuFor(actor, places[0]?.slug ?? "nation").flat();
  return {
    today: showDateJa(app.clock.today()),
    items,
    ways: menu.filter((item) => item.to !== "/today"),
    coming: roleAnywhere(actor, ["caseworker"]) ? COMING : "",
  };
}

const PARTS: readonly { urgency: TodayItem["urgency"]; title: string }[] = [
  { urgency: "overdue", title: "期限を過ぎたもの" },
  { urgency: "today", title: "本日の業務" },
  { urgency: "know", title: "お知らせ・今後の期限" },
];

export default function Today({ loaderData: { today, items, ways, coming } }: Route.ComponentProps) {
  const parts = PARTS.map((part) => ({
    ...part,
    items: items.filter((item) => item.urgency === part.urgency),
  }));
  return (
    <>
      <PageHead title="本日" lead={today} />
      {coming ? <p>{coming}</p> : null}
      {items.length === 0 ? (
        <Empty title="本日の業務はありません">
          <p>よく使うメニューです。</p>
          <ul className="mt-3 flex flex-wrap justify-center gap-3">
            {ways.map((way) => (
              <li key={way.to}>
                <ButtonLink to={way.to}>{way.label}</ButtonLink>
              </li>
            ))}
          </ul>
        </Empty>
      ) : null}
      {parts.map((part) =>
        part.items.length === 0 ? null : (
          <Section key={part.urgency} title={`${part.title}（${part.items.length}）`}>
            <ul>
              {part.items.map((item) => (
                <li
                  key={`${item.action.to} ${item.title}`}
                  className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-solid-gray-200 py-3"
                >
                  <span className="min-w-0 grow">
                    <span className="block text-std-17B-170">{item.title}</span>
                    {item.detail ? <span className="block text-solid-gray-800">{item.detail}</span> : null}
                  </span>
                  {item.due ? <span className="whitespace-nowrap">期限 {showDateJa(item.due)}</span> : null}
                  <ButtonLink to={item.action.to}>{item.action.label}</ButtonLink>
                </li>
              ))}
            </ul>
          </Section>
        ),
      )}
    </>
  );
}

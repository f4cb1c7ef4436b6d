import { onTarget } from "#foundation/authority/public.ts";
import { idOf } from "#platform/kernel/ids.ts";
import { plainDateIn, showDateJa } from "#platform/kernel/plain-date.ts";
import type { Input } from "#platform/web/fields.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { Copied } from "#ui/copied.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { Removal } from "#ui/removal.tsx";
import { inPlace, signedInPlace } from "../../parts/place.tsx";
import { CALENDAR } from "../calendar-feed.messages.ts";
import { endFeed, readFeeds, renewFeed } from "../calendar-feed.usecases.server.ts";
import type { Route } from "./+types/calendar";

export async function loader(args: Route.LoaderArgs) {
  const { url } = args;
  const { app, actor, area } = await signedInPlace(args);
  const feeds = shown(await readFeeds(app, actor, { area: area.id }));
  return {
    area: area.name,
    ended: url.searchParams.has("ended"),
    feeds: feeds.map(({ since, ...feed }) => ({
      ...feed,
      since: since && showDateJa(plainDateIn(since, "Asia/Tokyo")),
    })),
  };
}

/** A new address, shown once. */
type Made = Readonly<{ owner: string; address: string }>;

export async function action(args: Route.ActionArgs) {
  const { request } = args;
  const { app, actor, area } = await inPlace(args);
  const ownerOf = (input: Input) => idOf(String(input.organisation ?? "")) ?? "";
  const on = onTarget(app, actor, (input) => {
    const organisation = ownerOf(input);
    return { area: area.id, ...(organisation ? { organisation } : {}) };
  });
  return answerForm<Made>(request, [
    on(renewFeed, (token, input) => ({
      owner: ownerOf(input),
      address: `${app.config.origin}/feeds/${token}`,
    })),
    on(endFeed, () => `/areas/${area.slug}/calendar?ended=1`),
  ]);
}

/** The secret addresses of one's own calendar and of those of one's organisations: made, renewed, ended. */
export default function Calendars({ loaderData, actionData }: Route.ComponentProps) {
  const { feeds, area, ended } = loaderData;
  return (
    <>
      <PageHead title={`${CALENDAR.title}　${area}`} lead={CALENDAR.lead} />
      {ended && !actionData ? <Notice kind="success" title={CALENDAR.ended} /> : null}
      <p>{CALENDAR.private}</p>
      {feeds.map(({ organisation, since }) => {
        const id = organisation?.id ?? "";
        const made = actionData && "owner" in actionData && actionData.owner === id ? actionData : undefined;
        return (
          <Section
            key={id}
            title={organisation ? CALENDAR.organisation(organisation.name) : CALENDAR.own}
            lead={organisation ? CALENDAR.organisationLead : CALENDAR.ownLead}
          >
            {made ? (
              <Notice kind="success" title={CALENDAR.made}>
                <p>{CALENDAR.address}</p>
                <Copied text={made.address} />
              </Notice>
            ) : (
              <p className="mb-4">{since ? CALENDAR.since(since) : CALENDAR.none}</p>
            )}
            <div className="flex flex-wrap gap-4">
              <CommandForm
                command="calendar.renew"
                submit={since ? CALENDAR.renew : CALENDAR.make}
                kind={since ? "secondary" : "primary"}
              >
                <input type="hidden" name="organisation" value={id} />
              </CommandForm>
              {since ? (
                <Removal
                  open={CALENDAR.end}
                  asks={CALENDAR.endAsks}
                  command="calendar.end"
                  submit={CALENDAR.end}
                  busy={CALENDAR.ending}
                >
                  <input type="hidden" name="organisation" value={id} />
                </Removal>
              ) : null}
            </div>
          </Section>
        );
      })}
    </>
  );
}

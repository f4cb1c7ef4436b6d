import { data, redirect } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { idOf, type OrganisationId } from "#platform/kernel/ids.ts";
import { plainDateIn, showDateJa } from "#platform/kernel/plain-date.ts";
import { fieldsOf } from "#platform/web/fields.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextArea } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { CALENDAR } from "../calendar/feed/messages.ts";
import { endFeed, type FeedOwner, readFeeds, renewFeed } from "../calendar/feed/usecases.server.ts";
import { findPlace } from "../place/usecases.server.ts";
import type { Route } from "./+types/calendar";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  if (actor.kind !== "person") throw redirect(`/sign-in?next=${encodeURIComponent(url.pathname)}`);
  const { area } = shown(await findPlace(app, params.area));
  const feeds = shown(await readFeeds(app, actor, area.id));
  return {
    area: area.name,
    ended: url.searchParams.has("ended"),
    feeds: feeds.map(({ since, ...feed }) => ({
      ...feed,
      since: since && showDateJa(plainDateIn(since, "Asia/Tokyo")),
    })),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const { area } = shown(await findPlace(app, params.area));
  const fields = await fieldsOf(request);
  const id = idOf(fields.organisation);
  const owner: FeedOwner = id ? { organisationId: id as OrganisationId } : "own";
  if (fields.do === "end") {
    shown(await endFeed(app, actor, area.id, owner));
    throw redirect(`/areas/${area.slug}/calendar?ended=1`);
  }
  const token = shown(await renewFeed(app, actor, area.id, owner));
  return data({ owner: id ?? "", address: `${app.config.origin}/feeds/${token}` });
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
        const made = actionData?.owner === id ? actionData.address : undefined;
        return (
          <Section
            key={id}
            title={organisation ? CALENDAR.organisation(organisation.name) : CALENDAR.own}
            lead={organisation ? CALENDAR.organisationLead : CALENDAR.ownLead}
          >
            {made ? (
              <Notice kind="success" title={CALENDAR.made}>
                <TextArea label={CALENDAR.address} name="address" rows={3} readOnly value={made} />
              </Notice>
            ) : (
              <p className="mb-4">{since ? CALENDAR.since(since) : CALENDAR.none}</p>
            )}
            <div className="flex flex-wrap gap-4">
              <OnceForm
                submit={since ? CALENDAR.renew : CALENDAR.make}
                kind={since ? "secondary" : "primary"}
              >
                <input type="hidden" name="organisation" value={id} />
              </OnceForm>
              {since ? (
                <OnceForm submit={CALENDAR.end} kind="danger">
                  <input type="hidden" name="do" value="end" />
                  <input type="hidden" name="organisation" value={id} />
                </OnceForm>
              ) : null}
            </div>
          </Section>
        );
      })}
    </>
  );
}

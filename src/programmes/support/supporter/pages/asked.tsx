import { onTarget } from "#foundation/authority/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { forForms, NotDone } from "../../parts/answers.tsx";
import { inPlace, signedInPlace } from "../../parts/place.tsx";
import { answerEnquiry, declineEnquiry } from "../../requests/answer.commands.server.ts";
import { ASKED_PARTS, askedPartOf } from "../../requests/inbox.present.ts";
import { listAsked } from "../../requests/inbox.queries.server.ts";
import { reportVisit } from "../../requests/report.commands.server.ts";
import { ASKED, ASKED_PART_NAMES } from "../asked.messages.ts";
import { CALENDAR } from "../calendar-feed.messages.ts";
import type { Route } from "./+types/asked";
import { AskedLine } from "./asked-line.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area } = await signedInPlace(args);
  const rows = shown(await listAsked(app, actor, { area: area.id }));
  return { rows, today: app.clock.today(), area: { slug: area.slug, name: area.name } };
}

export async function action(args: Route.ActionArgs) {
  const { request } = args;
  const { app, actor, area } = await inPlace(args);
  const on = onTarget(app, actor, (input) => ({
    ...{ area: area.id, id: String(input.request), enquiry: String(input.enquiry) },
  }));
  const here = () => `/areas/${area.slug}/asked`;
  return answerForm(request, [on(answerEnquiry, here), on(declineEnquiry, here), on(reportVisit, here)]);
}

/** What a supporter who is signed in was asked: what it owes first, then what is coming and what was. */
export default function Asked({ loaderData: { rows, area, today }, actionData }: Route.ComponentProps) {
  const answer = forForms(actionData);
  return (
    <>
      <PageHead title={`${ASKED.title}　${area.name}`} lead={ASKED.lead} />
      <NotDone answer={actionData} />
      {rows.length === 0 ? <Empty title={ASKED.none}>{ASKED.noneNext}</Empty> : null}
      {ASKED_PARTS.map((part) => {
        const lines = rows.filter((one) => askedPartOf(one, today) === part);
        if (lines.length === 0) return null;
        return (
          <Section key={part} title={`${ASKED_PART_NAMES[part]}（${lines.length}）`}>
            <ul>
              {lines.map((line) => (
                <AskedLine key={line.id} {...{ line, part, answer, today }} base={`/areas/${area.slug}`} />
              ))}
            </ul>
          </Section>
        );
      })}
      <p className="mt-8">
        <TextLink to={`/areas/${area.slug}/calendar`}>{CALENDAR.asked}</TextLink>
      </p>
    </>
  );
}

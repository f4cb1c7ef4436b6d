import { data } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { openLink, readByLink } from "#foundation/links/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { DeadPage } from "#ui/dead-page.tsx";
import { Notice } from "#ui/notice.tsx";
import { Facts, PageHead } from "#ui/page.tsx";
import {
  appealEntry,
  saveEntry,
  submitEntry,
  withdrawEntry,
} from "../entries/award-entry.commands.server.ts";
import { readEntry } from "../entries/award-entry.queries.server.ts";
import { ENTRY } from "../model/award.messages.ts";
import { EntryParts } from "../parts/entry-view.tsx";
import type { Route } from "./+types/entry-link";

export const handle = { japaneseOnly: true };

export async function loader({ context, params: { token }, url }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const isMade = url.searchParams.has("made");
  const { found: entry, ...dead } = await readByLink(app, token, "award-entry", (holder, at) =>
    readEntry(app, holder, at),
  );
  return entry
    ? data({ token, isMade, entry, area: null })
    : data({ token, isMade, entry, area: null, ...dead }, { status: 404 });
}

export async function action({ context, params: { token }, request }: Route.ActionArgs) {
  const { app } = requestOf(context);
  const { holder } = shown(await openLink(app, token, "award-entry"));
  const on = onTarget(app, holder, { area: holder.area!, id: holder.subject });
  const here = () => `/ae/${token}`;
  return answerForm(request, [
    on(saveEntry, here),
    on(submitEntry, here),
    on(withdrawEntry, here),
    on(appealEntry, here),
  ]);
}

/** An entry by the secret link that whoever entered was given. */
export default function EntryLink({
  loaderData: { token, isMade, entry, area },
  actionData,
}: Route.ComponentProps) {
  if (!entry) {
    const rounds = area ? [{ to: `/areas/${area}/awards`, label: ENTRY.rounds }] : [];
    return (
      <DeadPage title={ENTRY.dead} why={ENTRY.deadWhy} ways={[...rounds, { to: "/", label: ENTRY.home }]} />
    );
  }
  return (
    <div className="max-w-3xl">
      <PageHead title={ENTRY.title} place={entry.round.title} lead={ENTRY.keep} />
      {isMade ? <Notice kind="success" title={ENTRY.made} /> : null}
      {entry.result ? (
        <p>
          <TextLink to={`/areas/${entry.area.slug}/awards?${new URLSearchParams({ before: token })}`}>
            {ENTRY.reuse}
          </TextLink>
        </p>
      ) : null}
      <EntryParts {...{ entry }} answer={actionData} certificate={`/ae/${token}/certificate`} />
      {entry.office.phone ? (
        <Facts items={[{ name: ENTRY.officePhone(entry.office.name), value: entry.office.phone }]} />
      ) : null}
    </div>
  );
}

import { data } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { openLink } from "#foundation/links/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { Empty, Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
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

export async function loader({ context, params: { token }, url }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const opened = await openLink(app, token, "award-entry");
  if (!opened.ok) return data({ token, isMade: false, entry: null }, { status: 404 });
  const { area, subject: id } = opened.value.holder;
  const entry = shown(await readEntry(app, opened.value.holder, { area: area!, id }));
  return { token, isMade: url.searchParams.has("made"), entry };
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
  loaderData: { token, isMade, entry },
  actionData,
}: Route.ComponentProps) {
  if (!entry) return <Empty title={ENTRY.dead} />;
  return (
    <div className="max-w-3xl">
      <PageHead title={`${ENTRY.title}　${entry.round.title}`} />
      {isMade ? <Notice kind="success" title={ENTRY.made} /> : null}
      {entry.result ? (
        <p>
          <TextLink to={`/areas/${entry.area.slug}/awards?${new URLSearchParams({ before: token })}`}>
            {ENTRY.reuse}
          </TextLink>
        </p>
      ) : null}
      <EntryParts {...{ entry }} answer={actionData} certificate={`/ae/${token}/certificate`} />
    </div>
  );
}

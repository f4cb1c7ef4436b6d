import { onTarget } from "#foundation/authority/public.ts";
import { addressContext, requestOf } from "#foundation/identity/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import type { Input } from "#platform/web/fields.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ChoiceField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { makeEntry } from "../entries/award-entry.commands.server.ts";
import { readEntryForm } from "../entries/award-entry.queries.server.ts";
import { enteredBefore, releasedBy } from "../entries/brought-entry.queries.server.ts";
import { ENTRY, ROUND } from "../model/award.messages.ts";
import { EntryFields } from "../parts/entry-fields.tsx";
import type { Route } from "./+types/enter";

export const handle = { japaneseOnly: true };

export async function loader({ context, params: { area, round }, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const check = url.searchParams.get("check") ?? "";
  const released = await releasedBy(app, check);
  const before = await enteredBefore(app, url.searchParams.get("before"));
  const form = shown(await readEntryForm(app, actor, { area, round, released, before }));
  return { ...form, check, once: newId() as string };
}

export async function action({ context, params: { area, round }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const at = { area, round, sender: context.get(addressContext) || "unknown" };
  const made = {
    ...onTarget(app, actor, at)(makeEntry, ({ token }) => `/ae/${token}?made`),
    run: async (input: Input) =>
      makeEntry(app, actor, { ...at, released: await releasedBy(app, input.check) }, input),
  };
  return answerForm(request, [made]);
}

/** A workplace enters, without an account; what its check says of it is filled in. */
export default function Enter({ loaderData, actionData }: Route.ComponentProps) {
  const { round, groups, bars, facts, again, values, check, once } = loaderData;
  return (
    <div className="max-w-2xl">
      <PageHead title={ENTRY.title} place={round.title} lead={ROUND.enterLead} />
      {facts.length > 0 ? <Notice title={ENTRY.prefilled} /> : null}
      {again.length > 0 ? (
        <Notice kind="warning" title={ENTRY.again}>
          <ul>
            {again.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <CommandForm
        command="award-entry.make"
        answer={actionData}
        values={values}
        once={once}
        submit={ENTRY.make}
        marksRequired
      >
        {facts.length > 0 ? (
          <>
            <ul>
              {facts.map((one) => (
                <li key={one.text}>{one.text}</li>
              ))}
            </ul>
            <input type="hidden" name="check" value={check} />
            <ChoiceField
              label=""
              name="release"
              type="checkbox"
              options={[{ value: "true", label: ENTRY.release }]}
            />
          </>
        ) : null}
        <EntryFields {...{ groups, bars }} />
        <div aria-hidden="true" className="absolute -left-[9999px] h-px w-px overflow-hidden">
          <input name="homepage" tabIndex={-1} autoComplete="off" aria-label="-" />
        </div>
      </CommandForm>
    </div>
  );
}

import { data } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextArea, TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Facts, PageHead, Section } from "#ui/page.tsx";
import { FIND } from "../find/find.messages.ts";
import { FIELD_GROUPS } from "../model/resource-lists.schema.ts";
import {
  confirmResource,
  readOwnResource,
  reportMistake,
  setResourceIntake,
  unlistResource,
} from "../owners/owner.usecases.server.ts";
import { ownerDoor } from "../owners/owner-door.queries.server.ts";
import { OWNER } from "../owners/owner-letter.messages.ts";
import { IntakeForm } from "../parts/resource-steps.tsx";
import type { Route } from "./+types/owner";

export const handle = { japaneseOnly: true };

const SAID = {
  confirmed: OWNER.confirmed,
  intake: OWNER.intakeSaved,
  sent: OWNER.sent,
  unlisted: OWNER.unlisted,
};

export async function loader({ context, params: { token }, url }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const door = await ownerDoor(app, token);
  const read = door.ok ? await readOwnResource(app, door.value.actor, door.value.target) : door;
  if (!read.ok) return data({ dead: true as const }, { status: 404 });
  const done = url.searchParams.get("done");
  const said = Object.entries(SAID).find(([key]) => key === done)?.[1];
  return { ...read.value, said, once: newId() as string };
}

export async function action({ context, params: { token }, request }: Route.ActionArgs) {
  const { app } = requestOf(context);
  const { actor, target } = shown(await ownerDoor(app, token));
  const on = onTarget(app, actor, target);
  const done = (what: string) => () => `/d/${token}?done=${what}`;
  return answerForm(request, [
    on(confirmResource, done("confirmed")),
    on(setResourceIntake, done("intake")),
    on(reportMistake, done("sent")),
    on(unlistResource, done("unlisted")),
  ]);
}

/** What an owner sees without an account: is it right, does it take anybody, shall it be listed. */
export default function OwnerPage({ loaderData, actionData }: Route.ComponentProps) {
  if ("dead" in loaderData) return <PageHead title={OWNER.dead} lead={OWNER.deadLead} />;
  const { entry, state, said, once, intake } = loaderData;
  const text = FIND.ja;
  return (
    <div className="max-w-2xl">
      <PageHead title={OWNER.title} lead={state === "listed" ? OWNER.lead : null} />
      {said ? <Notice kind="success" title={said} /> : null}
      <Facts
        items={[
          { name: text.about, value: `${entry.name}　${entry.description}` },
          { name: text.hours, value: entry.hours.map((line) => <p key={line}>{line}</p>) },
          { name: text.fee, value: entry.fee },
          { name: text.whom, value: entry.whom || null },
          { name: text.phone, value: entry.phone || null },
          { name: text.address, value: entry.address || null },
          { name: text.website, value: entry.website || null },
        ]}
      />
      {state === "listed" ? (
        <>
          <CommandForm command="resource.confirm" answer={actionData} submit={OWNER.confirm}>
            {FIELD_GROUPS.map((group) => (
              <input key={group} type="hidden" name="groups" value={group} />
            ))}
          </CommandForm>
          <Section title={OWNER.wrong} lead={OWNER.wrongLead}>
            <CommandForm
              command="resource.report"
              answer={actionData}
              once={once}
              submit={OWNER.send}
              kind="secondary"
            >
              <TextArea label={OWNER.words} name="words" most={500} />
            </CommandForm>
          </Section>
          <Section title={OWNER.intake} lead={OWNER.intakeLead}>
            <IntakeForm values={intake} answer={actionData} submit={OWNER.intakeSave} />
          </Section>
          <Section title={OWNER.unlist} lead={OWNER.unlistLead}>
            <CommandForm
              command="resource.unlist"
              answer={actionData}
              submit={OWNER.unlistSubmit}
              kind="danger"
            >
              <TextField label="理由" name="reason" />
            </CommandForm>
          </Section>
        </>
      ) : null}
    </div>
  );
}

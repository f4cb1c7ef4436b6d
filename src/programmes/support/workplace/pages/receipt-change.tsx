import { data } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { TOPICS } from "../../model/offer-lists.schema.ts";
import { PAGE } from "../../model/request-form.messages.ts";
import { languageOf } from "../../model/request-form.rules.ts";
import { officesIn } from "../../office/office.queries.server.ts";
import { townsOf } from "../../office/place.queries.server.ts";
import { NotDone } from "../../parts/answers.tsx";
import { DeadLink, OfficeContact } from "../../parts/office.tsx";
import { changeRequest } from "../../requests/request-change.commands.server.ts";
import { changeLabelsIn, choicesIn } from "../../requests/request-form.present.ts";
import { RECEIPT } from "../receipt.messages.ts";
import { readReceipt } from "../receipt.usecases.server.ts";
import type { Route } from "./+types/receipt-change";
import { ChangeFields } from "./receipt-change-fields.tsx";
import { ownDoor } from "./receipt-key.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, own, base, elsewhere } = await ownDoor(args);
  const url = new URL(args.request.url);
  const read = own.ok ? await readReceipt(app, own.value.actor, own.value.target) : own;
  if (!read.ok) return data({ language: languageOf(url), elsewhere: await elsewhere() }, { status: 404 });
  const view = read.value;
  const { areaId } = view.request;
  const language = url.searchParams.has("lang") ? languageOf(url) : view.request.language;
  const offices = await officesIn(app, areaId);
  const choices = choicesIn(language, TOPICS, []);
  const towns = await townsOf(app, areaId);
  const seen = fingerprintOf(view.values);
  const labels = changeLabelsIn(language);
  return data({ view, base, language, offices, text: PAGE[language], choices, towns, seen, labels });
}

export async function action(args: Route.ActionArgs) {
  const { app, own, base } = await ownDoor(args);
  const { actor, target } = shown(own);
  return answerForm(args.request, [
    onTarget(app, actor, target)(changeRequest, (made) => `${base}?${made ? "changed" : "same"}=1`),
  ]);
}

/** The workplace changes what it asked for, as far as the state of its request lets it. */
export default function Change({ loaderData, actionData }: Route.ComponentProps) {
  const { language } = loaderData;
  const say = RECEIPT[language];
  if (!("view" in loaderData))
    return (
      <DeadLink
        title={say.dead}
        lead={say.deadLead}
        asks
        elsewhere={loaderData.elsewhere}
        language={language}
      />
    );
  const { view, base, text, choices, towns, offices, seen, labels } = loaderData;
  const { changeable } = view;
  const asked = ["asking", "deciding"].includes(view.request.status);
  return (
    <div className="max-w-2xl">
      <PageHead
        title={`${say.change}　${view.request.number}`}
        lead={changeable.length > 0 ? say.changeLead : say.changeNothing}
        actions={<TextLink to={base}>{say.back}</TextLink>}
      />
      {asked ? <Notice kind="warning" title={say.changeAnew} language={language} /> : null}
      {view.request.status === "fixed" ? <Notice title={say.changeFixed} language={language} /> : null}
      {changeable.length > 0 ? (
        <CommandForm
          command="receipt.change"
          answer={actionData}
          values={view.values}
          seen={seen}
          labels={labels}
          options={{ topics: choices.topics, place: choices.places }}
          submit={say.save}
          busy={text.busy}
          language={language}
          marksRequired
        >
          <ChangeFields parts={changeable} {...{ text, choices, towns }} />
        </CommandForm>
      ) : (
        <NotDone answer={actionData} language={language} />
      )}
      <OfficeContact offices={offices} language={language} />
    </div>
  );
}

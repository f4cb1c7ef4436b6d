import { data } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { addressContext, requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { languageOf } from "../../model/request-form.rules.ts";
import { officesIn } from "../../office/office.queries.server.ts";
import { findPlace } from "../../office/place.queries.server.ts";
import { OfficeContact } from "../../parts/office.tsx";
import { RECEIPT } from "../receipt.messages.ts";
import { findReceipt } from "../receipt-find.commands.server.ts";
import type { Route } from "./+types/find";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const { area } = shown(await findPlace(app, params.area));
  const offices = await officesIn(app, area.id);
  return { language: languageOf(new URL(request.url)), name: area.name, offices };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const { area } = shown(await findPlace(app, params.area));
  const language = languageOf(new URL(request.url));
  const text = RECEIPT[language];
  const sender = context.get(addressContext) || "unknown";
  const on = onTarget(app, actor, { area: area.id, sender, language });
  const find = on(findReceipt, ({ token, tooMany }) =>
    token
      ? `/r/${token}${language === "en" ? "?lang=en" : ""}`
      : data({ none: tooMany ? text.findMany(tooMany) : text.findNone }, { status: 422 }),
  );
  return answerForm(request, [find]);
}

/** A workplace that lost the address of its request comes back to it by what it was told and what it gave. */
export default function Find({ loaderData: { language, name, offices }, actionData }: Route.ComponentProps) {
  const text = RECEIPT[language];
  return (
    <div className="max-w-2xl">
      <PageHead title={`${text.find}　${name}`} lead={text.findLead} />
      {actionData && "none" in actionData ? (
        <Notice kind="error" title={actionData.none} language={language} />
      ) : null}
      <CommandForm
        command="receipt.find"
        answer={actionData}
        submit={text.findOpen}
        language={language}
        marksRequired
      >
        <TextField name="number" label={text.findNumber} hint={text.findNumberHint} autoComplete="off" />
        <TextField name="contact" label={text.findContact} />
      </CommandForm>
      <OfficeContact offices={offices} language={language} />
    </div>
  );
}

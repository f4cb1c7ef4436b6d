import { data, redirect } from "react-router";
import { formOf } from "#platform/web/fields.ts";
import { statusOf } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { ChoiceField, TextArea, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { TOPICS } from "../offers/lists/schema.ts";
import type { Language } from "../offers/messages.ts";
import { officesIn } from "../office/usecases.server.ts";
import { PAGE } from "../requests/asking/messages.ts";
import { choicesIn } from "../requests/asking/present.ts";
import { inputOf, languageOf, type Typed, typedFrom, typedOf } from "../requests/asking/rules.ts";
import { changeOwn } from "../requests/changing/usecases.server.ts";
import { RECEIPT } from "../requests/receipt/messages.ts";
import { readReceipt } from "../requests/receipt/usecases.server.ts";
import type { Part } from "../requests/rules.ts";
import type { Route } from "./+types/receipt-change";
import { DeadLink, OfficeContact } from "./office.tsx";
import { elsewhereFor, ownKey } from "./receipt-key.tsx";
import { ReceiptFacts } from "./receipt-parts.tsx";
import { Wishes } from "./wish-fields.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, key, base } = await ownKey(args);
  const read = await readReceipt(app, key);
  if (!read.ok) {
    const language = languageOf(new URL(args.request.url));
    return data({ language, elsewhere: await elsewhereFor(app, key) }, { status: 404 });
  }
  const view = read.value;
  const { language, areaId } = view.request;
  const offices = await officesIn(app, areaId);
  const choices = choicesIn(language, TOPICS, []);
  return data({ view, base, language, offices, text: PAGE[language], choices });
}

export async function action(args: Route.ActionArgs) {
  const { app, key, base } = await ownKey(args);
  const typed = typedOf(await formOf(args.request));
  const done = await changeOwn(app, key, inputOf(typed), typed.text.seen ?? "");
  if (done.ok) throw redirect(`${base}?changed=1`);
  const errors = done.error.kind === "invalid" ? done.error.fields : {};
  const message = done.error.kind === "conflict" ? done.error.message : undefined;
  return data({ typed, errors, message }, { status: statusOf(done.error) });
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
  const { view, base, text, choices, offices } = loaderData;
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
      {actionData ? (
        <Notice kind="error" title={actionData.message ?? text.wrong} language={language} />
      ) : null}
      {actionData?.message ? (
        <Section title={say.now}>
          <ReceiptFacts view={view} language={language} />
        </Section>
      ) : null}
      {changeable.length > 0 ? (
        <OnceForm submit={say.save} busy={text.busy} noValidate>
          <input type="hidden" name="seen" value={view.print} />
          <Fields
            typed={actionData?.typed ?? typedFrom(view.request)}
            errors={actionData?.errors ?? {}}
            parts={changeable}
            {...{ text, choices }}
          />
        </OnceForm>
      ) : null}
      <OfficeContact offices={offices} language={language} />
    </div>
  );
}

function Fields({
  typed: { text: typed, topics },
  errors,
  parts,
  text,
  choices,
}: {
  typed: Typed;
  errors: Readonly<Record<string, readonly string[]>>;
  parts: readonly Part[];
  text: (typeof PAGE)[Language];
  choices: ReturnType<typeof choicesIn>;
}) {
  const has = (part: Part) => parts.includes(part);
  const field = (name: Part) => ({ name, defaultValue: typed[name] ?? "", errors: errors[name] });
  const optional = (label: string) => ({ label: `${label}${text.optional}`, required: false });
  return (
    <>
      {has("topics") ? (
        <ChoiceField
          label={text.topics}
          name="topics"
          type="checkbox"
          options={choices.topics}
          chosen={topics}
          errors={errors.topics}
        />
      ) : null}
      <TextArea {...field("wish")} {...optional(text.wish)} hint={text.wishHint} />
      <TextField {...field("size")} label={text.size} inputMode="numeric" />
      <TextField {...field("people")} label={text.people} inputMode="numeric" />
      {has("place") ? (
        <ChoiceField
          label={text.place}
          name="place"
          type="radio"
          options={choices.places}
          chosen={[typed.place ?? "on_site"]}
          errors={errors.place}
        />
      ) : null}
      {has("wishes") ? <Wishes typed={typed} errors={errors} text={text} /> : null}
      <TextField {...field("contact")} {...optional(text.contact)} autoComplete="name" />
      <TextField {...field("phone")} {...optional(text.phone)} type="tel" autoComplete="tel" />
      <TextField {...field("email")} {...optional(text.email)} inputMode="email" autoComplete="email" />
    </>
  );
}

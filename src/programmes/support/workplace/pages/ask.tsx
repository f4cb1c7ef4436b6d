import { createContext, data, redirect } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { addressContext, requestOf } from "#foundation/identity/public.ts";
import { idOf, newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { furtherLanguageOf, readingsOf } from "#platform/web/languages.server.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { Readings } from "#ui/readings.tsx";
import { TOPICS } from "../../model/offer-lists.schema.ts";
import { FORM_LIMITS } from "../../model/request-file.schema.ts";
import { NEEDS, PAGE } from "../../model/request-form.messages.ts";
import { languageOf } from "../../model/request-form.rules.ts";
import { officesIn, receiversFor } from "../../office/office.queries.server.ts";
import { findPlace, townsOf } from "../../office/place.queries.server.ts";
import { AskElsewhere, OfficeContact } from "../../parts/office.tsx";
import { workplaceOf } from "../../requests/own-request.rules.ts";
import { beginningFor, findEarlier } from "../../requests/own-request.usecases.server.ts";
import { makeRequest } from "../../requests/request.commands.server.ts";
import { choicesIn, labelsIn, needsIn } from "../../requests/request-form.present.ts";
import { askedBeforehand } from "../ask.present.ts";
import { saidSoFar, unreadableOf } from "../ask.queries.server.ts";
import { askIn } from "../ask-language.present.ts";
import { RECEIPT } from "../receipt.messages.ts";
import type { Route } from "./+types/ask";
import { AskForm } from "./ask-form.tsx";

/** Where what was typed can't be received here, the form stays instead of leading on. */
const keptContext = createContext(false);

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const url = new URL(request.url);
  const place = shown(await findPlace(app, params.area));
  const further = furtherLanguageOf(url);
  const language = further?.base ?? languageOf(url);
  const { here, around, all } = await receiversFor(app, place.area.id);
  if (!here && !context.get(keptContext)) {
    // The town that was asked for is chosen where its window is.
    const town = new URLSearchParams([["town", place.area.id], ...url.searchParams]);
    if (around.length === 1) throw redirect(`/areas/${around[0]!.slug}/ask?${town}`);
    const elsewhere = { area: place.area.name, around, all, query: `?${town}`, language };
    return data(elsewhere, { status: around.length > 0 ? 200 : 404 });
  }
  const again = url.searchParams.get("again");
  const begun = await beginningFor(app, actor, place.area.id, again);
  const need = NEEDS.find((one) => one === url.searchParams.get("need"));
  const towns = await townsOf(app, place.area.id);
  const town = towns.find(({ value }) => value === url.searchParams.get("town"));
  const values = {
    ...{ place: "on_site", ...begun },
    ...(town ? { municipality: town.value } : {}),
    ...(need ? { need } : {}),
    ...askedBeforehand(url.searchParams),
  };
  return {
    language,
    lang: further?.lang ?? language,
    readings: readingsOf(url),
    ...askIn(further, {
      text: PAGE[language],
      needs: needsIn(language),
      choices: choicesIn(language, TOPICS, []),
      labels: labelsIn(language),
    }),
    area: { slug: place.area.slug, name: place.area.name },
    towns,
    values,
    ...(await saidSoFar(app, place.area.id, language, values)),
    onward: here ? undefined : around,
    search: url.search,
    // A page that leads here twice for the same thing has the form make it once.
    once: idOf(url.searchParams.get("once")) ?? newId(),
    offices: await officesIn(app, place.area.id),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const url = new URL(request.url);
  const language = furtherLanguageOf(url)?.base ?? languageOf(url);
  const { area } = shown(await findPlace(app, params.area));
  const sender = context.get(addressContext) || "unknown";
  const earlier = await findEarlier(app, actor, area.id, url.searchParams.get("again"));
  const on = onTarget(app, actor, { area: area.id, language, sender, follows: earlier?.id });
  const query = `?sent=1${language === "en" ? "&lang=en" : ""}`;
  const own = workplaceOf(actor) ? `/areas/${area.slug}/own/` : undefined;
  const made = {
    ...on(makeRequest, ({ id, token }) => `${own ? `${own}${id}` : `/r/${token}`}${query}`),
    check: (input: object) => unreadableOf(app, language, { ...input }),
  };
  const answer = await answerForm(request, [made], { files: FORM_LIMITS });
  // The page is shown again with what was typed, also where nobody receives requests any more.
  context.set(keptContext, true);
  const { values, choices } = answer.data;
  const said = await saidSoFar(app, area.id, language, { ...values, ...several(choices) });
  return data({ ...answer.data, ...said }, answer.init ?? {});
}

/** Names of which several were chosen. */
const several = (choices: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.entries(choices).filter(([, chosen]) => chosen.length > 1));

/** Told to readers of the screen in both languages, for it stands before either is chosen. */
const READINGS = "言語・Languages";

type Data = Route.ComponentProps["loaderData"];
export type AskData = Exclude<Data, { query: string }>;

export default function Ask({ loaderData, actionData }: Route.ComponentProps) {
  if ("query" in loaderData) return <AskElsewhere {...loaderData} />;
  const { language, text, area, offices } = loaderData;
  const query = language === "en" ? "?lang=en" : "";
  return (
    <div className="gap-x-12 lg:grid lg:grid-cols-[minmax(0,1fr)_18rem]">
      <div className="max-w-2xl" lang={loaderData.lang}>
        <Readings label={READINGS} readings={loaderData.readings} />
        <PageHead title={`${text.title}　${area.name}`} lead={actionData ? undefined : text.lead} />
        <AskForm loaderData={loaderData} answer={actionData} />
      </div>
      <aside className="no-print lg:border-l lg:border-solid-gray-300 lg:pl-8">
        <OfficeContact offices={offices} language={language} />
        <ul className="mt-6 flex flex-col gap-3">
          <li>
            <TextLink to={`/areas/${area.slug}/ask.pdf`} reload>
              {text.paper}
            </TextLink>
          </li>
          <li>
            <TextLink to={`/areas/${area.slug}/ask/find${query}`}>{RECEIPT[language].find}</TextLink>
          </li>
          <li>
            <TextLink to={`/areas/${area.slug}/directory${query}`}>{RECEIPT[language].directory}</TextLink>
          </li>
        </ul>
      </aside>
    </div>
  );
}

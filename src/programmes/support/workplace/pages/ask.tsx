import { createContext, data, redirect } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { addressContext, requestOf } from "#foundation/identity/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { servicesOn } from "../../model/chisanpo.rules.ts";
import { TOPICS } from "../../model/offer-lists.schema.ts";
import { FORM_LIMITS } from "../../model/request-file.schema.ts";
import { NEED_SERVICES, NEED_TOPICS, NEEDS, PAGE, SIZES } from "../../model/request-form.messages.ts";
import { languageOf } from "../../model/request-form.rules.ts";
import { offersFor } from "../../offers/offer.usecases.server.ts";
import { officesIn, receiversFor } from "../../office/office.queries.server.ts";
import { findPlace, townsOf } from "../../office/place.queries.server.ts";
import { AskElsewhere, OfficeContact } from "../../parts/office.tsx";
import { workplaceOf } from "../../requests/own-request.rules.ts";
import { beginningFor, findEarlier } from "../../requests/own-request.usecases.server.ts";
import { makeRequest } from "../../requests/request.commands.server.ts";
import { choicesIn, labelsIn, needsIn, offerLines, sizesIn } from "../../requests/request-form.present.ts";
import type { Route } from "./+types/ask";
import { AskForm } from "./ask-form.tsx";
import { Chips, OfferList } from "./ask-parts.tsx";

/** Where what was typed can't be received here, the form stays instead of leading on. */
const keptContext = createContext(false);

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const url = new URL(request.url);
  const place = shown(await findPlace(app, params.area));
  const language = languageOf(url);
  const { here, around, all } = await receiversFor(app, place.area.id);
  if (!here && !context.get(keptContext)) {
    if (around.length === 1) throw redirect(`/areas/${around[0]!.slug}/ask${url.search}`);
    const elsewhere = { area: place.area.name, around, all, query: url.search, language };
    return data(elsewhere, { status: around.length > 0 ? 200 : 404 });
  }
  const need = NEEDS.find((one) => one === url.searchParams.get("need"));
  const size = SIZES.find((one) => one.value === url.searchParams.get("size"));
  const today = app.clock.today();
  const topics = need && NEED_TOPICS[need].length > 0 ? NEED_TOPICS[need] : undefined;
  const offers = shown(await offersFor(app, place.area.id, { topics, size: size?.size }));
  const few = (size?.size ?? 0) < 50 && need ? NEED_SERVICES[need] : [];
  const services = servicesOn(today).filter((one) => few.includes(one.key));
  const begun = await beginningFor(app, actor, place.area.id, url.searchParams.get("again"));
  const chosen = need && topics?.length === 1 ? topics : need === "mental" ? ["mental_health"] : [];
  return {
    language,
    text: PAGE[language],
    needs: needsIn(language),
    sizes: sizesIn(language),
    choices: choicesIn(language, topics ?? TOPICS, services),
    area: { slug: place.area.slug, name: place.area.name },
    towns: await townsOf(app, place.area.id),
    need,
    size: size?.value,
    offers: offerLines(offers, language, today),
    values: { place: "on_site", ...begun, ...(chosen.length > 0 ? { topics: chosen.join(" ") } : {}) },
    labels: labelsIn(language),
    onward: here ? undefined : around,
    again: url.searchParams.get("again"),
    once: newId(),
    offices: await officesIn(app, place.area.id),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const url = new URL(request.url);
  const language = languageOf(url);
  const { area } = shown(await findPlace(app, params.area));
  const sender = context.get(addressContext) || "unknown";
  const earlier = await findEarlier(app, actor, area.id, url.searchParams.get("again"));
  const on = onTarget(app, actor, { area: area.id, language, sender, follows: earlier?.id });
  const query = `?sent=1${language === "en" ? "&lang=en" : ""}`;
  const own = workplaceOf(actor) ? `/areas/${area.slug}/own/` : undefined;
  const made = on(makeRequest, ({ id, token }) => `${own ? `${own}${id}` : `/r/${token}`}${query}`);
  const answer = await answerForm(request, [made], { files: FORM_LIMITS });
  if (answer.init?.status === CONFLICT) context.set(keptContext, true);
  return answer;
}

/** Nobody receives it here any more. */
const CONFLICT = 409;

type Data = Route.ComponentProps["loaderData"];
export type AskData = Exclude<Data, { query: string }>;

export default function Ask({ loaderData, actionData }: Route.ComponentProps) {
  if ("query" in loaderData) return <AskElsewhere {...loaderData} />;
  const { language, text, area, need, size, again, offers } = loaderData;
  const to = (change: Record<string, string>) => {
    const kept = { need, size, again, lang: language === "en" ? "en" : undefined, ...change };
    return `?${new URLSearchParams(Object.entries(kept).flatMap(([name, value]) => (value ? [[name, value]] : [])))}`;
  };
  return (
    <div className="max-w-2xl">
      <PageHead
        title={`${text.title}　${area.name}`}
        lead={text.lead}
        actions={
          <TextLink to={`/areas/${area.slug}/ask.pdf`} reload>
            {text.paper}
          </TextLink>
        }
      />
      <Chips title={text.what} chosen={need} options={loaderData.needs} to={(value) => to({ need: value })} />
      <Chips
        title={text.howMany}
        chosen={size}
        options={loaderData.sizes}
        to={(value) => to({ size: value })}
      />
      <OfferList offers={offers} text={text} chosen={need !== undefined || size !== undefined} />
      <AskForm loaderData={loaderData} answer={actionData} search={to({})} />
      <OfficeContact offices={loaderData.offices} language={language} />
    </div>
  );
}

import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { Facts, PageHead, Section } from "#ui/page.tsx";
import { PrintButton } from "#ui/print.tsx";
import { languageOf } from "../../model/request-form.rules.ts";
import { officesIn } from "../../office/office.queries.server.ts";
import { findPlace } from "../../office/place.queries.server.ts";
import { OfficeContact } from "../../parts/office.tsx";
import { AFTER_TEXTS } from "../after-visit.messages.ts";
import { placesFor } from "../consultation.queries.server.ts";
import { RECEIPT } from "../receipt.messages.ts";
import type { Route } from "./+types/consultations";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const { area } = shown(await findPlace(app, params.area));
  return {
    language: languageOf(new URL(request.url)),
    name: area.name,
    places: await placesFor(app, area.id),
    offices: await officesIn(app, area.id),
  };
}

/** A leaflet for workers: where one person can go, with telephone and hours. It holds no key to any request. */
export default function Consultations({ loaderData }: Route.ComponentProps) {
  const { language, name, places, offices } = loaderData;
  const text = AFTER_TEXTS[language];
  return (
    <div className="max-w-2xl">
      <PageHead
        title={`${text.leaflet}　${name}`}
        lead={text.leafletLead}
        actions={<PrintButton label={RECEIPT[language].print} />}
      />
      {places.length === 0 ? <p>{text.personNone}</p> : null}
      {places.map((one) => (
        <Section key={one.id} title={language === "en" ? one.titleEn : one.title}>
          <p>{one.by}</p>
          <Facts
            items={[
              { name: text.telephone, value: one.phone || null },
              { name: text.hours, value: one.hours },
              { name: text.fee, value: one.fee[language] },
            ]}
          />
        </Section>
      ))}
      <OfficeContact offices={offices} language={language} />
    </div>
  );
}

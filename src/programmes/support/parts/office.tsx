import { ButtonLink, TextLink } from "#ui/button.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import type { Language } from "../model/offer.messages.ts";
import { OFFICE } from "../office/office.messages.ts";
import type { Office } from "../office/office.present.ts";
import type { Elsewhere, Named } from "../office/office.queries.server.ts";

/** How to reach the secretariat; where no number is known that is said instead. */
export function OfficeContact({ offices, language }: { offices: readonly Office[]; language: Language }) {
  const text = OFFICE[language];
  return (
    <Section id="office" title={text.title}>
      {offices.map((one) => (
        <address key={one.name} className="my-2 not-italic">
          <strong className="block">{one.name}</strong>
          {one.phone ? (
            <span className="block">
              {`${text.phone} `}
              <a
                href={`tel:${one.phone.replace(/[^0-9+]/g, "")}`}
                className="text-blue-1000 underline underline-offset-4"
              >
                {one.phone}
              </a>
            </span>
          ) : null}
          {one.fax ? <span className="block">{`${text.fax} ${one.fax}`}</span> : null}
          {one.address ? <span className="block">{`${text.address} ${one.address}`}</span> : null}
        </address>
      ))}
      {offices.some((one) => one.phone) ? null : <p>{text.none}</p>}
    </Section>
  );
}

/** A link that opens nothing any more: where to turn instead. */
export function DeadLink({
  title,
  lead,
  elsewhere,
  asks = false,
  language = "ja",
}: {
  title: string;
  lead?: string | undefined;
  elsewhere: Elsewhere;
  /** Whether it was a workplace's, which may ask anew. */
  asks?: boolean;
  language?: Language;
}) {
  const text = OFFICE[language];
  const query = language === "en" ? "?lang=en" : "";
  const { area, offices, areas } = elsewhere;
  return (
    <>
      <PageHead title={title} lead={lead} />
      {asks && area ? (
        <ButtonLink to={`/areas/${area}/ask${query}`} kind="primary">
          {text.ask}
        </ButtonLink>
      ) : null}
      {area ? <OfficeContact offices={offices} language={language} /> : null}
      <Areas
        title={asks ? text.areas : text.offices}
        areas={areas}
        after={`${query}${asks ? "" : "#office"}`}
      />
    </>
  );
}

/** Where nobody receives what a workplace asks for: a choice of those around, or of all there are. */
export function AskElsewhere({
  area,
  around,
  all,
  query,
  language,
}: {
  area: string;
  around: readonly Named[];
  all: readonly Named[];
  query: string;
  language: Language;
}) {
  const text = OFFICE[language];
  const several = around.length > 0;
  return (
    <>
      <PageHead
        title={several ? text.around(area) : text.nobody(area)}
        lead={several ? text.aroundLead : text.nobodyLead}
      />
      <Areas title={text.areas} areas={several ? around : all} after={query} />
    </>
  );
}

/** The ask pages of areas. */
const Areas = ({ title, areas, after }: { title: string; areas: readonly Named[]; after: string }) =>
  areas.length > 0 ? (
    <Section title={title}>
      <ul className="flex flex-wrap gap-x-6 gap-y-3">
        {areas.map(({ slug, name }) => (
          <li key={slug}>
            <TextLink to={`/areas/${slug}/ask${after}`}>{name}</TextLink>
          </li>
        ))}
      </ul>
    </Section>
  ) : null;

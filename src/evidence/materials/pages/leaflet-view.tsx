import { Section } from "#ui/page.tsx";
import type { Fact } from "../facts/fact.schema.ts";
import { contactsOf } from "../leaflets/leaflet.rules.ts";
import type { LeafletTexts } from "../model/material.schema.ts";

type Printed = Pick<Fact, "source" | "sourceId" | "field" | "label" | "printed">;

/** A leaflet as a page of the web: the same texts and contacts as on paper. */
export const LeafletPage = ({
  leaflet,
  facts,
  contacts,
}: {
  leaflet: LeafletTexts;
  facts: readonly Printed[];
  contacts: string;
}) => (
  <article className="my-8 max-w-3xl">
    <h2 className="text-std-24B-150">{leaflet.title}</h2>
    <p className="my-4 text-std-18N-160 whitespace-pre-line">{leaflet.lead}</p>
    <p className="my-4 whitespace-pre-line">{leaflet.body}</p>
    <Section title={contacts}>
      <ul>
        {contactsOf(facts).map(({ name, phone, lines }) => (
          <li key={name} className="border-b border-solid-gray-300 py-3">
            <strong>{name}</strong>
            {phone ? (
              <a
                className="ml-4 inline-block text-std-20B-160 underline"
                href={`tel:${phone.replace(/[^0-9+]/g, "")}`}
              >
                {phone}
              </a>
            ) : null}
            {lines.map((line) => (
              <span key={line} className="block text-dns-14N-130">
                {line}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Section>
    <p className="mt-4 text-dns-14N-130">{leaflet.foot}</p>
  </article>
);

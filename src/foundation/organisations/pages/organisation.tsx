import { data } from "react-router";
import { whoLookedAt } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { showInstantJa } from "#platform/kernel/instant.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { Facts, PageHead, Section } from "#ui/page.tsx";
import { type FIELD, type Language, labelOf, PAGE, STATUS_NAMES, sectorLabel, TEXT } from "../messages.ts";
import { organisationPartsContext } from "../part.schema.ts";
import { readOrganisation } from "../usecases.server.ts";
import type { Route } from "./+types/organisation";

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const found = await readOrganisation(app, actor, { id: params.organisation });
  // One that this person may not see looks as if it did not exist.
  if (!found.ok) throw data(null, { status: 404 });
  const query = url.searchParams;
  const { updatedAt, ...organisation } = found.value.organisation;
  const parts = [];
  for (const part of actor.kind === "visitor" ? [] : context.get(organisationPartsContext)) {
    const told = await part.query(app, actor, { organisation: organisation.id });
    if (told.ok && told.value.length > 0) parts.push({ title: part.title, lines: told.value });
  }
  return {
    parts,
    organisation,
    writable: found.value.writable,
    looked: whoLookedAt(actor, { type: "organisation", id: organisation.id, area: organisation.areaId }),
    changed: updatedAt ? showInstantJa(updatedAt) : undefined,
    language: (query.get("lang") === "en" ? "en" : "ja") as Language,
    saved: query.get("saved") === "1",
  };
}

export default function OrganisationPage({ loaderData }: Route.ComponentProps) {
  const { organisation: one, writable, looked, changed, language, saved } = loaderData;
  const name = (field: keyof typeof FIELD) => labelOf(field, language);
  const colleague = one.note !== undefined;
  const period = [one.validFrom && showDateJa(one.validFrom), one.validTo && showDateJa(one.validTo)];
  const items = [
    { name: name("sector"), value: sectorLabel(one.sector, language) },
    { name: name("areaId"), value: one.homeName },
    { name: name("servedAreas"), value: one.servedNames.join("、") },
    { name: name("desk"), value: one.desk },
    { name: name("phone"), value: one.phone ? <Tel number={one.phone} /> : "" },
    { name: name("fax"), value: one.fax },
    { name: name("email"), value: one.email },
    {
      name: name("address"),
      value: [one.postalCode && `〒${one.postalCode}`, one.address].filter(Boolean).join(" "),
    },
    { name: name("website"), value: one.website ? <TextLink to={one.website}>{one.website}</TextLink> : "" },
    { name: name("note"), value: one.note ? <span className="whitespace-pre-line">{one.note}</span> : "" },
    {
      name: TEXT.period[language],
      value: `${STATUS_NAMES[one.status][language]}${period.some(Boolean) ? `（${period[0] ?? ""}～${period[1] ?? ""}）` : ""}`,
    },
    { name: name("published"), value: colleague ? (one.published ? PAGE.published : PAGE.unpublished) : "" },
    { name: PAGE.lastChange, value: changed ?? "" },
  ];
  return (
    <>
      <PageHead
        title={one.name}
        lead={one.kana}
        actions={
          <>
            {looked ? <ButtonLink to={looked.to}>{looked.label}</ButtonLink> : null}
            {writable ? (
              <ButtonLink to={`/organisations/${one.id}/edit`} kind="primary">
                {PAGE.edit}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      {saved ? <Notice kind="success" title={PAGE.saved} /> : null}
      <Facts items={items.filter((item) => item.value !== "" && item.value !== undefined)} />
      {loaderData.parts.map(({ title, lines }) => (
        <Section key={title} title={title}>
          <ul>
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a list that is only read
              <li key={index} className="border-b border-solid-gray-200 py-2">
                {line.to ? <TextLink to={line.to}>{line.text}</TextLink> : line.text}
                {line.detail ? <span className="block text-dns-14N-130">{line.detail}</span> : null}
              </li>
            ))}
          </ul>
        </Section>
      ))}
      <p className="mt-8">
        <TextLink to={`/organisations${language === "en" ? "?lang=en" : ""}`}>{TEXT.back[language]}</TextLink>
      </p>
    </>
  );
}

function Tel({ number }: { number: string }) {
  return (
    <a href={`tel:${number.replace(/[^0-9+]/g, "")}`} className="text-blue-1000 underline underline-offset-4">
      {number}
    </a>
  );
}

import qrcode from "qrcode";
import type { Area } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { renderedOnce } from "#platform/pdf/render-once.ts";
import type { MaterialPermit } from "../access.ts";
import type { Fact } from "../facts/fact.schema.ts";
import type { Edition } from "../model/material.schema.ts";
import { shortAddress } from "../reach/link.rules.ts";
import { selectLinksOf } from "../reach/reach.store.server.ts";
import { LEAFLET } from "./leaflet.messages.ts";
import { LEAFLET_SOURCE } from "./leaflet.present.ts";
import { contactsOf } from "./leaflet.rules.ts";

/** The leaflet as it is printed: its texts, the contacts as they were proofread, and a code that leads to its page. */
export async function leafletPdf(
  permit: MaterialPermit,
  {
    app,
    area,
    edition,
    facts,
    bleed,
  }: Readonly<{ app: App; area: Area; edition: Edition; facts: readonly Fact[]; bleed: boolean }>,
): Promise<Buffer> {
  const { title, lead, body, foot, asOf } = edition.leaflet!;
  const link = (await selectLinksOf(permit, edition.id)).find(({ way }) => way === "leaflet");
  const address = link ? shortAddress(app.config.origin, area.slug, link.code) : "";
  const code = address
    ? await qrcode.toString(address, { type: "svg", margin: 0, errorCorrectionLevel: "M" })
    : "";
  return renderedOnce(LEAFLET_SOURCE, {
    ...{ title, lead, foot, bleed, address, code },
    body: body.split("\n").filter(Boolean),
    contacts: contactsOf(facts),
    contactsTitle: LEAFLET.contactsTitle,
    codeText: LEAFLET.code,
    asOf: LEAFLET.asOf(showDateJa(asOf)),
  });
}

import qrcode from "qrcode";
import type { Area } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { renderedOnce } from "#platform/pdf/render-once.ts";
import { servicesOn } from "../model/chisanpo.rules.ts";
import { INDUSTRY_NAMES, PLACE_NAMES, TOPIC_NAMES } from "../model/offer.messages.ts";
import { INDUSTRIES, PLACES, TOPICS } from "../model/offer.schema.ts";
import { OFFICE } from "../office/office.messages.ts";
import { sendTo } from "../office/office.present.ts";
import { officesIn } from "../office/office.queries.server.ts";
import { PAPER } from "./paper.present.ts";

/** The paper form of an area as a PDF. */
export async function paperForm(app: App, area: Area): Promise<Buffer> {
  const address = `${app.config.origin}/areas/${area.slug}/ask`;
  const code = await qrcode.toString(address, { type: "svg", margin: 0, errorCorrectionLevel: "M" });
  return renderedOnce(PAPER, {
    title: `健康づくりの相談 申込書　${area.name}`,
    lead: "わかるところだけご記入ください。□には印をつけてください。",
    send: sendTo(await officesIn(app, area.id), OFFICE.ja.none),
    code,
    codeText: "同じ内容を画面からも申し込めます",
    industries: INDUSTRIES.map((one) => INDUSTRY_NAMES[one].ja),
    topics: TOPICS.map((one) => TOPIC_NAMES[one].ja),
    services: servicesOn(app.clock.today()).map((one) => one.ja),
    places: PLACES.map((one) => PLACE_NAMES[one].ja),
    foot: "ご記入の内容は、このご依頼のためだけに、事務局と支援を打診する機関が拝見します。",
  });
}

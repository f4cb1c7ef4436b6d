import qrcode from "qrcode";
import { getArea } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { renderedOnce } from "#platform/pdf/render-once.ts";
import { findResource } from "../entries/resource.store.server.ts";
import { onResource } from "../entries/resource.usecases.server.ts";
import { SIGN_PAGE, signInputs } from "./sign.present.ts";

/** The sign that a listed shop hangs out. It says no more than the entry that everybody may read. */
export const printSign = query({
  name: "resource.print-sign",
  ...onResource,
  async run(permit, { area, id }, app) {
    const one = await findResource(permit, area, id);
    if (one?.state !== "listed" || one.kind !== "support_shop") return notFound("resource");
    const { slug, name } = await getArea(permit, area);
    const address = `${app.config.origin}/areas/${slug}/directory/${id}`;
    const code = await qrcode.toString(address, { type: "svg", margin: 0, errorCorrectionLevel: "M" });
    const inputs = signInputs(one, { area: name, today: permit.clock.today(), code });
    return ok({ name: one.name, pdf: renderedOnce(SIGN_PAGE, inputs) });
  },
});
